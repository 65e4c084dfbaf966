/** Boxes of a flow → the same, where a cut that leaves a line or two of a section alone costs what that looks like. Pure arithmetic. */
import type { Box } from '../flow/box.js'

/** What a cut costs (see flow/prices.ts) that leaves so few lines below a heading, or above the next one: at most these. */
const FEW = [
  { lines: 1.5, cost: 0.05 },
  { lines: 2.6, cost: 0.015 },
] as const

/**
 * A heading with one line below it at the foot of a page, or the last line of a section at the head of one, is overlooked.
 *
 * @param line height of one, px
 */
export function holdStragglers<B extends Box>(boxes: readonly B[], line: number): readonly B[] {
  const ends = endsOfSections(boxes)
  let begin = Number.NEGATIVE_INFINITY
  return boxes.map((box, index) => {
    const before = boxes[index - 1]
    if (isHeading(before)) begin = box.top
    if (!before || isHeading(before) || isHeading(box)) return box
    return { ...box, least: costOf(Math.min(before.bottom - begin, (ends[index] ?? box.bottom) - box.top) / line) }
  })
}

const isHeading = (box: Box | undefined): boolean => box?.held === 'heading'

/** By box: lower edge of the section that it is in. */
function endsOfSections(boxes: readonly Box[]): readonly number[] {
  let end = 0
  const ends = boxes.toReversed().map((box, index, reversed) => {
    const after = reversed[index - 1]
    if (!after || isHeading(after)) end = box.bottom
    return end
  })
  return ends.reverse()
}

const costOf = (lines: number): number => FEW.find((few) => lines <= few.lines)?.cost ?? 0
