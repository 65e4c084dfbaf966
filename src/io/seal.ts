/** Bytes to be kept → the same with a mark behind them, by which it is seen later whether they are still what they were. */
import { createHash } from 'node:crypto'

/** SHA-256: against torn writes and flipped bits, at a millisecond a megabyte. Whoever may write into the cache could seal anything. */
const mark = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()
const MARK_BYTES = 32

/** The mark comes last: V8 reads code in place only where it begins with the file. */
export const seal = (bytes: Uint8Array): Buffer => Buffer.concat([bytes, mark(bytes)])

/** @returns undefined when it is not whole */
export function unseal(entry: Buffer): Buffer | undefined {
  const bytes = entry.subarray(0, Math.max(0, entry.length - MARK_BYTES))
  return mark(bytes).equals(entry.subarray(bytes.length)) ? bytes : undefined
}
