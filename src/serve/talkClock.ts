/** How a page says that the clock of the talk stands → how it stands whenever another page asks: by the server's own time alone. */
import type { LiveClock } from '../model/live.js'

export interface TalkClock {
  /** Undefined as long as no page has said. */
  now(): LiveClock | undefined
  set(clock: LiveClock): void
}

/** @param time milliseconds that only ever go on, from wherever */
export function talkClock(time: () => number = () => performance.now()): TalkClock {
  let known: (LiveClock & { readonly at: number }) | undefined
  return {
    now() {
      if (known === undefined) return undefined
      const { elapsed, running, at } = known
      return { elapsed: Math.round(elapsed + (running ? time() - at : 0)), running }
    },
    set({ elapsed, running }) {
      known = { elapsed, running, at: time() }
    },
  }
}
