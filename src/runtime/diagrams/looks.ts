/** An element of a drawing → the attributes that say where it is and how it looks, as the page shows it. */

/** Says where it is; what it looks like is asked of the page. */
const placing = new Set(
  'd points x y x1 x2 y1 y2 cx cy r rx ry dx dy width height transform textLength lengthAdjust rotate'.split(' '),
)
const texts = ['text', 'tspan', 'textPath']

export function isSeen(element: Element): boolean {
  const { display, visibility, opacity } = getComputedStyle(element)
  // Where today stands would be another line tomorrow.
  return display !== 'none' && visibility !== 'hidden' && opacity !== '0' && !element.classList.contains('today')
}

export function attributesOf(element: Element, svg: SVGSVGElement): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const { name, value } of element.attributes) if (placing.has(name) && element !== svg) found.set(name, value)
  const style = getComputedStyle(element)
  // A style sheet may have moved it.
  if (element !== svg && !found.has('transform') && style.transform !== 'none') found.set('transform', style.transform)
  if (style.opacity !== '1') found.set('opacity', style.opacity)
  if (texts.includes(element.localName)) addText(element, style, found)
  else if (element instanceof SVGGeometryElement) addShape(element, style, found)
  const part = ['node', 'cluster'].find((name) => element.classList.contains(name))
  if (part !== undefined) found.set('class', part)
  if (element.localName === 'text') found.set('data-ground', groundOf(element, svg))
  return found
}

function addShape(shape: SVGGeometryElement, style: CSSStyleDeclaration, found: Map<string, string>): void {
  found.set('fill', shape instanceof SVGLineElement ? 'none' : plain(style.fill))
  if (style.fillOpacity !== '1') found.set('fill-opacity', style.fillOpacity)
  const stroke = plain(style.stroke)
  if (stroke === 'none' || style.strokeWidth === '0px') return
  found.set('stroke', stroke)
  found.set('stroke-width', String(Number.parseFloat(style.strokeWidth)))
  if (style.strokeOpacity !== '1') found.set('stroke-opacity', style.strokeOpacity)
  if (style.strokeDasharray !== 'none') found.set('stroke-dasharray', style.strokeDasharray.replaceAll('px', ''))
  if (style.strokeLinecap !== 'butt') found.set('stroke-linecap', style.strokeLinecap)
  if (style.strokeLinejoin !== 'miter') found.set('stroke-linejoin', style.strokeLinejoin)
}

function addText(element: Element, style: CSSStyleDeclaration, found: Map<string, string>): void {
  const outer = element.localName === 'text' ? null : element.parentElement
  const above = outer ? getComputedStyle(outer) : undefined
  const add = (name: string, value: string, usual: string, before: string | undefined): void => {
    if (value !== (before ?? usual)) found.set(name, value)
  }
  add('fill', plain(style.fill), '', above && plain(above.fill))
  add('font-size', String(Number.parseFloat(style.fontSize)), '', above && String(Number.parseFloat(above.fontSize)))
  add(
    'font-weight',
    Number(style.fontWeight) >= 600 ? '700' : '400',
    '400',
    above && (Number(above.fontWeight) >= 600 ? '700' : '400'),
  )
  add('font-style', style.fontStyle, 'normal', above?.fontStyle)
  add('text-anchor', style.textAnchor, 'start', above?.textAnchor)
  add('dominant-baseline', style.dominantBaseline, 'auto', above?.dominantBaseline)
  add('text-decoration', style.textDecorationLine, 'none', above?.textDecorationLine)
  if (/mono/i.test(style.fontFamily)) found.set('font-family', 'monospace')
}

/** A colour that is clear is none; of a gradient, the drawing keeps what it would be without. */
function plain(colour: string): string {
  if (colour.startsWith('url(')) return /\)\s*(\S.*)$/.exec(colour)?.[1] ?? '#cccccc'
  return /^rgba\(.*, 0\)$/.test(colour) ? 'none' : colour
}

/** The colour that is painted behind the middle of a text, right below it; `none` for none. */
export function groundOf(text: Element, svg: SVGSVGElement): string {
  const { left, top, width, height } = text.getBoundingClientRect()
  const [x, y] = [left + width / 2, top + height / 2]
  let ground = 'none'
  for (const shape of svg.querySelectorAll<SVGGeometryElement>('rect, path, polygon, circle, ellipse')) {
    if (!(text.compareDocumentPosition(shape) & Node.DOCUMENT_POSITION_PRECEDING)) continue
    const box = shape.getBoundingClientRect()
    if (x < box.left || x > box.right || y < box.top || y > box.bottom || shape.closest('defs, marker')) continue
    const fill = plain(getComputedStyle(shape).fill)
    const matrix = fill === 'none' ? null : shape.getScreenCTM()
    if (matrix && shape.isPointInFill(new DOMPoint(x, y).matrixTransform(matrix.inverse()))) ground = fill
  }
  return ground
}
