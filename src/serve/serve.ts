/** Decks that are being edited → a server that shows them, and keeps every page that shows them up to date. */
import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { readLiveScript } from '../io/readRuntime.js'
import { namesHere, ownAddress, roomAddress } from './addresses.js'
import { type Answer, htmlAnswer, plainAnswer, sendAnswer } from './answer.js'
import { type DeckDoor, openDeckDoor } from './deckDoor.js'
import { type House, isOurHost, isOurOrigin, type Keys, mayOrder, roleOf } from './guard.js'
import { indexPage } from './indexPage.js'
import { listen } from './listen.js'
import type { Session } from './session.js'
import type { LiveSource, MakeExports } from './source.js'

export interface ServedDeck {
  /** Names the deck in addresses. */
  readonly name: string
  /** Path of the notes as the user gave it. */
  readonly notes: string
  readonly source: LiveSource
  /** Makes files of it; absent: pages don't offer that. */
  readonly make?: MakeExports
}

export interface ServeOptions {
  /** Where to listen: `127.0.0.1`, an address of this machine, or `0.0.0.0` for all of them. */
  readonly host: string
  /** Absent: the usual one, or a free one after it. */
  readonly port?: number | undefined
  readonly follow: boolean
  readonly sync: boolean
  readonly edit: (file: string, line: number) => Promise<string | undefined>
  readonly onRound?: (session: Session) => void
}

export interface Serving {
  /** For whoever started it: `http://127.0.0.1:4400/`. */
  readonly address: string
  /** For other machines, without a key; absent when nobody else is listened to. */
  readonly room?: string
  /** What an address has behind it for a phone that moves the talk, and for those who follow it: `?key=…`. */
  readonly keyed: Readonly<Record<'remote' | 'guest', string>>
  close(): Promise<void>
}

/**
 * Serves one deck at `/`, several at `/<name>/` with a list of them at `/`.
 * @throws UserError no deck can be made of some notes; the port is taken; no such host
 */
export async function serve(decks: readonly ServedDeck[], options: ServeOptions): Promise<Serving> {
  const { host, port, follow, sync, edit, onRound = () => {} } = options
  const keys: Keys = { author: word(), remote: word(), guest: word() }
  const script = await readLiveScript()
  const doors = new Map<string, DeckDoor>()
  const close = async (): Promise<void> => {
    for (const door of doors.values()) door.close()
    if (!server.listening) return
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeAllConnections()
    await closed
  }
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 10_000, maxHeaderSize: 16 * 1024 })
  // Whoever asks and then takes nothing is let go.
  server.setTimeout(30_000)
  try {
    for (const { name, ...deck } of decks) {
      const door = await openDeckDoor({ ...deck, follow, sync, script, keys, edit, onRound })
      doors.set(decks.length === 1 ? '' : name, door)
    }
    const bound = await listen(server, host, port)
    answerAt(server, doors, { port: bound, names: namesHere(host), keys })
    const room = roomAddress(host, bound)
    return {
      address: `${ownAddress(host, bound)}/`,
      ...(room === undefined ? {} : { room: `${room}/` }),
      keyed: { remote: `?key=${keys.remote}`, guest: `?key=${keys.guest}` },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** Not to be guessed; good for an address. */
const word = (): string => randomBytes(16).toString('base64url')

function answerAt(server: Server, doors: ReadonlyMap<string, DeckDoor>, house: House): void {
  server.on('request', (request, response) => {
    request.resume()
    const cookie = `talkback-${house.port}`
    answerTo(request, doors, house, cookie)
      .then((answer) => sendAnswer(response, answer, request.method === 'HEAD'))
      .catch(() => response.destroy())
  })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    const url = urlOf(request)
    const found = url && deckAt(url.pathname, doors)
    const { host, origin } = request.headers
    // Only a page that this server wrote has a key; where it comes from does not count.
    const role = roleOf({ host, origin, from: undefined, key: url?.searchParams.get('key') ?? undefined }, house)
    const fine = isOurHost(host, house) && origin !== undefined && isOurOrigin(origin, host)
    if (!fine || found?.path !== 'live/socket') {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
      return
    }
    found.door.admit(request, socket, head, role, Number(url?.searchParams.get('round')))
  })
  server.on('clientError', (_, socket) => socket.destroy())
}

async function answerTo(
  request: IncomingMessage,
  doors: ReadonlyMap<string, DeckDoor>,
  house: House,
  cookie: string,
): Promise<Answer> {
  const { method, headers, socket } = request
  const { host = '', origin } = headers
  if (method === 'POST') return orderAnswer(request, doors, house)
  if (method !== 'GET' && method !== 'HEAD') return plainAnswer(405, 'This server only shows decks.')
  if (!isOurHost(host, house) || !isOurOrigin(origin, host))
    return plainAnswer(403, 'This is not the address of a deck.')
  const url = urlOf(request)
  if (url === undefined) return plainAnswer(400, 'This is no address.')
  const named = url.searchParams.get('key') ?? undefined
  const key = named ?? cookieOf(headers.cookie, cookie)
  const role = roleOf({ host, origin, from: socket.remoteAddress, key }, house)
  if (role === undefined) return plainAnswer(403, 'The address of this deck has a key in it; ask for the whole of it.')
  const found = deckAt(url.pathname, doors)
  const list = url.pathname === '/' && !doors.has('') ? htmlAnswer(indexPage(doors)) : undefined
  const answer =
    list ?? (await found?.door.answer(found.path, role, host)) ?? plainAnswer(404, 'There is nothing here.')
  if (named === undefined) return answer
  return { ...answer, headers: { 'Set-Cookie': `${cookie}=${named}; Path=/; HttpOnly; SameSite=Strict` } }
}

/** The key comes in a header: no page of another site can send that one without asking first, and no history keeps it. */
function orderAnswer(request: IncomingMessage, doors: ReadonlyMap<string, DeckDoor>, house: House): Answer {
  const { host, origin, authorization = '' } = request.headers
  const [, key] = /^Bearer (\S+)$/.exec(authorization) ?? []
  if (!mayOrder({ host, origin, key }, house)) return plainAnswer(403, 'Only a page of the author may ask for that.')
  const url = urlOf(request)
  const found = url && deckAt(url.pathname, doors)
  return found ? found.door.order(found.path, url.searchParams) : plainAnswer(404, 'There is nothing here.')
}

/** Dots in a path are gone by then, and so is the way out: files are looked up by their whole name. */
function urlOf({ url = '' }: IncomingMessage): URL | undefined {
  const whole = `http://deck${url}`
  return url.startsWith('/') && URL.canParse(whole) ? new URL(whole) : undefined
}

function deckAt(
  pathname: string,
  doors: ReadonlyMap<string, DeckDoor>,
): { readonly door: DeckDoor; readonly path: string } | undefined {
  const path = decoded(pathname.slice(1))
  const only = doors.get('')
  if (only || path === undefined) return only && path !== undefined ? { door: only, path } : undefined
  const [name = '', ...rest] = path.split('/')
  const door = doors.get(name)
  return door && rest.length > 0 ? { door, path: rest.join('/') } : undefined
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
