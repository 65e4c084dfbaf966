/** Boxes of the article → the same, where its text begins on a page of its own if little of it would find room below the contents. */
import type { Box } from '../flow/box.js'

/** A page that contents fill by more than this, they have to themselves. */
const contentsAtMost = 0.72

export function openText<B extends Box>(boxes: readonly B[], flow: Element, pageHeight: number): readonly B[] {
  const contents = flow.querySelector(':scope > nav')
  if (!contents) return boxes
  const end = contents.getBoundingClientRect().bottom - flow.getBoundingClientRect().top
  if (end % pageHeight < pageHeight * contentsAtMost) return boxes
  const first = boxes.findIndex(({ top }) => top >= end)
  return boxes.map((box, index) => (index === first ? { ...box, forced: true } : box))
}
