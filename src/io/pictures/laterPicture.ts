/** The bytes of a picture → what a build carries of it: them, or, where they are many and a file has them, the way to them. */
import { createHash } from 'node:crypto'
import { UserError } from '../../errors.js'
import type { LaterFile } from '../../model/content.js'

export interface CarriedBytes {
  readonly bytes: Uint8Array | LaterFile
  /** SHA-256 of them, in hex. */
  readonly digest: string
}

/** Bytes that are kept in memory: a thousand such pictures are no burden. */
const LIGHT = 500_000

/**
 * @param again makes the same bytes once more
 * @param name for those who read that it changed meanwhile
 */
export function carriedBytes(
  bytes: Uint8Array,
  again: (() => Promise<Uint8Array>) | undefined,
  name: string,
): CarriedBytes {
  const digest = digestOf(bytes)
  if (again === undefined || bytes.length <= LIGHT) return { bytes, digest }
  return { bytes: laterPicture(again, bytes.length, digest, name), digest }
}

const laterPicture = (again: () => Promise<Uint8Array>, size: number, digest: string, name: string): LaterFile => ({
  size,
  digest,
  async *pieces() {
    const bytes = await again().catch(() => undefined)
    if (bytes === undefined || digestOf(bytes) !== digest)
      throw new UserError(`${name} was changed or removed while the deck was being made.`, 'Make it again.')
    yield bytes
  },
})

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
