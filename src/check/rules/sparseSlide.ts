/** Slides that are nearly empty, save those that say what they have to say in a line. */
import { type Rule, saysItAll } from './rule.js'

/** Share of a slide's room that should be used at least. */
const least = 0.15

export const sparseSlide: Rule = ({ slides, look, placeOf }) =>
  slides
    .filter(({ layout, fill }, index) => {
      const { lines = 0, pictures = 0, lost = 0 } = look.bodies[index] ?? {}
      // That a picture is not there is said already.
      return fill < least && lines + pictures > lost && !saysItAll.has(layout)
    })
    .map(({ id, fill }) => ({
      code: 'slide-sparse',
      place: placeOf(id),
      facts: { slide: id, percent: Math.round(fill * 100) },
    }))
