/** Boxes and the pages that they make → where on paper an element of the flow stands. */
import type { PlacedBox } from '../flow/placedBox.js'

export interface Spot {
  /** From 0. */
  readonly page: number
  /** From the top of the page's text, px. */
  readonly top: number
  /** Whether the page begins with it. */
  readonly opens: boolean
}

/** Undefined for what is in no box. */
export type Spots = (element: Element) => Spot | undefined

/** @param starts indices of the boxes that begin a page */
export function spotsOf(boxes: readonly PlacedBox[], starts: readonly number[]): Spots {
  const spots = new Map<Element, Spot>()
  starts.forEach((start, page) => {
    const opening = boxes[start]
    if (!opening) return
    for (let index = start; index < (starts[page + 1] ?? boxes.length); index++) {
      const box = boxes[index]
      if (!(box?.node instanceof Element) || box.edge !== undefined) continue
      spots.set(box.node, { page, top: box.top - opening.top + opening.lead, opens: index === start })
    }
  })
  return (element) => {
    for (let node: Element | null = element; node; node = node.parentElement) {
      const spot = spots.get(node)
      if (spot) return spot
    }
    return undefined
  }
}
