/** Slides with nothing below their title, save those that are made of a title. */
import { type Rule, saysItAll } from './rule.js'

export const emptySlide: Rule = ({ slides, look, placeOf }) =>
  slides
    .filter(({ layout, words }, index) => {
      const { lines = 0, pictures = 0 } = look.bodies[index] ?? {}
      return lines === 0 && pictures === 0 && !(saysItAll.has(layout) && words > 0)
    })
    .map(({ id }) => ({ code: 'slide-empty', place: placeOf(id), facts: { slide: id } }))
