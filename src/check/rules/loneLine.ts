/** Parts of a continued slide that hold one short line and nothing else. */
import type { Rule } from './rule.js'

/** Share of the slide's width up to which a line is short. */
const short = 0.5

export const loneLine: Rule = ({ slides, look, placeOf }) =>
  slides
    .filter(({ parts }, index) => {
      const { lines = 0, widest = 0, pictures = 0 } = look.bodies[index] ?? {}
      return parts > 1 && lines === 1 && widest < short && pictures === 0
    })
    .map(({ id, part, parts }) => ({ code: 'line-alone', place: placeOf(id), facts: { slide: id, part, parts } }))
