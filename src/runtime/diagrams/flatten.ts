/** A drawing in the page → the same as a text that stands alone: every look written down where it is, no style sheet, no references. */
import { foreignText } from './foreignText.js'
import { cutBelow, labelsOn } from './lines.js'
import { attributesOf, isSeen } from './looks.js'
import { markersOf } from './markers.js'
import { thinTicks } from './ticks.js'

const SVG = 'http://www.w3.org/2000/svg'

/** Reads all of it, save for what thinTicks takes away, before anything is written: what is written changes what is read. */
export function flatten(svg: SVGSVGElement): string {
  thinTicks(svg)
  const labels = labelsOn(svg)
  const copy = copyOf(svg, { svg, labels })
  copy.setAttribute('viewBox', viewBoxOf(svg).map(round).join(' '))
  return new XMLSerializer().serializeToString(copy)
}

/** What is drawn beyond the view box is not meant to be seen. */
function viewBoxOf(svg: SVGSVGElement): readonly number[] {
  const { x, y, width, height } = svg.viewBox.baseVal
  if (width > 0 && height > 0) return [x, y, width, height]
  const drawn = svg.getBBox()
  return [drawn.x - MARGIN, drawn.y - MARGIN, drawn.width + 2 * MARGIN, drawn.height + 2 * MARGIN]
}
const MARGIN = 6

interface Whole {
  readonly svg: SVGSVGElement
  readonly labels: readonly DOMRect[]
}

function copyOf(element: Element, whole: Whole): SVGElement {
  // Links have a place as groups have.
  const copy = document.createElementNS(SVG, element.localName === 'a' ? 'g' : element.localName)
  for (const [name, value] of attributesOf(element, whole.svg)) copy.setAttribute(name, value)
  if (element instanceof SVGGeometryElement) {
    const path = cutBelow(element, whole.labels)
    if (path !== undefined) copy.setAttribute('d', path)
  }
  for (const child of element.childNodes) {
    if (child instanceof Text) copy.append(child.data)
    else if (child instanceof Element) copy.append(...copiesOf(child, whole))
  }
  return copy
}

function copiesOf(element: Element, whole: Whole): readonly Node[] {
  if (['style', 'script', 'defs', 'marker', 'title', 'desc'].includes(element.localName) || !isSeen(element)) return []
  // Of a choice, the first is drawn; Mermaid has text for programs that draw no HTML behind it.
  if (element.parentElement?.localName === 'switch' && element.previousElementSibling) return []
  if (element.localName === 'foreignObject') return foreignText(element, whole.svg)
  const copy = copyOf(element, whole)
  return element instanceof SVGGeometryElement ? [copy, ...markersOf(element, (inner) => copyOf(inner, whole))] : [copy]
}

const round = (number: number): number => Math.round(number * 100) / 100
