/** A slide → its words as one text, and any stretch of that text → where it stands on the slide. */
import { type Comparable, comparable } from './findText.js'

export interface SlideText {
  readonly words: Comparable
  /** Boxes of the stretch, on screen. */
  boxes(from: number, to: number): readonly DOMRect[]
}

interface Piece {
  readonly node: Text
  readonly from: number
}

const blocks = 'p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, pre, figcaption, .line, .title, div'

/** What the foot says, every slide says; and what the speaker notes say is not for the room. */
const unread = '.foot, .trail, aside.notes, .page-number, .part, .hits'

/** `<wbr>`, emphasis and links cut a word into several text nodes: here they are one again. Paragraphs have a line each. */
export function slideText(slide: HTMLElement): SlideText {
  const pieces: Piece[] = []
  let text = ''
  let block: Element | null = null
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    if (!(node instanceof Text) || !parent || parent.closest(unread)) continue
    const own = parent.closest(blocks)
    if (own !== block) text += '\n'
    block = own
    pieces.push({ node, from: text.length })
    // Line ends of the source are spaces; those of the text mean a new block.
    text += node.data.replaceAll('\n', ' ')
  }
  return {
    words: comparable(text),
    boxes: (from, to) => pieces.flatMap((piece) => boxesIn(piece, from, to)),
  }
}

function boxesIn({ node, from: start }: Piece, from: number, to: number): readonly DOMRect[] {
  const first = Math.max(from - start, 0)
  const last = Math.min(to - start, node.length)
  if (first >= last) return []
  const range = document.createRange()
  range.setStart(node, first)
  range.setEnd(node, last)
  return [...range.getClientRects()].filter(({ width }) => width > 0)
}
