/** A line with arrows at its ends → the arrows, as shapes of their own: what refers to others may not find them where they are hidden. */

const SVG = 'http://www.w3.org/2000/svg'

/** @param copyOf gives a shape with its looks */
export function markersOf(line: SVGGeometryElement, copyOf: (shape: Element) => SVGElement): readonly SVGElement[] {
  if (!['path', 'line', 'polyline'].includes(line.localName)) return []
  const style = getComputedStyle(line)
  const found: SVGElement[] = []
  for (const [end, reference] of [
    ['start', style.markerStart],
    ['end', style.markerEnd],
  ] as const) {
    const id = /^url\(["']?#([^"')]+)/.exec(reference)?.[1]
    const marker = id === undefined ? null : document.getElementById(id)
    const length = line.getTotalLength()
    if (!(marker instanceof SVGMarkerElement) || length === 0) continue
    const arrow = document.createElementNS(SVG, 'g')
    arrow.setAttribute('transform', placeOf(line, marker, end, Number.parseFloat(style.strokeWidth)))
    for (const shape of marker.children) arrow.append(drawn(shape, style, copyOf))
    found.push(arrow)
  }
  return found
}

function drawn(shape: Element, { stroke }: CSSStyleDeclaration, copyOf: (shape: Element) => SVGElement): SVGElement {
  const copy = copyOf(shape)
  for (const name of ['fill', 'stroke']) {
    const colour = copy.getAttribute(name)
    if (colour?.startsWith('context-')) copy.setAttribute(name, stroke)
  }
  return copy
}

function placeOf(
  line: SVGGeometryElement,
  marker: SVGMarkerElement,
  end: 'start' | 'end',
  strokeWidth: number,
): string {
  const length = line.getTotalLength()
  const at = line.getPointAtLength(end === 'start' ? 0 : length)
  const near = line.getPointAtLength(end === 'start' ? Math.min(length, 1) : Math.max(0, length - 1))
  const [from, to] = end === 'start' ? [at, near] : [near, at]
  const along = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI
  const orient = marker.getAttribute('orient') ?? '0'
  const turned = orient === 'auto-start-reverse' && end === 'start' ? along + 180 : along
  const angle = orient.startsWith('auto') ? turned : Number.parseFloat(orient)
  const { baseVal: box } = marker.viewBox
  const unit = marker.getAttribute('markerUnits') === 'userSpaceOnUse' ? 1 : strokeWidth
  const [width, height] = [marker.markerWidth.baseVal.value, marker.markerHeight.baseVal.value]
  const scale = box && box.width > 0 && box.height > 0 ? unit * Math.min(width / box.width, height / box.height) : unit
  const [x, y] = [marker.refX.baseVal.value, marker.refY.baseVal.value]
  return `translate(${round(at.x)} ${round(at.y)}) rotate(${round(angle)}) scale(${round(scale)}) translate(${-x} ${-y})`
}

const round = (number: number): number => Math.round(number * 1000) / 1000
