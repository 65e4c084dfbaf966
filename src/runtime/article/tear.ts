/** The flow and where pages begin in it → the text of each page. */
import { takeFrom } from '../fit/cut.js'
import { type PlacedBox, type Start, startOf } from '../flow/placedBox.js'
import { makeElement } from '../sheets/sheet.js'

/** Where a page begins in the flow. */
export interface Cut {
  readonly box: PlacedBox
  readonly start: Start
}

/** Only reads: the flow must still be laid out. */
export const cutsAt = (boxes: readonly PlacedBox[], starts: readonly number[]): readonly Cut[] =>
  starts.slice(1).flatMap((at) => {
    const box = boxes[at]
    return box ? [{ box, start: startOf(box) }] : []
  })

/**
 * Cuts from the last to the first, so that each cut moves one page's worth.
 *
 * @param flow out of the document: there, a long one would be looked through again after every cut
 */
export function tearPages(flow: HTMLElement, cuts: readonly Cut[]): readonly HTMLElement[] {
  const pages = cuts.toReversed().map(({ box: { node, edge }, start }) => {
    const fragment = takeFrom(flow, start, '')
    if (edge !== undefined && node instanceof Element && !endsLine(node)) node.classList.add('torn')
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
