/** CSS `unicode-range` ↔ pairs of first and last code point. */

export type Range = readonly [first: number, last: number]

/** @param text `U+4E00-4E02,U+5000`; parts that are no range are left out */
export function parseRanges(text: string): readonly Range[] {
  const ranges: Range[] = []
  for (const part of text.split(',')) {
    const start = part.search(/[^\s]/) + 2
    const dash = part.indexOf('-', start)
    const first = Number.parseInt(part.slice(start), 16)
    const last = dash < 0 ? first : Number.parseInt(part.slice(dash + 1), 16)
    if (first <= last) ranges.push([first, last])
  }
  return ranges
}

/** @param codes code points in any order, none twice */
export function printRanges(codes: Iterable<number>): string {
  const ranges: [first: number, last: number][] = []
  for (const code of [...codes].sort((left, right) => left - right)) {
    const open = ranges.at(-1)
    if (open !== undefined && code === open[1] + 1) open[1] = code
    else ranges.push([code, code])
  }
  const hex = (code: number) => code.toString(16).toUpperCase()
  return ranges.map(([first, last]) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`)).join(',')
}

/** Of some code points, ascending, those that lie in the ranges. */
export function within(sorted: readonly number[], ranges: readonly Range[]): readonly number[] {
  const found: number[] = []
  for (const [first, last] of ranges) {
    for (let index = firstAtLeast(sorted, first); index < sorted.length; index++) {
      const code = sorted[index]
      if (code === undefined || code > last) break
      found.push(code)
    }
  }
  return found
}

function firstAtLeast(sorted: readonly number[], least: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? Infinity) < least) low = middle + 1
    else high = middle
  }
  return low
}
