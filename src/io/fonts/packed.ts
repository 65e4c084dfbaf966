/** All fonts of a deck ↔ one run of bytes, so that a build which draws nothing new reads one file. */
import type { FontFile, Fonts } from '../../model/bundle.js'

// Goes up when the same characters would be drawn otherwise than before.
export const DRAWING = 3

interface Contents extends Omit<Fonts, 'files'> {
  readonly files: readonly (Omit<FontFile, 'bytes'> & { readonly size: number })[]
}

/** Four bytes with the length of the table of contents, the table as JSON, then the files one after the other. */
export function packFonts({ files, ...rest }: Fonts): Uint8Array {
  const contents: Contents = { ...rest, files: files.map(({ bytes, ...file }) => ({ ...file, size: bytes.length })) }
  const table = Buffer.from(JSON.stringify(contents))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(table.length)
  return Buffer.concat([length, table, ...files.map(({ bytes }) => bytes)])
}

/** @param packed what packFonts made; the cache has checked that it is whole */
export function unpackFonts(packed: Uint8Array): Fonts {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength)
  const start = 4 + bytes.readUInt32BE(0)
  const contents: Contents = JSON.parse(bytes.toString('utf8', 4, start))
  let at = start
  const files = contents.files.map(({ size, ...file }) => {
    at += size
    return { ...file, bytes: bytes.subarray(at - size, at) }
  })
  return { ...contents, files }
}
