/** Slides as a person writes them, `3,7-9` → which slides of a deck are meant. */

/** From and to count from 1, and both belong to it. */
export interface SlideRange {
  readonly from: number
  /** Infinity for «to the last one». */
  readonly to: number
}

/**
 * Reads leniently what can mean only one thing: blanks, `7-` for all from there on, `–` for `-`, full-width digits and commas.
 *
 * @returns the ranges as they stand there; or the piece that can't be read
 */
export function readSlides(written: string): readonly SlideRange[] | { readonly wrong: string } {
  const plain = written
    .normalize('NFKC')
    .replace(/[‐-―~〜]/g, '-')
    .replace(/\s*-\s*/g, '-')
  const ranges: SlideRange[] = []
  for (const piece of plain.split(/[\s,、;]+/).filter((part) => part !== '')) {
    const range = readRange(piece)
    if (range === undefined) return { wrong: piece }
    ranges.push(range)
  }
  return ranges.length > 0 ? ranges : { wrong: written.trim() }
}

function readRange(piece: string): SlideRange | undefined {
  const [, first, dash, last] = /^(\d{1,6})(?:(-)(\d{1,6})?)?$/.exec(piece) ?? []
  if (first === undefined) return undefined
  const from = Number(first)
  const to = last !== undefined ? Number(last) : dash === undefined ? from : Number.POSITIVE_INFINITY
  return from >= 1 && to >= from ? { from, to } : undefined
}

/**
 * @param count slides that there are
 * @returns each slide once, in the order of the deck, all when no range is given; or the first one that is not there
 */
export function slidesIn(
  ranges: readonly SlideRange[],
  count: number,
): readonly number[] | { readonly missing: number } {
  const named = ranges.flatMap(({ from, to }) => (Number.isFinite(to) ? [from, to] : [from]))
  const missing = named.find((slide) => slide > count)
  if (missing !== undefined) return { missing }
  const all = Array.from({ length: count }, (_, index) => index + 1)
  return ranges.length === 0 ? all : all.filter((slide) => ranges.some(({ from, to }) => from <= slide && slide <= to))
}
