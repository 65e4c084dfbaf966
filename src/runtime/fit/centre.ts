/** Slides with little on them → the same, lowered to where the eye looks for the middle: not all that is blank lies at the foot. */
import { composedIn } from './composed.js'
import { flowOf, gaugesOf } from './measure.js'
import { fillOf } from './ways.js'

/** Share of the room that a slide fills which is left as it is; what is drawn rather than written stands in the middle of more. */
const FILLED = 0.45
const FILLED_BY_SHAPES = 0.7
/** Where the middle of a page seems to be, as a share of its height. */
const OPTICAL_MIDDLE = 0.45

/** @param slides that nothing goes on from: parts of one topic all begin at the same height */
export function centreFew(slides: readonly HTMLElement[]): void {
  const gauges = gaugesOf(slides.filter((slide) => slide.hasAttribute('data-centred') && flowOf(slide) !== null))
  for (const [slide, gauge] of gauges) {
    const { room, used } = gauge
    const lowered = Math.round(room * OPTICAL_MIDDLE - used / 2)
    const flow = flowOf(slide)
    const filled = composedIn(slide).length > 0 ? FILLED_BY_SHAPES : FILLED
    if (flow && fillOf(gauge) < filled && lowered > 0) flow.style.top = `${lowered}px`
  }
}
