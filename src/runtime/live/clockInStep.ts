/** The clock of this page ↔ those of the other pages in step with it: one talk has one time, whatever the machines' own clocks say. */
import type { LiveClock } from '../../model/live.js'
import { lastingName } from '../lastingName.js'
import { type Clock, elapsedAt, hasBegun, setTo, turn } from '../player/clock.js'
import type { Stage } from '../player/stage.js'

export interface ClockInStep {
  /** Undefined before it has begun. */
  now(): LiveClock | undefined
  /** Takes over what another page has. */
  follow(clock: LiveClock): void
}

/** Milliseconds that a message may be on its way: no reason to set a clock. */
const SLACK = 1000

/** @param tell says to the others how the clock stands; absent: this page only goes along */
export function keepClockInStep({ timer, current }: Stage, tell?: (clock: LiveClock) => void): ClockInStep {
  let following = false
  const now = (): LiveClock => ({
    elapsed: Math.round(elapsedAt(timer.clock(), Date.now())),
    running: timer.clock().running !== null,
  })
  /** What the others were told last, or told; what stands here at first they ask for. */
  let known = { ...now(), at: Date.now() }
  const isKnown = ({ elapsed, running }: LiveClock): boolean => {
    const expected = known.elapsed + (known.running ? Date.now() - known.at : 0)
    return running === known.running && Math.abs(elapsed - expected) < SLACK
  }
  /** What another page gives back is known here slide by slide: the message has nothing but the sum. */
  const followed = (clock: LiveClock): Clock => {
    const [slide, time] = [lastingName(current()), Date.now()]
    const taken = timer.taken()
    const isAsLong = (own: Clock): boolean => Math.abs(elapsedAt(own, time) - clock.elapsed) < SLACK
    const isGivenBack =
      taken && isAsLong(taken) && !isAsLong(timer.clock()) && (taken.running !== null) === clock.running
    return isGivenBack ? turn({ ...taken, changed: time }, slide, time) : setTo(timer.clock(), clock, slide, time)
  }
  timer.onChange(() => {
    const clock = now()
    if (following || isKnown(clock)) return
    known = { ...clock, at: Date.now() }
    tell?.(clock)
  })

  return {
    now: () => (hasBegun(timer.clock()) ? now() : undefined),
    follow(clock) {
      following = true
      try {
        if (hasBegun(timer.clock()) || clock.running || clock.elapsed > 0) timer.change(followed(clock))
      } finally {
        following = false
      }
      known = { ...clock, at: Date.now() }
    },
  }
}
