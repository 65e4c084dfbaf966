/** The flow and the pieces that begin pages → the text of each page. */
import { takeFrom } from '../fit/cut.js'
import { firstBelow } from '../fit/lines.js'
import { makeElement } from '../sheets/sheet.js'
import type { PlacedPiece } from './pieces.js'

/** Where a page begins in the flow. */
export interface Cut {
  readonly piece: PlacedPiece
  readonly node: Node
  /** Character of the text node; 0 for an element. */
  readonly offset: number
}

/** Only reads: the flow must still be laid out. */
export const cutsAt = (pieces: readonly PlacedPiece[], starts: readonly number[]): readonly Cut[] =>
  starts.slice(1).flatMap((start) => {
    const piece = pieces[start]
    return piece ? [{ piece, ...placeOf(piece) }] : []
  })

/**
 * Cuts from the last to the first, so that each cut moves one page's worth.
 *
 * @param flow out of the document: there, a long one would be looked through again after every cut
 */
export function tearPages(flow: HTMLElement, cuts: readonly Cut[]): readonly HTMLElement[] {
  const pages = cuts.toReversed().map(({ piece, node, offset }) => {
    const fragment = takeFrom(flow, { node, offset, again: [] }, '')
    if (piece.line > 0 && !endsLine(piece.node)) piece.node.classList.add('torn')
    return textOf(fragment)
  })
  const first = document.createDocumentFragment()
  first.append(...flow.childNodes)
  return [textOf(first), ...pages.reverse()]
}

function textOf(content: DocumentFragment): HTMLElement {
  const text = makeElement('div', 'article-text')
  text.append(content)
  return text
}

/** Whether what is left of a paragraph ends where its author ended a line: that line is not to be spread out. */
function endsLine(paragraph: Element): boolean {
  let last: ChildNode | null = paragraph.lastChild
  while (last && (last.lastChild || (last instanceof Text && last.data === '')))
    last = last.lastChild ?? last.previousSibling
  return last instanceof HTMLBRElement
}

/** Only reads. */
function placeOf({ node, line, edge }: PlacedPiece): Pick<Cut, 'node' | 'offset'> {
  const start = line === 0 ? undefined : firstBelow(node, edge)
  return start ?? { node, offset: 0 }
}
