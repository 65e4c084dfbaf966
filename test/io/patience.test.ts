import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openPatience } from '../../src/io/patience.js'

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => void vi.useRealTimers())

test('what is met for as long as the limit is too long there; what comes and goes in turns is not', () => {
  const isTooLong = openPatience(100)
  expect(isTooLong('dead')).toBe(false)
  for (let turn = 0; turn < 9; turn++) {
    vi.advanceTimersByTime(20)
    expect(isTooLong(`turn ${turn}`)).toBe(false)
  }
  expect(isTooLong('dead')).toBe(true)
})
