import fc from 'fast-check'
import { expect, test } from 'vitest'
import { regionsOf } from '../../src/diff/regions.js'

test('cells that are near each other make one box, others one of their own', () => {
  const rows = ['1010000000', '0000000000', '0000000000', '0000000011', '0000000011']
  expect(regionsOf(rows)).toEqual([
    { left: 0, top: 0, width: 0.3, height: 0.2 },
    { left: 0.8, top: 0.6, width: 0.2, height: 0.4 },
  ])
})

test('pictures that are the same, or can not be compared, have none', () => {
  expect(regionsOf(['000', '000'])).toEqual([])
  expect(regionsOf([])).toEqual([])
})

test('whatever differs lies in a box, and no two boxes meet', () => {
  const grid = fc.array(fc.array(fc.constantFrom('0', '0', '0', '0', '1'), { minLength: 12, maxLength: 12 }), {
    minLength: 8,
    maxLength: 8,
  })
  fc.assert(
    fc.property(grid, (cells) => {
      const boxes = regionsOf(cells.map((row) => row.join(''))).map(({ left, top, width, height }) => ({
        left: Math.round(left * 12),
        top: Math.round(top * 8),
        right: Math.round((left + width) * 12),
        bottom: Math.round((top + height) * 8),
      }))
      const around = (x: number, y: number): number =>
        boxes.filter(({ left, top, right, bottom }) => x >= left && x < right && y >= top && y < bottom).length
      return cells.every((row, y) => row.every((cell, x) => around(x, y) <= 1 && (cell === '0' || around(x, y) === 1)))
    }),
    { numRuns: 200 },
  )
})
