/** A fitted slide → how much it shows below its title: lines of text, and pictures. */
import { least } from '../../model/lists.js'
import type { SlideBody } from '../../model/look.js'
import { flowOf } from '../fit/measure.js'
import { textElementsOf } from './text.js'

/** No content, where they stand in the flow: titles of some layouts, and what is said again of the part before. */
const FRAMING = '.title, .eyebrow, .part, .foot, .again'

export function bodyOf(slide: HTMLElement, index: number): SlideBody {
  const body = flowOf(slide) ?? slide
  const lines = linesIn(slide, body)
  const widest = lines.reduce((most, { left, right }) => Math.max(most, right - left), 0)
  return {
    page: index + 1,
    lines: lines.length,
    widest: Math.round((widest / Math.max(1, body.clientWidth)) * 1000) / 1000,
    pictures: body.querySelectorAll('img, svg, .card').length + slide.querySelectorAll('.backdrop img').length,
    lost: body.querySelectorAll('.lost').length,
    scale: leastScale(body),
  }
}

/** Vector drawings have no size of their own: whoever drew them may have written any number. */
function leastScale(body: Element): number {
  const bitmaps = [...body.querySelectorAll('img')].filter((picture) => !/\.svg$/i.test(picture.src))
  const scales = bitmaps.map((picture) => picture.clientWidth / Math.max(1, picture.naturalWidth))
  return Math.round(least(scales, 1) * 100) / 100
}

interface Line {
  readonly middle: number
  readonly height: number
  left: number
  right: number
}

function linesIn(slide: Element, body: Element): readonly Line[] {
  const lines: Line[] = []
  for (const { left, right, top, height } of rectsIn(slide, body)) {
    const middle = top + height / 2
    // Small type stands on the line of the large type beside it.
    const line = lines.find((other) => Math.abs(other.middle - middle) < Math.max(other.height, height) / 2)
    if (line) {
      line.left = Math.min(line.left, left)
      line.right = Math.max(line.right, right)
    } else lines.push({ middle, height, left, right })
  }
  return lines
}

function rectsIn(slide: Element, body: Element): readonly DOMRect[] {
  const range = document.createRange()
  return textElementsOf(slide)
    .filter(({ element }) => body.contains(element) && !element.closest(FRAMING))
    .flatMap(({ element }) => [...element.childNodes])
    .flatMap((node) => {
      if (!(node instanceof Text) || node.data.trim() === '') return []
      range.selectNodeContents(node)
      return [...range.getClientRects()].filter(({ width }) => width > 0)
    })
}
