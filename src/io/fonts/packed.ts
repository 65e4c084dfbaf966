/** All fonts of a deck ↔ one run of bytes, so that a build which draws nothing new reads one file. */
import type { FontFile, Fonts } from '../../model/bundle.js'

interface Contents {
  readonly files: readonly (Omit<FontFile, 'bytes'> & { readonly size: number })[]
  readonly missing: string
}

/** Four bytes with the length of the table of contents, the table as JSON, then the files one after the other. */
export function packFonts({ files, missing }: Fonts): Uint8Array {
  const contents: Contents = { files: files.map(({ bytes, ...file }) => ({ ...file, size: bytes.length })), missing }
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
  return { files, missing: contents.missing }
}
