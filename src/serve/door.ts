/** What a server shows under one address: files to look up, orders to take, pages that listen. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { LiveRole } from '../model/live.js'
import type { Answer } from './answer.js'

export interface Door {
  /** Path of the socket that its pages open. */
  readonly socket: string
  /**
   * @param path below the door's own, decoded, without a query; '' for the page
   * @param host as the request names it
   */
  answer(path: string, role: LiveRole, host: string): Answer | undefined | Promise<Answer | undefined>
  /** Does what the author's page asks for. */
  order(path: string, query: URLSearchParams): Answer
  /**
   * Lets a page listen.
   * @param role of the page; undefined when it has none of our keys
   * @param round that the page was made in
   */
  admit(request: IncomingMessage, socket: Duplex, head: Buffer, role: LiveRole | undefined, round: number): void
  close(): void
}
