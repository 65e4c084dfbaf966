/** In which corner of a window a sign hides least. */
import { expect, it } from 'vitest'
import { freePlace } from '../../src/runtime/live/freePlace.js'

const window = { width: 1000, height: 600 }
const size = { width: 40, height: 20 }
const place = (...shown: readonly [left: number, top: number, width: number, height: number][]) =>
  freePlace(
    size,
    window,
    { x: 10, y: 10 },
    shown.map(([left, top, width, height]) => ({ left, top, width, height })),
  )

it('lies below on the left as long as nothing is there, then in the next corner that is free', () => {
  expect(place()).toEqual({ corner: { side: 'left', end: 'bottom' }, covered: 0 })
  expect(place([0, 570, 500, 30])).toEqual({ corner: { side: 'right', end: 'bottom' }, covered: 0 })
  expect(place([0, 570, 1000, 30])).toEqual({ corner: { side: 'left', end: 'top' }, covered: 0 })
  expect(place([0, 570, 1000, 30], [0, 0, 30, 30])).toEqual({ corner: { side: 'right', end: 'top' }, covered: 0 })
})

it('hides as little as it can where no corner is free', () => {
  const [below, above] = [[0, 570, 1000, 30] as const, [0, 0, 955, 30] as const]
  expect(place([...below], [...above])).toEqual({ corner: { side: 'right', end: 'top' }, covered: 100 })
})

it('does not mind what it only touches', () => {
  expect(place([0, 590, 1000, 10]).covered).toBe(0)
})
