/** Long work in steps → its result, with turns in between for whatever else has come: what the browser says, a request. */
import { setImmediate } from 'node:timers/promises'

/** Milliseconds that others may have to wait. */
const turn = 10

/** What comes first goes first: the work begins when everything that is ready now has had its turn. */
export async function inTurns<Result>(work: Iterator<unknown, Result>): Promise<Result> {
  for (;;) {
    await setImmediate()
    for (const until = performance.now() + turn; performance.now() < until; ) {
      const step = work.next()
      if (step.done) return step.value
    }
  }
}
