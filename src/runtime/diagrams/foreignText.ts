/** HTML inside a drawing → its lines as text of the drawing, where they stood. */

import { groundOf } from './looks.js'

const SVG = 'http://www.w3.org/2000/svg'

interface Line {
  text: string
  readonly rect: DOMRect
  readonly style: CSSStyleDeclaration
}

export function foreignText(element: Element, svg: SVGSVGElement): readonly SVGElement[] {
  const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM()?.inverse() : undefined
  if (!matrix) return []
  const ground = groundOf(element, svg)
  return linesIn(element).map(({ text, rect, style }) => {
    const { x, y } = new DOMPoint(rect.left, rect.top + rect.height / 2).matrixTransform(matrix)
    const line = document.createElementNS(SVG, 'text')
    const looks = {
      x: String(x),
      y: String(y),
      'dominant-baseline': 'central',
      fill: style.color,
      'data-ground': ground,
    }
    const size = String(Number.parseFloat(style.fontSize))
    const weight = Number(style.fontWeight) >= 600 ? '700' : '400'
    for (const [name, value] of Object.entries({ ...looks, 'font-size': size, 'font-weight': weight }))
      line.setAttribute(name, value)
    line.append(text)
    return line
  })
}

/** Characters that stand on one line, in one element. */
function linesIn(element: Element): readonly Line[] {
  const lines: Line[] = []
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text) || !node.parentElement) continue
    const style = getComputedStyle(node.parentElement)
    let open: Line | undefined
    for (let at = 0; at < node.length; at++) {
      range.setStart(node, at)
      range.setEnd(node, at + 1)
      const rect = range.getBoundingClientRect()
      if (rect.width === 0) continue
      if (!open || Math.abs(open.rect.top - rect.top) > rect.height / 2) {
        open = { text: '', rect, style }
        lines.push(open)
      }
      open.text += node.data[at] ?? ''
    }
  }
  return lines.filter(({ text }) => text.trim() !== '')
}
