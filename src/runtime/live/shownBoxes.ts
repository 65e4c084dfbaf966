/** What is on stage now → the boxes that somebody reads or looks at: lines of text, pictures, the line of sections, the arrows. */
import { pushAll } from '../../model/lists.js'
import type { Stage } from '../player/stage.js'
import type { Box } from './freePlace.js'

const PICTURES = 'img, svg, video, canvas, .page-number, .lost'
const AROUND = '.progress-line, .controls button'

export function shownBoxes({ current, deck: { root } }: Stage): readonly Box[] {
  const slide = current()
  const around = [root, document.body].flatMap((place) => [...place.querySelectorAll(AROUND)])
  const pictures = slide ? [...slide.querySelectorAll(PICTURES)] : []
  const boxes = [...new Set([...around, ...pictures])].map((each) => each.getBoundingClientRect())
  return [...boxes, ...(slide ? linesOf(slide) : [])].filter(({ width, height }) => width > 0 && height > 0)
}

function linesOf(slide: HTMLElement): readonly DOMRect[] {
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  const lines: DOMRect[] = []
  while (walker.nextNode()) {
    if (!/\S/.test(walker.currentNode.nodeValue ?? '')) continue
    range.selectNodeContents(walker.currentNode)
    pushAll(lines, range.getClientRects())
  }
  return lines
}
