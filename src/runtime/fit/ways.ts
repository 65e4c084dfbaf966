/** Slides that overflow → the same in the cheapest way that holds all of them, where there is one; else what they are cut as. */
import { slideWays, type Way } from '../flow/prices.js'
import { asItIs, composedAgain, composedIn } from './composed.js'
import { fits, type Gauge, gaugeAll } from './measure.js'
import { isTooTall } from './sideBySide.js'

/** Tries the ways on all slides that they may suit at once. Returns those that still overflow, as they are to be cut. */
export function settle(
  slides: readonly HTMLElement[],
  gauges: ReadonlyMap<HTMLElement, Gauge>,
): readonly HTMLElement[] {
  const halved = new Set(slides.filter((slide) => mayStack(slide, gauges.get(slide)?.room ?? 0)))
  const suits = (slide: HTMLElement, { candidate, upTo, asItIs }: Way): boolean =>
    fillOf(gauges.get(slide)) <= upTo &&
    (!asItIs || composedIn(slide).length > 0) &&
    (candidate === undefined || (candidate === 'stacked' ? halved.has(slide) : isOffered(slide, candidate)))
  let open = [...slides]
  for (const way of slideWays) open = tryOn(way, open, (slide) => suits(slide, way), isSettled)
  for (const slide of open) if (halved.has(slide)) slide.classList.add('stacked')
  return open
}

type Dress = Pick<Way, 'classes' | 'asItIs'>

export function dress(slide: HTMLElement, way: Dress): void {
  slide.classList.add(...way.classes)
  if (way.asItIs) asItIs(slide)
}

export function undress(slide: HTMLElement, way: Dress): void {
  slide.classList.remove(...way.classes)
  if (way.asItIs) composedAgain(slide)
}

/** Sets those that it suits that way, and leaves it where it holds. Returns the others, as they were. */
export function tryOn(
  way: Dress,
  slides: readonly HTMLElement[],
  suits: (slide: HTMLElement) => boolean,
  holds: (gauge: Gauge) => boolean,
): HTMLElement[] {
  const tried = slides.filter(suits)
  for (const slide of tried) dress(slide, way)
  const gauges = gaugeAll(tried)
  const settled = new Set(tried.filter((_slide, index) => gauges[index] && holds(gauges[index])))
  for (const slide of tried) if (!settled.has(slide)) undress(slide, way)
  return slides.filter((slide) => !settled.has(slide))
}

export const isSettled = (gauge: Gauge): boolean => fits(gauge) && gauge.overflowX === 0

export const fillOf = (gauge: Gauge | undefined): number => (gauge && gauge.room > 0 ? gauge.used / gauge.room : 0)

export const isOffered = ({ dataset }: HTMLElement, name: string): boolean =>
  (dataset['candidates'] ?? '').split(' ').includes(name)

/** Columns of the author's stay side by side, unless something in them has no room on any slide. */
const mayStack = (slide: HTMLElement, room: number): boolean =>
  isOffered(slide, 'stacked') && (slide.querySelector('.side-by-side') === null || isTooTall(slide, room))
