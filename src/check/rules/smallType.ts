/** Slides with type that is too small to read from the back of a room. */
import type { Rule } from './rule.js'

/** px on a canvas that is 1280 px wide; wider ones are shown smaller. */
const floor = { size: 20, width: 1280 }

export const smallType: Rule = ({ canvas, slides, placeOf }) => {
  const least = (floor.size * canvas.width) / floor.width
  return slides
    .filter(({ minFontPx }) => minFontPx > 0 && minFontPx < least)
    .map(({ id, minFontPx }) => ({
      code: 'type-small',
      place: placeOf(id),
      facts: { slide: id, size: oneDigit(minFontPx), floor: oneDigit(least) },
    }))
}

const oneDigit = (pixels: number): number => Math.round(pixels * 10) / 10

/** Letters of diagrams are as large as the room allows: their author makes them larger, not the template. */
export const smallDiagram: Rule = ({ canvas, slides, placeOf }) => {
  const least = (floor.size * canvas.width) / floor.width
  return slides.flatMap(({ id, minDrawnPx = least }) => {
    if (oneDigit(minDrawnPx) >= oneDigit(least)) return []
    const facts = { slide: id, size: oneDigit(minDrawnPx), floor: oneDigit(least) }
    return [{ code: 'diagram-small' as const, place: placeOf(id), facts }]
  })
}
