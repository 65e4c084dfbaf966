/** Boxes of which some are taller than is wanted → boxes where those go on line by line: code, or a term, without an end. */
import type { PlacedBox } from '../fit/boxes.js'
import { firstBelow } from '../fit/lines.js'

/** What a cut between two lines costs: the same as within a paragraph. */
const BETWEEN_LINES = 1
/** Of a line's height: letters of several fonts don't stand on the very same height. */
const TOLERANCE = 0.25

/**
 * Only reads the page.
 *
 * @param flow the element that the boxes count from
 * @param tallest what may stay whole, px
 */
export function cutTallBoxes(boxes: readonly PlacedBox[], flow: Element, tallest: number): readonly PlacedBox[] {
  const origin = flow.getBoundingClientRect().top
  return boxes.flatMap((box) => (box.bottom - box.top > tallest ? linesOf(box, origin) : [box]))
}

function linesOf(box: PlacedBox, origin: number): readonly PlacedBox[] {
  const { node, top, bottom } = box
  if (!(node instanceof HTMLElement)) return [box]
  const pitch = Number.parseFloat(getComputedStyle(node).lineHeight)
  const edges = Array.from({ length: Math.ceil((bottom - top) / pitch) - 1 }, (_, index) => top + (index + 1) * pitch)
  const lines = edges.flatMap((edge): readonly PlacedBox[] => {
    const start = firstBelow(node, origin + edge + pitch * TOLERANCE)
    return start ? [{ ...box, ...start, top: edge, cost: BETWEEN_LINES }] : []
  })
  const all = [box, ...lines]
  return all.map((line, index) => {
    const next = all[index + 1]
    return { ...line, bottom: next?.top ?? bottom, keepsNext: box.keepsNext && !next }
  })
}
