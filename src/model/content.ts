/** What a file is made of: text or bytes at hand, or bytes that are had again, a piece at a time, when they are written. */

/** A hundred photographs as they are, or a file that holds them, are never in memory at once. */
export interface LaterBytes {
  /** The same each time; throws UserError where they can't be had any more. */
  pieces(): AsyncIterable<Uint8Array>
}

/** A file that is read again for every place that it goes to. */
export interface LaterFile extends LaterBytes {
  readonly size: number
  /** SHA-256 of all of it, in hex. */
  readonly digest: string
}

/** Where bytes lie until what they belong to is written. */
export interface Shelf {
  put(bytes: Uint8Array): Promise<LaterFile>
}

export type Content = string | Uint8Array | LaterBytes

export const isLater = <Later extends LaterBytes>(content: string | Uint8Array | Later): content is Later =>
  typeof content === 'object' && 'pieces' in content

/** All of it, in memory. */
export async function wholeOf(content: Uint8Array | LaterBytes): Promise<Uint8Array> {
  if (!isLater(content)) return content
  const pieces: Uint8Array[] = []
  for await (const piece of content.pieces()) pieces.push(piece)
  const [only] = pieces
  if (only !== undefined && pieces.length === 1) return only
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
