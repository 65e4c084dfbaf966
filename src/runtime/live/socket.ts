/** The address of the server's socket → its messages, for as long as there is a server, and again when it is back. */
import type { LiveMessage, PageMessage } from '../../model/live.js'

export interface Line {
  /** Dropped when nobody is listening: what it was about is over by the time they are. */
  send(message: PageMessage): void
}

/** Milliseconds between attempts to reach a server that is gone. */
const PAUSE = 500

export function openLine(
  address: string,
  listen: (message: LiveMessage) => void,
  onState: (connected: boolean) => void,
  reload: () => void,
): Line {
  let socket: WebSocket | undefined
  let met = false

  function connect(): void {
    const url = new URL(address, location.href)
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
    const opened = new WebSocket(url)
    socket = opened
    opened.addEventListener('open', () => {
      // Another server may be there by now, with other slides and other keys.
      if (met) return reload()
      met = true
      onState(true)
    })
    opened.addEventListener('message', ({ data }) => {
      const message = readMessage(data)
      if (message) listen(message)
    })
    opened.addEventListener('close', () => {
      onState(false)
      setTimeout(connect, PAUSE)
    })
  }

  connect()
  return {
    send(message) {
      if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message))
    },
  }
}

const kinds: readonly string[] = ['deck', 'reload', 'findings', 'stand', 'clock', 'say', 'export', 'decks']

/** Messages come from our own server; it is enough to know that it is one. */
function readMessage(data: unknown): LiveMessage | undefined {
  const read: unknown = typeof data === 'string' ? JSON.parse(data) : undefined
  return isMessage(read) ? read : undefined
}

const isMessage = (value: unknown): value is LiveMessage =>
  typeof value === 'object' && value !== null && 'kind' in value && kinds.includes(String(value.kind))
