/** A TrueType font file ↔ the tables it consists of. */

/** By tag: `cmap`, `glyf`, `OS/2`. */
export type Tables = ReadonlyMap<string, Uint8Array>

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** @param font an sfnt, not compressed */
export function tablesOf(font: Uint8Array): Tables {
  const view = viewOf(font)
  const tables = new Map<string, Uint8Array>()
  for (let index = 0; index < view.getUint16(4); index++) {
    const entry = 12 + 16 * index
    const tag = Buffer.from(font.subarray(entry, entry + 4)).toString('latin1')
    const start = view.getUint32(entry + 8)
    tables.set(tag, font.subarray(start, start + view.getUint32(entry + 12)))
  }
  return tables
}

/** Puts tables together, with their sums. `head` must be its own copy: the sum of the whole is written into it. */
export function fontOf(tables: Tables): Uint8Array {
  const sorted = [...tables].sort(([one], [other]) => (one < other ? -1 : 1))
  const directory = Buffer.alloc(12 + 16 * sorted.length)
  const power = 2 ** Math.floor(Math.log2(sorted.length))
  directory.writeUInt32BE(0x10000, 0)
  directory.writeUInt16BE(sorted.length, 4)
  directory.writeUInt16BE(16 * power, 6)
  directory.writeUInt16BE(Math.log2(power), 8)
  directory.writeUInt16BE(16 * (sorted.length - power), 10)

  const head = tables.get('head')
  if (head !== undefined) viewOf(head).setUint32(8, 0)
  const parts: Uint8Array[] = [directory]
  let at = directory.length
  for (const [index, [tag, bytes]] of sorted.entries()) {
    const entry = 12 + 16 * index
    const padded = Buffer.concat([bytes], (bytes.length + 3) & ~3)
    directory.write(tag, entry, 'latin1')
    directory.writeUInt32BE(sumOf(padded), entry + 4)
    directory.writeUInt32BE(at, entry + 8)
    directory.writeUInt32BE(bytes.length, entry + 12)
    parts.push(tag === 'head' && head !== undefined ? head : padded)
    if (tag === 'head') parts.push(Buffer.alloc(padded.length - bytes.length))
    at += padded.length
  }
  if (head !== undefined) viewOf(head).setUint32(8, (0xb1b0afba - sumOf(Buffer.concat(parts))) >>> 0)
  return Buffer.concat(parts)
}

/** @param bytes a multiple of four long */
function sumOf(bytes: Buffer): number {
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0
  return sum
}
