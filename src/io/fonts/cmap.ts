/** A TrueType font file → the characters it has, each with the number of its glyph. */
import { tablesOf, viewOf } from './tables.js'

/**
 * Reads formats 4 and 12 of the `cmap` table, the two in use.
 * @param font an sfnt, not compressed
 * @returns code point → glyph; empty when there is no table that can be read. Glyph 0, the empty box, is left out
 */
export function glyphsOf(font: Uint8Array): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>()
  const cmap = tablesOf(font).get('cmap')
  if (cmap === undefined) return glyphs
  const view = viewOf(cmap)
  const count = view.getUint16(2)
  for (let record = 0; record < count; record++) {
    const table = view.getUint32(4 + 8 * record + 4)
    const format = view.getUint16(table)
    if (format === 4) readSegments(view, table, glyphs)
    if (format === 12) readGroups(view, table, glyphs)
  }
  return glyphs
}

/** Format 4: runs of characters of the Basic Multilingual Plane; a run maps by an offset or through a list of glyphs. */
function readSegments(view: DataView, table: number, glyphs: Map<number, number>): void {
  const bytes = view.getUint16(table + 6)
  const ends = table + 14
  const starts = ends + bytes + 2
  const deltas = starts + bytes
  const offsets = deltas + bytes
  for (let segment = 0; segment < bytes; segment += 2) {
    const last = view.getUint16(ends + segment)
    const delta = view.getUint16(deltas + segment)
    const offset = view.getUint16(offsets + segment)
    const first = view.getUint16(starts + segment)
    for (let code = first; code <= last && code < 0xffff; code++) {
      const listed = offset === 0 ? code : view.getUint16(offsets + segment + offset + 2 * (code - first))
      const glyph = listed === 0 ? 0 : (listed + delta) & 0xffff
      if (glyph !== 0) glyphs.set(code, glyph)
    }
  }
}

/** Format 12: groups of characters of all planes. */
function readGroups(view: DataView, table: number, glyphs: Map<number, number>): void {
  const groups = view.getUint32(table + 12)
  for (let group = 0; group < groups; group++) {
    const entry = table + 16 + 12 * group
    const first = view.getUint32(entry)
    const last = view.getUint32(entry + 4)
    const glyph = view.getUint32(entry + 8)
    for (let code = first; code <= last; code++) if (glyph + code - first !== 0) glyphs.set(code, glyph + code - first)
  }
}
