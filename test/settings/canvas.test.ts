import { expect, it } from 'vitest'
import { canvasSize } from '../../src/settings/canvas.js'
import { nearest, slipsBetween } from '../../src/settings/nearest.js'

it.each([
  ['16:9', { width: 1280, height: 720 }],
  ['4:3', { width: 1280, height: 960 }],
  ['16 : 10', { width: 1280, height: 800 }],
  ['1600x900', { width: 1280, height: 720 }],
  ['1000 × 1000 px', { width: 1280, height: 1280 }],
  ['3000x400', undefined],
  ['319x900', undefined],
  ['8000x900', undefined],
  ['constructor', undefined],
  ['', undefined],
])('the canvas %s is %j', (value, size) => {
  expect(canvasSize(value)).toEqual(size)
})

it.each([
  ['', '', 0],
  ['abc', 'abc', 0],
  ['abc', '', 3],
  ['tilte', 'title', 1],
  ['kitten', 'sitting', 3],
])('from %s to %s it takes %i slips', (left, right, slips) => {
  expect(slipsBetween(left, right)).toBe(slips)
  expect(slipsBetween(right, left)).toBe(slips)
})

it('prefers the nearest name, and none over a far one', () => {
  expect(nearest('slids', ['slices', 'slides'])).toBe('slides')
  expect(nearest('page', ['place'])).toBeUndefined()
})
