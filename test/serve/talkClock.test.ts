/** The clock of the talk, for a page that comes later. */
import { expect, it } from 'vitest'
import { talkClock } from '../../src/serve/talkClock.js'

it('goes on while it runs, and stands while it stands', () => {
  let time = 5000
  const clock = talkClock(() => time)
  expect(clock.now()).toBeUndefined()
  clock.set({ elapsed: 60_000, running: true })
  time += 1500
  expect(clock.now()).toEqual({ elapsed: 61_500, running: true })
  clock.set({ elapsed: 61_500, running: false })
  time += 1500
  expect(clock.now()).toEqual({ elapsed: 61_500, running: false })
})
