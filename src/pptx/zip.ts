/** Files, one by one → the pieces of a zip that holds them: each file is let go before the next one comes. */
import { crc32 } from 'node:zlib'
import { deflateSync } from 'fflate'

export interface Zip {
  /** @param path in ASCII */
  add(path: string, bytes: Uint8Array, packs: boolean): Generator<Uint8Array>
  /** What stands behind the last file. */
  end(): Generator<Uint8Array>
}

/** @param date that every file bears; to the even second; its year is the nearest from 1980 to 2099 */
export function newZip(date: Date): Zip {
  const time = zipTime(date)
  const entries: Uint8Array[] = []
  let at = 0
  return {
    *add(path, bytes, packs) {
      const packed = packs ? deflateSync(bytes, { level: 6 }) : bytes
      const name = new TextEncoder().encode(path)
      const facts = [
        [VERSION, 2],
        [0, 2],
        [packs ? DEFLATED : STORED, 2],
        [time, 4],
        [crc32(bytes), 4],
        [packed.length, 4],
        [bytes.length, 4],
        [name.length, 2],
        [0, 2],
      ] as const
      // In the table there are also a comment, a number of disk, two sets of attributes, and where the file begins.
      const place = [
        [0, 2],
        [0, 2],
        [0, 2],
        [0, 4],
        [at, 4],
      ] as const
      entries.push(written([[0x02014b50, 4], [VERSION, 2], ...facts, ...place], name))
      const head = written([[0x04034b50, 4], ...facts], name)
      at += head.length + packed.length
      yield head
      yield packed
    },
    *end() {
      const length = entries.reduce((sum, entry) => sum + entry.length, 0)
      yield* entries
      const counts = [
        [0, 2],
        [0, 2],
        [entries.length, 2],
        [entries.length, 2],
        [length, 4],
        [at, 4],
        [0, 2],
      ] as const
      yield written([[0x06054b50, 4], ...counts])
    },
  }
}

const VERSION = 20
const [STORED, DEFLATED] = [0, 8] as const

/** Numbers of so many bytes, the lowest first. */
function written(numbers: readonly (readonly [value: number, bytes: number])[], name = new Uint8Array()): Uint8Array {
  const made = new Uint8Array(numbers.reduce((sum, [, bytes]) => sum + bytes, name.length))
  let at = 0
  for (const [value, bytes] of numbers) for (let shift = 0; shift < bytes * 8; shift += 8) made[at++] = value >>> shift
  made.set(name, at)
  return made
}

/** Zip has seven bits for the year. */
const [FIRST_YEAR, LAST_YEAR] = [1980, 2099] as const

/** Zip knows times without a zone: the hour that the file shows must not depend on where it is made. */
function zipTime(date: Date): number {
  const year = Math.min(LAST_YEAR, Math.max(FIRST_YEAR, date.getUTCFullYear())) - FIRST_YEAR
  const day = (year << 25) | ((date.getUTCMonth() + 1) << 21) | (date.getUTCDate() << 16)
  return (day | (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1)) >>> 0
}
