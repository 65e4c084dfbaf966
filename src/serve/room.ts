/** The pages that listen to one deck: what is told to all of them, and what each of them says. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { LiveMessage, LiveRole, PageMessage } from '../model/live.js'

export interface Page {
  readonly role: LiveRole
  tell(message: LiveMessage): void
}

export interface Room {
  /** Takes a page in whose request has been found in order. */
  admit(request: IncomingMessage, socket: Duplex, head: Buffer, role: LiveRole): void
  /** Tells a page that it has to load itself anew, and nothing else: it was written by a server that is no more. */
  turnAway(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** @param to whom; absent: to all */
  tell(message: LiveMessage, to?: (page: Page) => boolean): void
  readonly size: number
  close(): void
}

/** Bytes that may wait for a page that does not take them: it is let go then, and loads itself anew when it is back. */
const MOST_WAITING = 4 * 1024 * 1024
/** Bytes of a message from a page: they are all short. */
const LONGEST = 4096
/** Milliseconds between two questions whether a page is still there; one that missed the last is let go. */
const PULSE = 20_000

/**
 * @param arrived told of every page that comes
 * @param said told what a page says, once it is known to be one of the things that pages say
 */
export function openRoom(
  arrived: (page: Page, request: IncomingMessage) => void,
  said: (message: PageMessage, page: Page) => void,
): Room {
  const server = new WebSocketServer({ noServer: true, maxPayload: LONGEST, perMessageDeflate: false })
  const pages = new Map<WebSocket, Page>()
  const heard = new WeakSet<WebSocket>()

  function send(socket: WebSocket, text: string): void {
    if (socket.bufferedAmount > MOST_WAITING) socket.terminate()
    else if (socket.readyState === socket.OPEN) socket.send(text)
  }

  function welcome(socket: WebSocket, role: LiveRole, request: IncomingMessage): void {
    const page: Page = { role, tell: (message) => send(socket, JSON.stringify(message)) }
    pages.set(socket, page)
    heard.add(socket)
    socket.on('pong', () => heard.add(socket))
    socket.on('message', (data) => {
      const message = readMessage(String(data))
      if (message) said(message, page)
    })
    // Whatever is wrong with a page, it is its own affair.
    socket.on('error', () => socket.terminate())
    socket.on('close', () => pages.delete(socket))
    arrived(page, request)
  }

  const pulse = setInterval(() => {
    for (const socket of pages.keys()) {
      if (!heard.delete(socket)) socket.terminate()
      else socket.ping()
    }
  }, PULSE)
  pulse.unref()

  return {
    admit: (request, socket, head, role) =>
      server.handleUpgrade(request, socket, head, (opened) => welcome(opened, role, request)),
    turnAway: (request, socket, head) =>
      server.handleUpgrade(request, socket, head, (opened) => {
        opened.on('error', () => opened.terminate())
        send(opened, JSON.stringify({ kind: 'reload' } satisfies LiveMessage))
        opened.close()
      }),
    tell(message, to = () => true) {
      const text = JSON.stringify(message)
      for (const [socket, page] of pages) if (to(page)) send(socket, text)
    },
    get size() {
      return pages.size
    },
    close() {
      clearInterval(pulse)
      for (const socket of pages.keys()) socket.terminate()
      server.close()
    },
  }
}

function readMessage(text: string): PageMessage | undefined {
  try {
    const read: unknown = JSON.parse(text)
    return isPageMessage(read) ? read : undefined
  } catch {
    return undefined
  }
}

function isPageMessage(value: unknown): value is PageMessage {
  if (!isRecord(value)) return false
  const { kind, place, shown, black, key, index, elapsed, running } = value
  if (kind === 'clock' || kind === 'clock-here') return isTime(elapsed) && typeof running === 'boolean'
  if (kind === 'edit-slide') return typeof key === 'string'
  if (kind === 'edit-finding') return Number.isInteger(index)
  return (
    (kind === 'stand' || kind === 'here') &&
    isRecord(place) &&
    typeof place['key'] === 'string' &&
    Number.isInteger(place['part']) &&
    Number.isInteger(shown) &&
    typeof black === 'boolean'
  )
}

/** Not more than a week: whoever says more means to break something. */
const isTime = (value: unknown): boolean =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) < 7 * 86_400_000

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
