/** The clock of this window: kept while its page is loaded anew, told to whoever shows it. */
import { type Clock, isClock, stopped } from './clock.js'

export interface Timer {
  clock(): Clock
  change(next: Clock): void
  /** Takes what another window has, if it is newer. */
  adopt(other: Clock): void
  /** Calls back at once, and after every change. */
  onChange(listener: () => void): void
}

export function timerOf(): Timer {
  const kept = recall('clock')
  let clock = isClock(kept) ? kept : stopped
  const listeners: (() => void)[] = []
  const change = (next: Clock): void => {
    if (next === clock) return
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
