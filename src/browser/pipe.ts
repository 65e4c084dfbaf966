/** Chrome's two debugging pipes → the transport puppeteer speaks over: JSON messages, each ended by a zero byte. */
import type { Readable, Writable } from 'node:stream'
import type { ConnectionTransport } from 'puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js'

export class PipeTransport implements ConnectionTransport {
  onmessage?: (message: string) => void
  onclose?: () => void
  readonly #write: Writable
  /** Pieces of a message whose end has not come yet. */
  #pieces: Buffer[] = []

  /**
   * @param write Chrome's file descriptor 3: what we say
   * @param read its file descriptor 4: what it answers
   */
  constructor(write: Writable, read: Readable) {
    this.#write = write
    read.on('data', (chunk: Buffer) => this.#take(chunk))
    read.on('close', () => this.onclose?.())
    // Chrome gone while we speak: the end of the process tells the same, with a better reason.
    for (const stream of [write, read]) stream.on('error', () => {})
  }

  send(message: string): void {
    this.#write.write(`${message}\0`)
  }

  close(): void {
    this.#write.end()
  }

  #take(chunk: Buffer): void {
    let start = 0
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
      this.#pieces.push(chunk.subarray(start, end))
      const message = Buffer.concat(this.#pieces).toString('utf8')
      this.#pieces = []
      start = end + 1
      // One a turn, so that what waits for a message goes on before the next one comes: puppeteer counts on it.
      setImmediate(() => this.onmessage?.(message))
    }
    if (start < chunk.length) this.#pieces.push(chunk.subarray(start))
  }
}
