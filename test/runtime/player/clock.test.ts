import { describe, expect, it } from 'vitest'
import {
  elapsedAt,
  hasBegun,
  isClock,
  lapsAt,
  pause,
  reset,
  setTo,
  start,
  stopped,
  turn,
} from '../../../src/runtime/player/clock.js'

describe('clock', () => {
  const running = start(stopped, 'a', 1000)

  it('gives each slide the time that it was shown, over several visits', () => {
    const talk = turn(turn(turn(running, 'b', 3000), 'a', 4000), 'c', 9000)
    expect(lapsAt(talk, 9500)).toEqual({ a: 7000, b: 1000, c: 500 })
    expect(elapsedAt(talk, 9500)).toBe(8500)
  })

  it('is set to what another window says, with the times of slides as far as they are known', () => {
    const talk = turn(running, 'b', 3000)
    expect(setTo(talk, { elapsed: 5000, running: true }, 'b', 4000)).toEqual({
      laps: { a: 2000, b: 3000 },
      running: { slide: 'b', since: 4000 },
      changed: 4000,
    })
    expect(setTo(talk, { elapsed: 500, running: false }, 'b', 4000)).toMatchObject({ laps: { b: 500 }, running: null })
    expect(setTo(talk, { elapsed: 0, running: false }, 'b', 4000)).toEqual(reset(4000))
  })

  it('stands between pause and start', () => {
    const waiting = pause(running, 2000)
    expect(elapsedAt(waiting, 60_000)).toBe(1000)
    expect(turn(waiting, 'b', 5000)).toBe(waiting)
    expect(lapsAt(start(waiting, 'b', 10_000), 10_500)).toEqual({ a: 1000, b: 500 })
  })

  it('starts once, and over', () => {
    expect(start(running, 'b', 5000)).toBe(running)
    expect(hasBegun(stopped)).toBe(false)
    expect(hasBegun(running)).toBe(true)
    expect(hasBegun(reset(5000))).toBe(false)
    expect(reset(5000).changed).toBe(5000)
  })

  it('survives a clock that is set back while it runs', () => {
    expect(elapsedAt(running, 0)).toBe(0)
  })

  it('is itself when it comes back as JSON; other values are none', () => {
    expect(isClock(JSON.parse(JSON.stringify(turn(running, 'b', 3000))))).toBe(true)
    for (const other of [null, 3, {}, { laps: { a: 'x' }, running: null, changed: 1 }, { laps: {}, changed: 1 }])
      expect(isClock(other)).toBe(false)
  })
})
