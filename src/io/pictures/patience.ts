/** Silence of a host → the signal that we have waited long enough. */

const SILENCE = 3000
const ALTOGETHER = 30_000
const TICK = 100

export interface Patience {
  readonly signal: AbortSignal
  /** Something has arrived. */
  readonly heard: () => void
  /** A whole picture has arrived: the host is alive, and its silence so far forgotten. */
  readonly succeeded: () => void
  readonly stop: () => void
}

/**
 * Counts how long a host says nothing, over all that is asked of it: three seconds in all, or thirty however much it
 * says, and the signal ends every request. A slow host with large pictures is not a dead one.
 */
export function patience(): Patience {
  const controller = new AbortController()
  let silent = 0
  let total = 0
  let spoke = false
  const clock = setInterval(() => {
    total += TICK
    silent += spoke ? 0 : TICK
    spoke = false
    if (silent >= SILENCE || total >= ALTOGETHER) controller.abort()
  }, TICK)
  return {
    signal: controller.signal,
    heard: () => {
      spoke = true
    },
    succeeded: () => {
      silent = 0
    },
    stop: () => clearInterval(clock),
  }
}
