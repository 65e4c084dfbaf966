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
