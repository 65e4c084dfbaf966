/** Characters and their glyphs → the `cmap` table of a font. */

interface Run {
  readonly first: number
  last: number
  readonly glyph: number
}

// Its length has 16 bits; a font with more is read through the other table.
const MOST_SEGMENTS = 8000

/** @param characters code point → glyph. Written twice: for old readers up to U+FFFF (format 4), and whole (format 12). */
export function printCmap(characters: ReadonlyMap<number, number>): Uint8Array {
  const runs = runsOf([...characters].sort(([one], [other]) => one - other))
  const short = segments(runs.filter(({ last }) => last < 0xffff))
  const head = Buffer.alloc(20)
  head.writeUInt16BE(2, 2)
  for (const [index, [encoding, place]] of [[1, 20] as const, [10, 20 + short.length] as const].entries()) {
    head.writeUInt16BE(3, 4 + 8 * index)
    head.writeUInt16BE(encoding, 6 + 8 * index)
    head.writeUInt32BE(place, 8 + 8 * index)
  }
  return Buffer.concat([head, short, groups(runs)])
}

/** Neighbours whose glyphs are neighbours, too. */
function runsOf(sorted: readonly (readonly [code: number, glyph: number])[]): readonly Run[] {
  const runs: Run[] = []
  for (const [code, glyph] of sorted) {
    const open = runs.at(-1)
    const goesOn = open !== undefined && code === open.last + 1 && glyph - open.glyph === code - open.first
    if (goesOn) open.last = code
    else runs.push({ first: code, last: code, glyph })
  }
  return runs
}

function segments(runs: readonly Run[]): Buffer {
  const all = [...runs.slice(0, MOST_SEGMENTS), { first: 0xffff, last: 0xffff, glyph: 0 }]
  const table = Buffer.alloc(16 + 8 * all.length)
  const power = 2 ** Math.floor(Math.log2(all.length))
  const numbers = [4, table.length, 0, 2 * all.length, 2 * power, Math.log2(power), 2 * (all.length - power)]
  for (const [index, number] of numbers.entries()) table.writeUInt16BE(number, 2 * index)
  for (const [index, { first, last, glyph }] of all.entries()) {
    table.writeUInt16BE(last, 14 + 2 * index)
    table.writeUInt16BE(first, 16 + 2 * (all.length + index))
    table.writeUInt16BE((glyph - first) & 0xffff, 16 + 2 * (2 * all.length + index))
  }
  return table
}

function groups(runs: readonly Run[]): Buffer {
  const table = Buffer.alloc(16 + 12 * runs.length)
  table.writeUInt16BE(12, 0)
  table.writeUInt32BE(table.length, 4)
  table.writeUInt32BE(runs.length, 12)
  for (const [index, { first, last, glyph }] of runs.entries()) {
    for (const [field, number] of [first, last, glyph].entries())
      table.writeUInt32BE(number, 16 + 12 * index + 4 * field)
  }
  return table
}
