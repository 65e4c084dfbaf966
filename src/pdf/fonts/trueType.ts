/** The bytes of a TrueType font ⇄ its tables, and the outlines and measures of its glyphs. */
import { fromCodes } from '../../model/lists.js'
import { fail } from '../unknown.js'

/** Table by its tag: `glyf`, `cvt `. */
export type Tables = ReadonlyMap<string, Uint8Array>

const headLength = 12
const entryLength = 16
/** Where `head` says how long the entries of `loca` are, and holds what makes the sum of the whole font come out even. */
const longOffsetsAt = 50
const adjustmentAt = 8
const unitsAt = 18
const wideGlyphsAt = 34
const glyphCountAt = 4
const wholeSum = 0xb1b0afba

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Numbers in what Chrome wrote, which may end early. */
function reader(bytes: Uint8Array) {
  const view = viewOf(bytes)
  const within = (at: number, length: number): number =>
    at >= 0 && at + length <= bytes.length ? at : fail('a font that ends early')
  return {
    short: (at: number): number => view.getUint16(within(at, 2)),
    signed: (at: number): number => view.getInt16(within(at, 2)),
    long: (at: number): number => view.getUint32(within(at, 4)),
  }
}

/** Throws UnknownPdf, as all that read do, when the font ends early. */
export function readTables(font: Uint8Array): Tables {
  const { short, long } = reader(font)
  return new Map(
    Array.from({ length: short(4) }, (_, index) => {
      const at = headLength + index * entryLength
      const tag = fromCodes(font.subarray(at, at + 4))
      const from = long(at + 8)
      return [tag, font.subarray(from, from + long(at + 12))] as const
    }),
  )
}

/** A table that must be there. */
export function tableOf(tables: Tables, tag: string): Uint8Array {
  const table = tables.get(tag)
  return table ?? fail(`a font that has no table ${tag}`)
}

/** Outlines by glyph; undefined for those that are empty or were left out. */
export function readGlyphs(tables: Tables): (Uint8Array | undefined)[] {
  const loca = reader(tableOf(tables, 'loca'))
  const glyf = tableOf(tables, 'glyf')
  const isLong = reader(tableOf(tables, 'head')).short(longOffsetsAt) === 1
  const offset = (glyph: number): number => (isLong ? loca.long(glyph * 4) : loca.short(glyph * 2) * 2)
  return Array.from({ length: glyphCount(tables) }, (_, glyph) => {
    const [from, to] = [offset(glyph), offset(glyph + 1)]
    return to > from ? glyf.subarray(from, to) : undefined
  })
}

export const unitsPerEm = (tables: Tables): number => reader(tableOf(tables, 'head')).short(unitsAt)

export const glyphCount = (tables: Tables): number => reader(tableOf(tables, 'maxp')).short(glyphCountAt)

/** How wide each glyph is, and where its outline begins, in units of the font; nought for glyphs that were left out. */
export interface Measures {
  readonly advances: number[]
  readonly bearings: number[]
}

/** The last glyphs of a font may share one width. */
export function readMeasures(tables: Tables): Measures {
  const hmtx = reader(tableOf(tables, 'hmtx'))
  const wide = reader(tableOf(tables, 'hhea')).short(wideGlyphsAt)
  const glyphs = Array.from({ length: glyphCount(tables) }, (_, glyph) => glyph)
  return {
    advances: glyphs.map((glyph) => hmtx.short(Math.min(glyph, wide - 1) * 4)),
    bearings: glyphs.map((glyph) => hmtx.signed(glyph < wide ? glyph * 4 + 2 : wide * 4 + (glyph - wide) * 2)),
  }
}

