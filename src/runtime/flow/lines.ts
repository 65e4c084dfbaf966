/** A text in the page and a height → the character that the first line below that height begins with. Only reads. */
import { sharedRange } from '../range.js'
import { textsIn } from '../texts.js'

export interface TextPlace {
  readonly node: Text
  /** Character of the text node. */
  readonly offset: number
}

/**
 * Lines follow one another in the text, so the first character of one is found by halving.
 *
 * @param edge text whose lower edge is above this stands on lines before; px of the window
 * @returns undefined where no text is that far down
 */
export function firstBelow(element: Node, edge: number): TextPlace | undefined {
  const texts = textsIn(element)
  const range = sharedRange()
  const index = firstIndex(texts.length, (at) => endOf(range, texts, at) > edge)
  const node = texts[index]
  if (!node) return undefined
  const offset = firstIndex(node.data.length, (at) => bottomOf(range, node, at) > edge)
  // The second half of a pair of surrogates stands where the first does.
  return { node, offset: /[\udc00-\udfff]/.test(node.data[offset] ?? '') ? offset - 1 : offset }
}

/** The first of `count` for which it holds; it holds for all behind. `count` when it holds for none. */
function firstIndex(count: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, count]
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
