/** A font file → the axes it varies along, each pinned to a value: a variable font would be Type 3 in PDFs. */
import { tablesOf, viewOf } from './tables.js'

/**
 * @param font an sfnt, not compressed
 * @param weight of text, 400 or 700; the nearest that the font goes to
 * @returns axis → value, for subsetting; empty for a font that does not vary
 */
export function pinnedAxes(font: Uint8Array, weight: number): Readonly<Record<string, number>> {
  const table = tablesOf(font).get('fvar')
  if (table === undefined) return {}
  const view = viewOf(table)
  const first = view.getUint16(4)
  const size = view.getUint16(10)
  const fixed = (at: number) => view.getInt32(at) / 0x10000
  const axes: [tag: string, value: number][] = []
  for (let index = 0; index < view.getUint16(8); index++) {
    const at = first + index * size
    const tag = Buffer.from(table.subarray(at, at + 4)).toString('latin1')
    const [least, usual, most] = [fixed(at + 4), fixed(at + 8), fixed(at + 12)]
    axes.push([tag, tag === 'wght' ? Math.min(most, Math.max(least, weight)) : usual])
  }
  return Object.fromEntries(axes)
}
