/** Decks that are being edited → a server that shows them, and keeps every page that shows them up to date. */
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { exitCode, UserError } from '../errors.js'
import { readLiveScripts } from '../io/readRuntime.js'
import { namesHere, ownAddress, roomAddress } from './addresses.js'
import { type DeckDoor, openDeckDoor } from './deckDoor.js'
import type { House, Keys } from './guard.js'
import { openIndexDoor } from './indexDoor.js'
import { listen } from './listen.js'
import { doorsByName, onlyDoor, receive } from './reception.js'
import type { Session } from './session.js'
import type { LiveSource, MakeExports } from './source.js'

/** Milliseconds for a request to come in, and how often that is looked at. */
const patience = { headersTimeout: 10_000, requestTimeout: 10_000, connectionsCheckingInterval: 5000 } as const

export interface ServedDeck {
  /** Names the deck in addresses. */
  readonly name: string
  /** Path of the notes as the user gave it. */
  readonly notes: string
  /** The files that it is made of, where there are several, in one text: others make it another deck. */
  readonly joined?: string | undefined
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
  /** What shows that somebody is the author; a new one every time if it is not said. */
  readonly key?: string
  /** Decks may come and go: each has an address of its own, and be it the only one. */
  readonly changing?: boolean
  readonly edit: (file: string, line: number) => Promise<string | undefined>
  readonly onRound?: (session: Session) => void
}

export interface Serving {
  /** `http://127.0.0.1:4400/`, without a key. */
  readonly address: string
  /** What that address has behind it for whoever started it: `?key=…`. */
  readonly own: string
  /** The same, good for one time: for programs whose arguments all users of the machine can read. */
  once(): string
  /** For other machines, without a key; absent when nobody else is listened to. */
  readonly room?: string
  /** What an address has behind it for a phone that moves the talk, and for those who follow it: `?key=…`. */
  readonly keyed: Readonly<Record<'remote' | 'guest', string>>
  /**
   * Serves these from now on, those that are new as well; only for decks that may come and go. Who has one open that is
   * not among them keeps it: it is only not listed.
   * @returns what can't be made, and why; it is tried again the next time
   */
  change(decks: readonly ServedDeck[]): Promise<ReadonlyMap<string, UserError>>
  /** Of several decks at the start: what can't be made, and why. */
  readonly faults: ReadonlyMap<string, UserError>
  close(): Promise<void>
}

/**
 * Serves one deck at `/`, several at `/<name>/` with a list of them at `/`.
 * @throws UserError of none of the notes a deck can be made; the port is taken; no such host
 */
export async function serve(decks: readonly ServedDeck[], options: ServeOptions): Promise<Serving> {
  const { host, port, follow, sync, edit, key = word(), changing = false, onRound = () => {} } = options
  const keys: Keys = { author: key, remote: word(), guest: word() }
  const tickets = new Set<string>()
  const scripts = await readLiveScripts()
  const doors = new Map<string, DeckDoor>()
  const madeOf = new Map<string, string | undefined>()
  const listed = new Map<string, DeckDoor>()
  const isListed = changing || decks.length > 1
  const index = isListed ? openIndexDoor(listed, scripts.decks) : undefined
  let isClosed = false
  const open = async ({ name, joined: _, ...deck }: ServedDeck): Promise<DeckDoor> => {
    const told = (session: Session): void => {
      index?.renew(name)
      onRound(session)
    }
    return openDeckDoor({ ...deck, follow, sync, scripts, edit, onRound: told })
  }
  const change = async (wanted: readonly ServedDeck[]): Promise<ReadonlyMap<string, UserError>> => {
    const faults = new Map<string, UserError>()
    for (const deck of wanted) {
      if (isClosed || (doors.has(deck.name) && madeOf.get(deck.name) === deck.joined)) continue
      try {
        const door = await open(deck)
        // Of the same name, made of other notes: whoever looks at it comes back to this one.
        const before = isClosed ? door : doors.get(deck.name)
        before?.close()
        if (isClosed) continue
        doors.set(deck.name, door)
        madeOf.set(deck.name, deck.joined)
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        faults.set(deck.notes, error)
      }
    }
    listed.clear()
    for (const { name } of wanted) {
      const door = doors.get(name)
      if (door) listed.set(name, door)
    }
    index?.changed()
    return faults
  }
  const close = async (): Promise<void> => {
    isClosed = true
    for (const door of [...doors.values(), ...(index ? [index] : [])]) door.close()
    if (!server.listening) return
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeAllConnections()
    await closed
  }
  const server = createServer({ ...patience, maxHeaderSize: 16 * 1024 })
  // Whoever asks and then takes nothing is let go.
  server.setTimeout(30_000)
  try {
    const faults = await change(decks)
    const [fault] = faults.values()
    if (fault && (doors.size === 0 || fault.code === exitCode.usage)) throw fault
    const bound = await listen(server, host, port)
    const doorAt = index ? doorsByName(doors, index) : onlyDoor(doors)
    const house: House = { port: bound, names: namesHere(host), keys, open: sync }
    receive(server, doorAt, house, (ticket) => tickets.delete(ticket))
    const room = roomAddress(host, bound)
    return {
      address: ownAddress(host, bound),
      own: `?key=${keys.author}`,
      once() {
        const ticket = word()
        tickets.add(ticket)
        return `?key=${ticket}`
      },
      ...(room === undefined ? {} : { room: `${room}/` }),
      keyed: { remote: `?key=${keys.remote}`, guest: `?key=${keys.guest}` },
      change,
      faults,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** Not to be guessed; good for an address. */
const word = (): string => randomBytes(16).toString('base64url')
