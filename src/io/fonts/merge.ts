/** Several cuts of one font → one font file with the glyphs of all: a browser opens one file instead of twenty. */
import { pushAll } from '../../model/lists.js'
import { glyphsOf } from './cmap.js'
import { printCmap } from './printCmap.js'
import { fontOf, tablesOf, viewOf } from './tables.js'

/**
 * Merges cuts of the same font at the same weight, drawn by the same tool. Only for letters that need no layout, such as
 * ideographs: kerning and substitutions are left out, since they speak of glyphs by numbers that change here.
 * @param fonts sfnt with TrueType outlines, at least one; when two have a character, the first one's glyph stays
 */
export function mergeFonts(fonts: readonly Uint8Array[]): Uint8Array {
  const [first = new Map<string, Uint8Array>(), ...others] = fonts.map(tablesOf)
  const glyphs: Uint8Array[] = []
  const metrics: Uint8Array[] = []
  const characters = new Map<number, number>()
  for (const [index, font] of fonts.entries()) {
    // The empty box, glyph 0, is the first font's.
    const from = index === 0 ? 0 : 1
    const shift = glyphs.length - from
    const own = glyphsAndMetrics(font)
    pushAll(
      glyphs,
      own.glyphs.slice(from).map((glyph) => shifted(glyph, shift)),
    )
    pushAll(metrics, own.metrics.slice(from))
    for (const [code, glyph] of glyphsOf(font)) if (!characters.has(code)) characters.set(code, glyph + shift)
  }

  const head = Buffer.from(first.get('head') ?? [])
  const hhea = Buffer.from(first.get('hhea') ?? [])
  const maxp = Buffer.from(first.get('maxp') ?? [])
  for (const other of others) {
    const box = Buffer.from(other.get('head') ?? [])
    // The box around all glyphs: xMin, yMin, xMax, yMax.
    for (const at of [36, 38]) head.writeInt16BE(Math.min(head.readInt16BE(at), box.readInt16BE(at)), at)
    for (const at of [40, 42]) head.writeInt16BE(Math.max(head.readInt16BE(at), box.readInt16BE(at)), at)
    const most = Buffer.from(other.get('maxp') ?? [])
    for (let at = 4; at < maxp.length; at += 2)
      maxp.writeUInt16BE(Math.max(maxp.readUInt16BE(at), most.readUInt16BE(at)), at)
    const wide = Buffer.from(other.get('hhea') ?? [])
    hhea.writeUInt16BE(Math.max(hhea.readUInt16BE(10), wide.readUInt16BE(10)), 10)
  }
  // Places of glyphs are 32 bits long; every glyph has its own width.
  head.writeInt16BE(1, 50)
  hhea.writeUInt16BE(glyphs.length, 34)
  maxp.writeUInt16BE(glyphs.length, 4)

  const kept = ['OS/2', 'name', 'post', 'gasp'].flatMap((tag) => {
    const table = first.get(tag)
    return table === undefined ? [] : [[tag, table] as const]
  })
  return fontOf(
    new Map<string, Uint8Array>([
      ...kept,
      ['head', head],
      ['hhea', hhea],
      ['maxp', maxp],
      ['cmap', printCmap(characters)],
      ['glyf', Buffer.concat(glyphs)],
      ['loca', placesOf(glyphs)],
      ['hmtx', Buffer.concat(metrics)],
    ]),
  )
}

/** The outline of every glyph, padded to four bytes, and its width and left side, four bytes. */
function glyphsAndMetrics(font: Uint8Array) {
  const tables = tablesOf(font)
  const table = (tag: string): Buffer => Buffer.from(tables.get(tag) ?? [])
  const [loca, hmtx] = [table('loca'), table('hmtx')]
  const outlines = table('glyf')
  const long = table('head').readInt16BE(50) === 1
  const place = (glyph: number) => (long ? loca.readUInt32BE(4 * glyph) : 2 * loca.readUInt16BE(2 * glyph))
  const widths = table('hhea').readUInt16BE(34)
  const count = table('maxp').readUInt16BE(4)

  const glyphs: Uint8Array[] = []
  const metrics: Uint8Array[] = []
  for (let glyph = 0; glyph < count; glyph++) {
    const outline = outlines.subarray(place(glyph), place(glyph + 1))
    glyphs.push(Buffer.concat([outline], (outline.length + 3) & ~3))
    // From some glyph on all are as wide as the last that says so.
    const width = 4 * Math.min(glyph, widths - 1)
    const side = glyph < widths ? width + 2 : 4 * widths + 2 * (glyph - widths)
    metrics.push(Buffer.concat([hmtx.subarray(width, width + 2), hmtx.subarray(side, side + 2)]))
  }
  return { glyphs, metrics }
}

/** A glyph that is put together from others names them by number. */
function shifted(glyph: Uint8Array, shift: number): Uint8Array {
  if (glyph.length === 0 || shift === 0 || viewOf(glyph).getInt16(0) >= 0) return glyph
  const composite = Buffer.from(glyph)
  for (let at = 10; ; ) {
    const flags = composite.readUInt16BE(at)
    composite.writeUInt16BE(composite.readUInt16BE(at + 2) + shift, at + 2)
    const [wordArguments, scale, more, twoScales, matrix] = [1, 8, 32, 64, 128].map((bit) => (flags & bit) !== 0)
    at += 4 + (wordArguments ? 4 : 2) + (scale ? 2 : twoScales ? 4 : matrix ? 8 : 0)
    if (!more) return composite
  }
}

function placesOf(glyphs: readonly Uint8Array[]): Uint8Array {
  const places = Buffer.alloc(4 * (glyphs.length + 1))
  let at = 0
  for (const [index, glyph] of glyphs.entries()) {
    at += glyph.length
    places.writeUInt32BE(at, 4 * (index + 1))
  }
  return places
}
