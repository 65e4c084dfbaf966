/**
 * A TrueType font → the same font as an Embedded OpenType file, which is how PowerPoint files carry fonts.
 *
 * https://www.w3.org/submissions/EOT/, version 2.2: a head of little-endian numbers and names, then the font as it is. Not
 * compressed, as other programs than PowerPoint write it and all of them read it.
 */
import type { FontNames } from './rename.js'
import { scriptsIn } from './scripts.js'
import { tablesOf, viewOf } from './tables.js'

const VERSION = 0x20002
const MAGIC = 0x504c
/** Of no root string, which would bind the font to an address. */
const ROOT_SUM = 0x50475342
const ANY_CHARSET = 1

/** @param names that its `name` table has */
export function eotOf(font: Uint8Array, { family, style, version, full }: FontNames): Uint8Array {
  const tables = tablesOf(font)
  const table = tables.get('OS/2') ?? new Uint8Array(96)
  const os2 = viewOf(table)
  const head = viewOf(tables.get('head') ?? new Uint8Array(54))
  const names = Buffer.concat([family, style, version, full].map(sized))
  // Of root string, signature and private characters there are none: sums, sizes and paddings only.
  const end = Buffer.alloc(24)
  end.writeUInt32LE(ROOT_SUM, 4)
  const start = Buffer.alloc(80)
  start.writeUInt32LE(start.length + names.length + end.length + font.length, 0)
  start.writeUInt32LE(font.length, 4)
  start.writeUInt32LE(VERSION, 8)
  for (let at = 0; at < 10; at++) start.writeUInt8(os2.getUint8(32 + at), 16 + at)
  start.writeUInt8(ANY_CHARSET, 26)
  start.writeUInt8(os2.getUint16(62) & 1, 27)
  start.writeUInt32LE(os2.getUint16(4), 28)
  start.writeUInt16LE(os2.getUint16(8), 32)
  start.writeUInt16LE(MAGIC, 34)
  // Which scripts it has: four numbers of Unicode's, two of Windows' code pages.
  for (const [index, bits] of scriptsIn(table).entries()) start.writeUInt32LE(bits, 36 + 4 * index)
  start.writeUInt32LE(head.getUint32(8), 60)
  return Buffer.concat([start, names, end, font])
}

/** Two bytes of padding, two of length, and the text in UTF-16. */
function sized(text: string): Buffer {
  const content = Buffer.from(text, 'utf16le')
  const start = Buffer.alloc(4)
  start.writeUInt16LE(content.length, 2)
  return Buffer.concat([start, content])
}
