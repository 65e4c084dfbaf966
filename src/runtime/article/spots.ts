/** Pieces and the pages that they make → where on paper an element of the flow stands. */
import type { PlacedPiece } from './pieces.js'

export interface Spot {
  /** From 0. */
  readonly page: number
  /** From the top of the page's text, px. */
  readonly top: number
  /** Whether the page begins with it. */
  readonly opens: boolean
}

/** Undefined for what is in no piece. */
export type Spots = (element: Element) => Spot | undefined

/** @param starts indices of the pieces that begin a page */
export function spotsOf(pieces: readonly PlacedPiece[], starts: readonly number[]): Spots {
  const spots = new Map<Element, Spot>()
  starts.forEach((start, page) => {
    const opening = pieces[start]
    if (!opening) return
    for (let index = start; index < (starts[page + 1] ?? pieces.length); index++) {
      const piece = pieces[index]
      if (!piece || piece.line > 0) continue
      spots.set(piece.node, { page, top: piece.top - opening.top + opening.lead, opens: index === start })
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
