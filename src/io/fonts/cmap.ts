/** A TrueType font file → the characters it has glyphs for. */

/**
 * Reads formats 4 and 12 of the `cmap` table, the two in use.
 * @param font an sfnt, not compressed
 * @returns code points; empty when there is no table that can be read
 */
export function charactersOf(font: Uint8Array): ReadonlySet<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const codes = new Set<number>()
  const cmap = tableAt(view, 'cmap')
  if (cmap === undefined) return codes
  const count = view.getUint16(cmap + 2)
  for (let record = 0; record < count; record++) {
    const table = cmap + view.getUint32(cmap + 4 + 8 * record + 4)
    const format = view.getUint16(table)
    if (format === 4) readSegments(view, table, codes)
    if (format === 12) readGroups(view, table, codes)
  }
  return codes
}

function tableAt(view: DataView, tag: string): number | undefined {
  const count = view.getUint16(4)
  for (let index = 0; index < count; index++) {
    const entry = 12 + 16 * index
    const name = String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(entry + offset)))
    if (name === tag) return view.getUint32(entry + 8)
  }
  return undefined
}

/** Format 4: runs of characters of the Basic Multilingual Plane; a run maps by an offset or through a list of glyphs. */
function readSegments(view: DataView, table: number, codes: Set<number>): void {
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
      // Glyph 0 is the empty box.
      if (listed !== 0 && ((listed + delta) & 0xffff) !== 0) codes.add(code)
    }
  }
}

/** Format 12: groups of characters of all planes. */
function readGroups(view: DataView, table: number, codes: Set<number>): void {
  const groups = view.getUint32(table + 12)
  for (let group = 0; group < groups; group++) {
    const entry = table + 16 + 12 * group
    const first = view.getUint32(entry)
    const last = view.getUint32(entry + 4)
    const glyph = view.getUint32(entry + 8)
    for (let code = first; code <= last; code++) if (glyph + code - first !== 0) codes.add(code)
  }
}
