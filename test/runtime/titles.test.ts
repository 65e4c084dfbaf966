import { expect, it } from 'vitest'
import { oneLineSize } from '../../src/runtime/fit/titles.js'

it.each([
  ['a little too long', 76, 980, 1035, 71],
  ['just 15 % too long', 48, 860, 1000, 40.5],
  ['far too long', 48, 800, 1000, undefined],
  ['no smaller than the text below', 34, 870, 1000, undefined],
  ['it has room as it is', 48, 1000, 900, undefined],
  ['nothing to measure', 48, 0, 0, undefined],
])('%s', (_, size, room, width, expected) => {
  expect(oneLineSize(size, room, width)).toBe(expected)
})
