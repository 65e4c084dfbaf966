/** The flow and the pieces that begin pages → the text of each page. */
import { takeFrom } from '../fit/cut.js'
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

/** Only reads. Lines follow one another in the text, so the first character of one is found by halving. */
function placeOf({ node, line, edge }: PlacedPiece): Pick<Cut, 'node' | 'offset'> {
  if (line === 0) return { node, offset: 0 }
  const texts = textNodes(node)
  const range = document.createRange()
  const index = firstIndex(texts.length, (at) => endOf(range, texts, at) > edge)
  const text = texts[index]
  if (!text) return { node, offset: 0 }
  const offset = firstIndex(text.data.length, (at) => bottomOf(range, text, at) > edge)
  // The second half of a pair of surrogates stands where the first does.
  return { node: text, offset: /[\udc00-\udfff]/.test(text.data[offset] ?? '') ? offset - 1 : offset }
}

/** The first of `count` for which it holds; it holds for all behind. The last one when it holds for none. */
function firstIndex(count: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, count - 1]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** Lower edge of the last character of the texts up to this one that is drawn at all. */
function endOf(range: Range, texts: readonly Text[], index: number): number {
  for (let at = index; at >= 0; at--) {
    const text = texts[at]
    const bottom = text ? bottomOf(range, text, text.data.length - 1) : Number.NEGATIVE_INFINITY
    if (bottom > Number.NEGATIVE_INFINITY) return bottom
  }
  return Number.NEGATIVE_INFINITY
}

/** Lower edge of a character, or of the nearest one before it that is drawn: spaces at the end of a line are not. */
function bottomOf(range: Range, text: Text, offset: number): number {
  for (let at = offset; at >= 0; at--) {
    range.setStart(text, at)
    range.setEnd(text, at + 1)
    const rects = range.getClientRects()
    const last = rects[rects.length - 1]
    if (last) return last.bottom
  }
  return Number.NEGATIVE_INFINITY
}

function textNodes(element: Element): readonly Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const nodes: Text[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node instanceof Text) nodes.push(node)
  return nodes
}
