/** Starts, stops and turned pages → the time of the talk, and of each slide. Plain values, which windows can send each other. */

export interface Clock {
  /** Milliseconds by a slide's lasting name, those of the stretch that runs now left out. */
  readonly laps: Readonly<Record<string, number>>
  /** The slide whose time runs, and since when; null while the clock stands. */
  readonly running: { readonly slide: string; readonly since: number } | null
  /** When it was last changed: of two, the later is right. Milliseconds since 1970, as all points of time here. */
  readonly changed: number
}

export const stopped: Clock = { laps: {}, running: null, changed: 0 }

export const start = (clock: Clock, slide: string, now: number): Clock =>
  clock.running ? clock : { ...clock, running: { slide, since: now }, changed: now }

export const pause = (clock: Clock, now: number): Clock => ({ laps: lapsAt(clock, now), running: null, changed: now })

/** From now on the time is this slide's. A clock that stands goes on standing. */
export const turn = (clock: Clock, slide: string, now: number): Clock =>
  clock.running && clock.running.slide !== slide
    ? { laps: lapsAt(clock, now), running: { slide, since: now }, changed: now }
    : clock

/** The same talk after as long as another window says that it took, going or standing as there. */
export function setTo(
  clock: Clock,
  { elapsed, running }: { readonly elapsed: number; readonly running: boolean },
  slide: string,
  now: number,
): Clock {
  if (elapsed === 0 && !running) return reset(now)
  const before = lapsAt(clock, now)
  const more = elapsed - elapsedAt(clock, now)
  const own = (before[slide] ?? 0) + more
  // What is less than this slide alone has: of which others nobody can say.
  const laps = own >= 0 ? { ...before, [slide]: own } : { [slide]: elapsed }
  return { laps, running: running ? { slide, since: now } : null, changed: now }
}

/** All times gone; it stands. */
export const reset = (now: number): Clock => ({ ...stopped, changed: now })

/** Milliseconds by slide until now. */
export function lapsAt({ laps, running }: Clock, now: number): Readonly<Record<string, number>> {
  if (!running) return laps
  return { ...laps, [running.slide]: (laps[running.slide] ?? 0) + Math.max(0, now - running.since) }
}

/**
 * Times of slides that are no more, as after an edit: those of a part (`mesh--3`) are the last part's that is left.
 * @returns milliseconds by name of the slides there are
 */
export function lapsOn(
  names: readonly string[],
  laps: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const there = new Set(names)
  const found: Record<string, number> = {}
  for (const [id, lap] of Object.entries(laps)) {
    const heir = there.has(id) ? id : lastPart(id, there)
    if (heir !== undefined) found[heir] = (found[heir] ?? 0) + lap
  }
  return found
}

function lastPart(id: string, there: ReadonlySet<string>): string | undefined {
  const [, slide, part] = /^(.+)--(\d+)$/.exec(id) ?? []
  if (slide === undefined) return undefined
  for (let before = Number(part) - 1; before > 1; before--)
    if (there.has(`${slide}--${before}`)) return `${slide}--${before}`
  return there.has(slide) ? slide : undefined
}

/** Milliseconds of the whole talk until now. */
export const elapsedAt = (clock: Clock, now: number): number =>
  Object.values(lapsAt(clock, now)).reduce((sum, lap) => sum + lap, 0)

export const hasBegun = ({ laps, running }: Clock): boolean => running !== null || Object.keys(laps).length > 0

/** Whether what came from another window, or from the page before it was loaded anew, is a clock. */
export function isClock(value: unknown): value is Clock {
  if (!isRecord(value) || !isRecord(value['laps']) || typeof value['changed'] !== 'number') return false
  const { laps, running } = value
  if (!Object.values(laps).every((lap) => typeof lap === 'number')) return false
  return (
    running === null ||
    (isRecord(running) && typeof running['slide'] === 'string' && typeof running['since'] === 'number')
  )
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
