/** Seconds that slides take to say, and how long the talk may be → when each slide should be reached, and how the talk stands. */

export interface Plan {
  /** Seconds planned for each slide. */
  readonly slides: readonly number[]
  /** Seconds from the beginning at which each slide should be reached. */
  readonly starts: readonly number[]
  /** Seconds of the whole talk. */
  readonly total: number
}

/** @param total seconds that the talk may take, shared out by the words; 0: as long as the words take */
export function planOf(seconds: readonly number[], total = 0): Plan {
  const said = seconds.reduce((sum, one) => sum + one, 0)
  const factor = total > 0 && said > 0 ? total / said : 1
  const slides = seconds.map((one) => one * factor)
  let sum = 0
  const starts = slides.map((one) => {
    sum += one
    return sum - one
  })
  return { slides, starts, total: total > 0 ? total : said }
}

/** Less than this is no news to somebody who speaks, in seconds. */
const calm = 30

/**
 * @param at the slide that is shown, from 0
 * @returns seconds behind the plan, negative when ahead; 0 while the slide is shown at about its time
 */
export function behindPlan({ starts, slides }: Plan, at: number, elapsed: number): number {
  const from = starts[at] ?? 0
  const to = from + (slides[at] ?? 0)
  const off = elapsed > to ? elapsed - to : elapsed < from ? elapsed - from : 0
  return Math.abs(off) < calm ? 0 : off
}
