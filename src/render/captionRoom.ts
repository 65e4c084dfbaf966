/** Rows of pictures on a slide → how many lines their captions take below them, or that they find no room there. Pure arithmetic. */
import { most } from '../model/lists.js'
import { displayWidth } from '../model/text.js'

/** A picture of a row: its width to its height, and what stands below it. */
export interface Captioned {
  readonly ratio: number
  readonly caption: string
}

/** Half-width letters of a caption on the whole width of a slide. */
const columns = 96
/** Lines below one row: more of them say more than the picture shows. */
const mostLines = 3
/** How often the rows are tried: lines make pictures narrower, which makes more lines. */
const attempts = 3

/**
 * @param shareOf what a row takes of the slide's width when there are so many lines below all rows
 * @returns lines below all rows; undefined when a caption is too long for the width that its picture's shape gets, or a word is
 */
export function captionLines(
  rows: readonly (readonly Captioned[])[],
  shareOf: (lines: number, row: readonly Captioned[]) => number,
): number | undefined {
  let lines = 0
  for (let attempt = 0; attempt < attempts; attempt++) {
    const taken = rows.map((row) => linesBelow(row, columns * shareOf(lines, row)))
    if (taken.some((each) => each > mostLines)) return undefined
    lines = taken.reduce((sum, each) => sum + each, 0)
  }
  return lines
}

/** Pictures of a row are as high as one another, so each has its shape's share of the width. */
function linesBelow(row: readonly Captioned[], width: number): number {
  const whole = row.reduce((sum, { ratio }) => sum + ratio, 0)
  return most(row.map(({ ratio, caption }) => linesIn(caption, (width * ratio) / whole)))
}

const linesIn = (caption: string, width: number): number =>
  longestWord(caption) > width ? Number.POSITIVE_INFINITY : Math.ceil(displayWidth(caption) / Math.max(1, width))

/** Chinese breaks anywhere. */
const longestWord = (text: string): number =>
  most((text.match(/[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]+/gu) ?? []).map(displayWidth), 0)
