/** What should come true → waits until it has. When that is, is the machine's affair: a busy one makes nothing wrong. */
import { vi } from 'vitest'

/** Milliseconds after which it is never going to be: so late that only what is broken is, and before the test as a whole ends. */
const NEVER = 60_000

/** @param asked again and again, until it throws no more: `() => expect(heard).toContain('done')` */
export const eventually = <Value>(asked: () => Value | Promise<Value>): Promise<Value> =>
  vi.waitFor(asked, { timeout: NEVER, interval: 20 })
