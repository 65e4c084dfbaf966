/** Requests to a server → the door that each is for, opened to whoever may, as far as they may. */
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type Answer, onward, plainAnswer, sendAnswer } from './answer.js'
import type { Door } from './door.js'
import { type Asking, type House, isOurHost, isOurOrigin, isOurPage, roleOf, roleWith } from './guard.js'
import { strangerAnswer } from './strangerPage.js'

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

/** @param takeTicket whether that is a key of the author's that was good for one time, and was still there */
export function receive(
  server: Server,
  doorAt: DoorAt,
  house: House,
  takeTicket: (key: string) => boolean = () => false,
): void {
  server.on('request', (request, response) => {
    request.resume()
    answerTo(request, doorAt, house, takeTicket)
      .then((answer) => sendAnswer(response, answer, request.method === 'HEAD'))
      .catch(() => response.destroy())
  })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    const url = urlOf(request)
    const found = doorOf(url, doorAt)
    const asking = askingOf(request, house)
    if (!isOurPage(asking, house) || found === undefined || found.path !== found.door.socket) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
      return
    }
    found.door.admit(request, socket, head, roleOf(asking, house), Number(url?.searchParams.get('round')))
  })
  server.on('clientError', (_, socket) => socket.destroy())
}

async function answerTo(
  request: IncomingMessage,
  doorAt: DoorAt,
  house: House,
  takeTicket: (key: string) => boolean,
): Promise<Answer> {
  const { method } = request
  const asking = askingOf(request, house)
  const { host = '', origin } = asking
  if (method === 'POST') return orderAnswer(request, doorAt, house)
  if (method !== 'GET' && method !== 'HEAD') return plainAnswer(405, 'This server only shows decks.')
  if (!isOurHost(host, house) || !isOurOrigin(origin, host))
    return plainAnswer(403, 'This is not the address of a deck.')
  const url = urlOf(request)
  if (url === undefined) return plainAnswer(400, 'This is no address.')
  const named = url.searchParams.get('key')
  if (named !== null) return keptAnswer(named, url, host, house, takeTicket)
  const fromElsewhere = request.headers['sec-fetch-site'] === 'cross-site' && asking.key === undefined
  const role = fromElsewhere ? undefined : roleOf(asking, house)
  if (role === undefined) return strangerAnswer(fromElsewhere)
  const found = doorOf(url, doorAt)
  return (await found?.door.answer(found.path, role, host)) ?? plainAnswer(404, 'There is nothing here.')
}

/** A key goes into a cookie and out of the address, which a room may read. Its name has the port: cookies don't. */
function keptAnswer(named: string, url: URL, host: string, house: House, takeTicket: (key: string) => boolean): Answer {
  const role = takeTicket(named) ? 'author' : roleWith(named, house.keys)
  if (role === undefined) return strangerAnswer(false)
  url.searchParams.delete('key')
  const cookie = `${cookieName(house)}=${house.keys[role]}; Path=/; HttpOnly; SameSite=Strict`
  return onward(`http://${host}${url.pathname}${url.search}`, cookie)
}

function orderAnswer(request: IncomingMessage, doorAt: DoorAt, house: House): Answer {
  const asking = askingOf(request, house)
  if (!isOurPage(asking, house) || roleOf(asking, house) !== 'author')
    return plainAnswer(403, 'Only a page of the author may ask for that.')
  const url = urlOf(request)
  const found = doorOf(url, doorAt)
  return url && found ? found.door.order(found.path, url.searchParams) : plainAnswer(404, 'There is nothing here.')
}

const cookieName = ({ port }: House): string => `talkback-${port}`

const askingOf = ({ headers, socket }: IncomingMessage, house: House): Asking => ({
  host: headers.host,
  origin: headers.origin,
  from: socket.remoteAddress,
  key: cookieOf(headers.cookie, cookieName(house)),
})

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
