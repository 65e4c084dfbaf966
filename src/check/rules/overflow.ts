/** Slides that hold more than they show. */
import type { Finding } from '../../model/finding.js'
import type { FittedDeck } from './rule.js'

/** Below a pixel, rounding speaks, not content. */
const slack = 1

export const overflow = ({ slides, placeOf }: FittedDeck): readonly Finding[] =>
  slides
    .filter(({ overflow: { x, y } }) => x > slack || y > slack)
    .map(({ id, overflow: { x, y } }) => ({
      code: 'slide-overflow',
      place: placeOf(id),
      facts: { slide: id, x, y },
    }))