/** `hmtx`, and the `hhea` and `maxp` that go with as many glyphs. */
export function writeMeasures({ advances, bearings }: Measures, tables: Tables): Tables {
  const hmtx = new Uint8Array(advances.length * 4)
  const entries = viewOf(hmtx)
  for (const [glyph, advance] of advances.entries()) {
    entries.setUint16(glyph * 4, advance)
    entries.setInt16(glyph * 4 + 2, bearings[glyph] ?? 0)
  }
  const hhea = Uint8Array.from(tableOf(tables, 'hhea'))
  viewOf(hhea).setUint16(wideGlyphsAt, advances.length)
  const maxp = Uint8Array.from(tableOf(tables, 'maxp'))
  viewOf(maxp).setUint16(glyphCountAt, advances.length)
  return new Map([
    ['hhea', hhea],
    ['hmtx', hmtx],
    ['maxp', maxp],
  ])
}

/** `glyf`, `loca` and the `head` that goes with them. */
export function writeGlyphs(glyphs: readonly (Uint8Array | undefined)[], head: Uint8Array): Tables {
  const offsets = [0]
  for (const glyph of glyphs) offsets.push((offsets.at(-1) ?? 0) + padded(glyph?.length ?? 0))
  const glyf = new Uint8Array(offsets.at(-1) ?? 0)
  const loca = new Uint8Array(offsets.length * 4)
  const entries = viewOf(loca)
  for (const [index, offset] of offsets.entries()) {
    const glyph = glyphs[index]
    if (glyph) glyf.set(glyph, offset)
    entries.setUint32(index * 4, offset)
  }
  const mended = Uint8Array.from(head)
  viewOf(mended).setUint16(longOffsetsAt, 1)
  return new Map([
    ['glyf', glyf],
    ['head', mended],
    ['loca', loca],
  ])
}

/** What all subsets of a font have in common, byte for byte: tables that don't change with the glyphs that are in it. */
export function steadyBytes(tables: Tables): readonly Uint8Array[] {
  const without = (tag: string, from: number, to: number): Uint8Array =>
    Uint8Array.from(tableOf(tables, tag)).fill(0, from, to)
  const head = without('head', adjustmentAt, adjustmentAt + 4).fill(0, longOffsetsAt, longOffsetsAt + 2)
  const sizes = [without('hhea', wideGlyphsAt, wideGlyphsAt + 2), without('maxp', glyphCountAt, glyphCountAt + 2)]
  return [head, ...sizes, ...hintingTables.map((tag) => tables.get(tag) ?? new Uint8Array())]
}

/** What a font in a PDF needs at the least, and what tells how to draw it on a grid of pixels. */
export const neededTables = ['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']
export const hintingTables = ['cvt ', 'fpgm', 'prep']

/** A whole font with its sums. */
export function writeFont(tables: Tables): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1))
  const start = headLength + sorted.length * entryLength
  const font = new Uint8Array(sorted.reduce((sum, [, table]) => sum + padded(table.length), start))
  const view = viewOf(font)
  const power = 2 ** Math.floor(Math.log2(sorted.length))
  view.setUint32(0, 0x00010000)
  view.setUint16(4, sorted.length)
  view.setUint16(6, power * entryLength)
  view.setUint16(8, Math.log2(power))
  view.setUint16(10, (sorted.length - power) * entryLength)
  let at = start
  let headAt: number | undefined
  for (const [index, [tag, table]] of sorted.entries()) {
    font.set(table, at)
    if (tag === 'head') {
      headAt = at
      view.setUint32(at + adjustmentAt, 0)
    }
    const length = padded(table.length)
    const entry = headLength + index * entryLength
    for (const [letter, character] of [...tag].entries()) view.setUint8(entry + letter, character.charCodeAt(0))
    view.setUint32(entry + 4, sumOf(view, at, length))
    view.setUint32(entry + 8, at)
    view.setUint32(entry + 12, table.length)
    at += length
  }
  if (headAt !== undefined) view.setUint32(headAt + adjustmentAt, (wholeSum - sumOf(view, 0, font.length)) >>> 0)
  return font
}

const padded = (length: number): number => Math.ceil(length / 4) * 4

function sumOf(view: DataView, from: number, length: number): number {
  let sum = 0
  for (let at = from; at < from + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  return sum
}
