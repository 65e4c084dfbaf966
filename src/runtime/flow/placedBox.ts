/** A box of the flow → the place in the page where a part that it begins starts. */
import type { Box } from './box.js'
import { firstBelow } from './lines.js'

/** Where a part starts. */
export interface Start {
  readonly node: Node
  /** Character, where it starts inside a text node. */
  readonly offset: number
  /** Texts of the items around it, outermost first, which the part says again. */
  readonly again: readonly Element[]
  /** Where it starts in each of the columns side by side that its node is; nowhere in those that end above. */
  readonly across?: readonly (Element | undefined)[]
}

/** A box and where it starts. */
export interface PlacedBox extends Box, Start {
  /** It starts on a line of the node: the first whose lower edge is below this; px of the window. */
  readonly edge?: number
}

/** Only reads: the flow must still be laid out. */
export function startOf({ node, offset, again, across, edge }: PlacedBox): Start {
  const place = edge === undefined || !(node instanceof Element) ? undefined : firstBelow(node, edge)
  return { ...(place ?? { node, offset }), again, ...(across && { across }) }
}
