/** A line that runs below its label → the same with a gap there: a ground behind the label would have to know what is behind the drawing. */

const labelled = '.edgeLabel, .edgeTerminals, .commit-label, .messageText, .relationshipLabel'

/** Where labels of lines stand, in the page. */
export const labelsOn = (svg: SVGSVGElement): readonly DOMRect[] =>
  [...svg.querySelectorAll(labelled)]
    .map((label) => (label.querySelector('text, foreignObject') ?? label).getBoundingClientRect())
    .filter(({ width, height }) => width > 0 && height > 0)

/** px between what is read of a line, and around a label. */
const STEP = 2
const GAP = 2

/** @returns what to write as the path; undefined where it runs below none */
export function cutBelow(line: SVGGeometryElement, labels: readonly DOMRect[]): string | undefined {
  if (line.localName !== 'path' || getComputedStyle(line).fill !== 'none' || labels.length === 0) return undefined
  const own = line.getBoundingClientRect()
  const near = labels.filter(
    ({ left, right, top, bottom }) => left < own.right && right > own.left && top < own.bottom && bottom > own.top,
  )
  const matrix = line.getScreenCTM()
  if (near.length === 0 || !matrix) return undefined
  const length = line.getTotalLength()
  const count = Math.max(1, Math.ceil(length / STEP))
  const points = Array.from({ length: count + 1 }, (_, index) => line.getPointAtLength((length * index) / count))
  const isBelow = points.map((point) => {
    const { x, y } = point.matrixTransform(matrix)
    return near.some(
      ({ left, right, top, bottom }) => x > left - GAP && x < right + GAP && y > top - GAP && y < bottom + GAP,
    )
  })
  if (!isBelow.includes(true)) return undefined
  return points
    .flatMap(({ x, y }, index) => {
      if (isBelow[index]) return []
      return `${index === 0 || isBelow[index - 1] ? 'M' : 'L'}${round(x)},${round(y)}`
    })
    .join('')
}

const round = (number: number): number => Math.round(number * 10) / 10
