/** Slides that overflow a little, or hold very little → the same slides with tighter or larger setting, where that settles it. */
import { fits, flowOf, type Gauge, gaugeAll, gaugesOf } from './measure.js'
import { isTooTall } from './sideBySide.js'

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
  {
    classes: ['columns'],
    suits: (slide, fill) => fill <= (isAgenda(slide) ? 3.2 : 2.2) && (isAgenda(slide) || manyShortPoints(slide)),
  },
  { classes: ['tight', 'small'], suits: (_slide, fill) => fill <= 1.25 },
]

/** Larger settings for slides with little on them: below this fill, as long as the slide then stays below the second. */
const enlarging: readonly (Step & { readonly atMost: number })[] = [
  { classes: ['huge'], suits: (slide, fill) => fill < 0.2 && onlyProse(slide), atMost: 0.5 },
  { classes: ['large'], suits: (_slide, fill) => fill < 0.64, atMost: 0.8 },
]

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

/** Layouts with two things side by side; with the class `stacked`, templates set them one below the other. */
const SIDE_BY_SIDE = ['beside', 'comparison']

/** Slides whose halves don't fit side by side are stacked, and tried once more. Returns those that still overflow. */
export function stack(slides: readonly HTMLElement[], before: ReadonlyMap<HTMLElement, Gauge>): HTMLElement[] {
  const isHalved = (slide: HTMLElement) =>
    SIDE_BY_SIDE.includes(slide.dataset['layout'] ?? '') || isTooTall(slide, before.get(slide)?.room ?? 0)
  const halves = slides.filter(isHalved)
  if (halves.length === 0) return [...slides]
  for (const slide of halves) slide.classList.add('stacked')
  const gauges = gaugesOf(halves)
  const still = squeeze(
    halves.filter((slide) => !isSettled(gauges.get(slide))),
    gauges,
  )
  return slides.filter((slide) => !halves.includes(slide) || still.includes(slide))
}

/** Gives slides with little on them larger type. */
export function enlarge(slides: readonly HTMLElement[], gauges: ReadonlyMap<HTMLElement, Gauge>): void {
  let open = slides.filter((slide) => flowOf(slide) !== null)
  for (const { classes, suits, atMost } of enlarging) {
    const tried = open.filter((slide) => suits(slide, fillOf(gauges.get(slide))))
    for (const slide of tried) slide.classList.add(...classes)
    const after = gaugeAll(tried)
    const settled = new Set(tried.filter((_slide, index) => isSettled(after[index]) && fillOf(after[index]) <= atMost))
    for (const slide of tried) if (!settled.has(slide)) slide.classList.remove(...classes)
    open = open.filter((slide) => !settled.has(slide))
  }
}

const isSettled = (gauge: Gauge | undefined): boolean => gauge !== undefined && fits(gauge) && gauge.overflowX === 0

const fillOf = (gauge: Gauge | undefined): number => (gauge && gauge.room > 0 ? gauge.used / gauge.room : 0)

const isAgenda = (slide: HTMLElement): boolean => slide.dataset['layout'] === 'agenda'

/** A sentence or two, or a command: nothing but one or two paragraphs, short pieces of code or formulas. */
function onlyProse(slide: HTMLElement): boolean {
  const blocks = [...(flowOf(slide)?.children ?? [])]
  return blocks.length <= 2 && blocks.every((block) => block.matches('p, pre.slim, .formula'))
}

/** One flat list of at least eight short points, with nothing but an introducing line beside it. */
function manyShortPoints(slide: HTMLElement): boolean {
  const flow = flowOf(slide)
  const list = flow?.lastElementChild
  if (!flow || !list || (list.localName !== 'ul' && list.localName !== 'ol') || flow.childElementCount > 2) return false
  const points = [...list.children]
  const short = (point: Element) => point.childElementCount === 1 && (point.textContent?.length ?? 0) <= 36
  return points.length >= 8 && points.every(short)
}
