import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { feelPulse } from '../../src/browser/pulse.js'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const beat = { every: 100, missed: 3 }

async function stoppedAfter(beats: number, ask: () => Promise<unknown>): Promise<boolean> {
  const pulse = feelPulse(ask, beat)
  let stopped = false
  pulse.stopped.then(() => {
    stopped = true
  })
  await vi.advanceTimersByTimeAsync(beats * beat.every)
  pulse.leave()
  return stopped
}

test('who answers every time is there, and so is who answers a little late', async () => {
  expect(await stoppedAfter(50, async () => {})).toBe(false)
  expect(await stoppedAfter(50, () => new Promise((resolve) => setTimeout(resolve, 250)))).toBe(false)
})

test('who can no longer be asked is for others to tell', async () => {
  expect(await stoppedAfter(50, () => Promise.reject(new Error('gone')))).toBe(false)
})

test('who owes an answer for too many beats has stopped, and is asked only once', async () => {
  let asked = 0
  const ask = () => {
    asked += 1
    return new Promise(() => {})
  }
  expect(await stoppedAfter(3, ask)).toBe(false)
  expect(await stoppedAfter(4, ask)).toBe(true)
  expect(asked).toBe(2)
})
