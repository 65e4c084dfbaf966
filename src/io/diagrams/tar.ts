/** A tar archive → one file in it. */

const BLOCK = 512

/** @returns undefined where there is none of that name */
export function fileInTar(archive: Uint8Array, name: string): Uint8Array | undefined {
  for (let at = 0; at + BLOCK <= archive.length; ) {
    const field = (from: number, length: number): string => {
      const bytes = archive.subarray(at + from, at + from + length)
      const end = bytes.indexOf(0)
      return Buffer.from(end < 0 ? bytes : bytes.subarray(0, end)).toString('latin1')
    }
    const size = Number.parseInt(field(124, 12).trim() || '0', 8)
    const prefix = field(345, 155)
    const path = prefix === '' ? field(0, 100) : `${prefix}/${field(0, 100)}`
    if (!Number.isFinite(size) || path === '') return undefined
    const from = at + BLOCK
    if (path === name && /^[0\0]?$/.test(field(156, 1))) return archive.subarray(from, from + size)
    at = from + Math.ceil(size / BLOCK) * BLOCK
  }
  return undefined
}
