/** The first bytes of a file → what kind of file it is, when it is no text. */

/** What is like no kind that is known, and holds what no text does. */
export const BINARY = 'binary data'

const STARTS: readonly (readonly [kind: string, ...starts: string[]])[] = [
  ['a picture', '\x89PNG', '\xff\xd8\xff', 'GIF8', 'BM\0', 'II*\0', 'MM\0*'],
  ['a PDF', '%PDF-'],
  ['a Word, PowerPoint or ZIP file', 'PK\x03\x04', '\xd0\xcf\x11\xe0'],
  ['a compressed file', '\x1f\x8b', '7z\xbc\xaf', 'Rar!', '\xfd7zXZ'],
  ['sound', 'ID3', 'OggS', 'fLaC'],
]

/** @returns `a picture`, `a PDF`…, `binary data` for bytes that are no text, undefined for text */
export function kindOfBytes(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  for (const [kind, ...starts] of STARTS) if (starts.some((known) => start.startsWith(known))) return kind
  if (start.startsWith('RIFF')) return start.endsWith('WEBP') ? 'a picture' : 'sound or video'
  if (start.startsWith('ftyp', 4)) return /^avi[fs]|^hei[cx]/.test(start.slice(8)) ? 'a picture' : 'a video'
  // UTF-16 has a zero in every Latin letter, and says so with its mark.
  if (start.startsWith('\xff\xfe') || start.startsWith('\xfe\xff')) return undefined
  return controls(bytes) ? BINARY : undefined
}

/** Whether there is a zero, or more control characters than stray ones. */
function controls(bytes: Uint8Array): boolean {
  let count = 0
  for (const byte of bytes) {
    if (byte === 0) return true
    if (byte < 32 && !(byte >= 8 && byte <= 13) && byte !== 27) count++
  }
  return count > 16 && count * 50 > bytes.length
}
