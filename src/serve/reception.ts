/** Requests to a server → the door that each is for, opened to whoever may, as far as they may. */
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type Answer, plainAnswer, sendAnswer } from './answer.js'
import type { Door } from './door.js'
import { type House, isOurHost, isOurOrigin, mayOrder, roleOf } from './guard.js'

/** Path of a request → its door, and the path behind that. */
export type DoorAt = (path: string) => { readonly door: Door; readonly path: string } | undefined

/** Everything leads to the one deck. */
export const onlyDoor =
  (doors: ReadonlyMap<string, Door>): DoorAt =>
  (path) => {
    const [door] = doors.values()
    return door && { door, path }
  }

/** The first part of a path names the deck; `-` is no deck's name, and what lies below is the list's own, as is the root. */
export const doorsByName =
  (doors: ReadonlyMap<string, Door>, list: Door): DoorAt =>
  (path) => {
    if (path === '' || path.startsWith('-/')) return { door: list, path }
    const [name = '', ...rest] = path.split('/')
    const door = doors.get(name)
    return door && rest.length > 0 ? { door, path: rest.join('/') } : undefined
  }

export function receive(server: Server, doorAt: DoorAt, house: House): void {
  server.on('request', (request, response) => {
    request.resume()
    const cookie = `talkback-${house.port}`
    answerTo(request, doorAt, house, cookie)
      .then((answer) => sendAnswer(response, answer, request.method === 'HEAD'))
      .catch(() => response.destroy())
  })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    const url = urlOf(request)
    const found = doorOf(url, doorAt)
    const { host, origin } = request.headers
    // Only a page that this server wrote has a key; where it comes from does not count.
    const role = roleOf({ host, origin, from: undefined, key: url?.searchParams.get('key') ?? undefined }, house)
    const fine = isOurHost(host, house) && origin !== undefined && isOurOrigin(origin, host)
    if (!fine || found === undefined || found.path !== found.door.socket) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
      return
    }
    found.door.admit(request, socket, head, role, Number(url?.searchParams.get('round')))
  })
  server.on('clientError', (_, socket) => socket.destroy())
}

async function answerTo(request: IncomingMessage, doorAt: DoorAt, house: House, cookie: string): Promise<Answer> {
  const { method, headers, socket } = request
  const { host = '', origin } = headers
  if (method === 'POST') return orderAnswer(request, doorAt, house)
  if (method !== 'GET' && method !== 'HEAD') return plainAnswer(405, 'This server only shows decks.')
  if (!isOurHost(host, house) || !isOurOrigin(origin, host))
    return plainAnswer(403, 'This is not the address of a deck.')
  const url = urlOf(request)
  if (url === undefined) return plainAnswer(400, 'This is no address.')
  const named = url.searchParams.get('key') ?? undefined
  const key = named ?? cookieOf(headers.cookie, cookie)
  const role = roleOf({ host, origin, from: socket.remoteAddress, key }, house)
  if (role === undefined) return plainAnswer(403, 'The address of this deck has a key in it; ask for the whole of it.')
  const found = doorOf(url, doorAt)
  const answer = (await found?.door.answer(found.path, role, host)) ?? plainAnswer(404, 'There is nothing here.')
  if (named === undefined) return answer
  return {
    ...answer,
    headers: { ...answer.headers, 'Set-Cookie': `${cookie}=${named}; Path=/; HttpOnly; SameSite=Strict` },
  }
}

/** The key comes in a header: no page of another site can send that one without asking first, and no history keeps it. */
function orderAnswer(request: IncomingMessage, doorAt: DoorAt, house: House): Answer {
  const { host, origin, authorization = '' } = request.headers
  const [, key] = /^Bearer (\S+)$/.exec(authorization) ?? []
  if (!mayOrder({ host, origin, key }, house)) return plainAnswer(403, 'Only a page of the author may ask for that.')
  const url = urlOf(request)
  const found = doorOf(url, doorAt)
  return url && found ? found.door.order(found.path, url.searchParams) : plainAnswer(404, 'There is nothing here.')
}

/** Dots in a path are gone by then, and so is the way out: files are looked up by their whole name. */
function urlOf({ url = '' }: IncomingMessage): URL | undefined {
  const whole = `http://deck${url}`
  return url.startsWith('/') && URL.canParse(whole) ? new URL(whole) : undefined
}

function doorOf(url: URL | undefined, doorAt: DoorAt): ReturnType<DoorAt> {
  const path = url && decoded(url.pathname.slice(1))
  return path === undefined ? undefined : doorAt(path)
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

const cookieOf = (header: string | undefined, name: string): string | undefined =>
  header
    ?.split(/;\s*/)
    .find((each) => each.startsWith(`${name}=`))
    ?.slice(name.length + 1)
