/** The clock of this window: kept while its page is loaded anew, told to whoever shows it. */
import { type Clock, elapsedAt, hasBegun, isClock, stopped } from './clock.js'

/** Milliseconds in which somebody notices that the wrong button was hit. */
const regret = 15_000

export interface Timer {
  clock(): Clock
  change(next: Clock): void
  /** Takes what another window has, if it is newer. */
  adopt(other: Clock): void
  /** What the clock was before all times were taken away, here or in another window, as long as that may be regretted. */
  taken(): Clock | undefined
  /** Calls back at once, and after every change. */
  onChange(listener: () => void): void
}

export function timerOf(): Timer {
  const kept = recall('clock')
  let clock = isClock(kept) ? kept : stopped
  let before: { readonly clock: Clock; readonly until: number } | undefined
  const listeners: (() => void)[] = []
  const change = (next: Clock): void => {
    if (next === clock) return
    const now = Date.now()
    if (hasBegun(clock) && !hasBegun(next)) before = { clock, until: now + regret }
    else if (before && elapsedAt(next, now) >= elapsedAt(before.clock, now)) before = undefined
    clock = next
    keep('clock', clock)
    for (const tell of listeners) tell()
  }
  return {
    clock: () => clock,
    change,
    adopt(other) {
      if (other.changed > clock.changed) change(other)
    },
    taken: () => (before && Date.now() < before.until ? before.clock : undefined),
    onChange(listener) {
      listeners.push(listener)
      listener()
    },
  }
}

/** Decks from files share one storage: each has its own names in it. */
const nameOf = (name: string): string => `talkback ${name} ${location.pathname}`

/** Keeps a value for this window, as long as it is open; where the browser forbids that, for this page only. */
export function keep(name: string, value: unknown): void {
  try {
    sessionStorage.setItem(nameOf(name), JSON.stringify(value))
  } catch {
    // Nothing is lost but what a reload would have kept.
  }
}

export function recall(name: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(nameOf(name)) ?? 'null')
  } catch {
    return null
  }
}
