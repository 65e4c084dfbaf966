/** Slides with little on them → the same in larger type: a lone sentence by itself, others where their section is (plan/sizes.ts). */
import { flowOf, type Gauge } from './measure.js'
import { fillOf, isSettled, tryOn } from './ways.js'

/** @param slides all that have a flow */
export function enlarge(slides: readonly HTMLElement[], gauges: ReadonlyMap<HTMLElement, Gauge>): void {
  const fill = (slide: HTMLElement) => fillOf(gauges.get(slide))
  const fillsAtMost = (most: number) => (gauge: Gauge) => isSettled(gauge) && fillOf(gauge) <= most
  const others = tryOn(
    { classes: ['huge'] },
    slides,
    (slide) => fill(slide) < 0.2 && isOnlyProse(slide),
    fillsAtMost(0.5),
  )
  tryOn(
    { classes: ['large'] },
    others,
    (slide) => fill(slide) < 0.64 && slide.hasAttribute('data-large'),
    fillsAtMost(0.8),
  )
}

/** A sentence or two, or a command: nothing but one or two paragraphs, short pieces of code or formulas. */
function isOnlyProse(slide: HTMLElement): boolean {
  const blocks = [...(flowOf(slide)?.children ?? [])]
  return blocks.length <= 2 && blocks.every((block) => block.matches('p, pre.slim, .formula'))
}
