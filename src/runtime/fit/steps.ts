/** Slides that overflow a little, or hold very little → the same slides with tighter or larger setting, where that settles it. */
import { fits, flowOf, type Gauge, gaugeAll } from './measure.js'

/** One way of setting a slide differently, tried on all slides it may suit at once. */
interface Step {
  /** Classes on the slide; the template's CSS says what they mean. */
  readonly classes: readonly string[]
  /** Whether the step is worth trying, given how full the slide is (1 = exactly full). */
  readonly suits: (slide: HTMLElement, fill: number) => boolean
}

// In order: the first that makes a slide fit stays. Type gets smaller last, and for all of a slide alike.
const squeezing: readonly Step[] = [
  { classes: ['tight'], suits: (_slide, fill) => fill <= 1.15 },
  { classes: ['columns'], suits: (slide, fill) => fill <= 2.2 && manyShortPoints(slide) },
  { classes: ['tight', 'small'], suits: (_slide, fill) => fill <= 1.25 },
]

/** A slide with less than this share of its room used gets larger type, as long as it stays below the second. */
const SPARSE = 0.42
const LARGE_AT_MOST = 0.62

/** Tries the steps on overflowing slides. Returns those that still overflow, set as they were. */
export function squeeze(slides: readonly HTMLElement[], gauges: ReadonlyMap<HTMLElement, Gauge>): HTMLElement[] {
  let open = [...slides]
  for (const step of squeezing) {
    const tried = open.filter((slide) => step.suits(slide, fillOf(gauges.get(slide))))
    if (tried.length === 0) continue
    for (const slide of tried) slide.classList.add(...step.classes)
    const after = gaugeAll(tried)
    const settled = new Set(tried.filter((_slide, index) => isSettled(after[index])))
    for (const slide of tried) if (!settled.has(slide)) slide.classList.remove(...step.classes)
    open = open.filter((slide) => !settled.has(slide))
  }
  return open
}

/** Gives slides with little on them larger type. */
export function enlarge(slides: readonly HTMLElement[], gauges: ReadonlyMap<HTMLElement, Gauge>): void {
  const sparse = slides.filter((slide) => flowOf(slide) !== null && fillOf(gauges.get(slide)) < SPARSE)
  for (const slide of sparse) slide.classList.add('large')
  const after = gaugeAll(sparse)
  sparse.forEach((slide, index) => {
    const gauge = after[index]
    if (!isSettled(gauge) || fillOf(gauge) > LARGE_AT_MOST) slide.classList.remove('large')
  })
}

const isSettled = (gauge: Gauge | undefined): boolean => gauge !== undefined && fits(gauge) && gauge.overflowX === 0

const fillOf = (gauge: Gauge | undefined): number => (gauge && gauge.room > 0 ? gauge.used / gauge.room : 0)

/** One flat list of at least eight short points, with nothing but an introducing line beside it. */
function manyShortPoints(slide: HTMLElement): boolean {
  const flow = flowOf(slide)
  const list = flow?.lastElementChild
  if (!flow || !list || (list.localName !== 'ul' && list.localName !== 'ol') || flow.childElementCount > 2) return false
  const points = [...list.children]
  const short = (point: Element) => point.childElementCount === 1 && (point.textContent?.length ?? 0) <= 36
  return points.length >= 8 && points.every(short)
}
