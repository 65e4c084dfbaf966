import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ComparedPixels, regionsOf } from '../../src/diff/regions.js'

/** A grid of cells alone: nothing stands in the way of their edges. */
const alone = (cells: readonly string[]): ComparedPixels => ({
  cells,
  drawn: cells.map((row) => row.replaceAll('1', '0')),
})

test('cells that are near each other make one box, others one of their own', () => {
  const rows = ['1010000000', '0000000000', '0000000000', '0000000011', '0000000011']
  expect(regionsOf(alone(rows))).toEqual([
    { left: 0, top: 0, width: 0.3, height: 0.2 },
    { left: 0.8, top: 0.6, width: 0.2, height: 0.4 },
  ])
})

test('an edge stands between letters and lines, not in them', () => {
  // Dots are four times as fine as cells: the cell that differs cuts two letters, and the line above its foot.
  const cells = ['0000', '0100', '0000']
  const drawn = ['000000', '011011', '011011', '011011', '000000', '000000'].map((line) =>
    `${line}${line}0000`.slice(0, 16),
  )
  const [region] = regionsOf({ cells, drawn: drawn.flatMap((line) => [line, line]) })
  expect(region && [region.left * 16, (region.left + region.width) * 16]).toEqual([4, 9])
  expect(region && [region.top * 12, (region.top + region.height) * 12]).toEqual([2, 8])
})

test('boxes that come to lie over one another on their way around a word are one', () => {
  const cells = ['00000000', '01000100', '00000000']
  const drawn = Array.from({ length: 12 }, (_, row) =>
    row > 3 && row < 8 ? `00${'1'.repeat(24)}000000` : '0'.repeat(32),
  )
  expect(regionsOf({ cells, drawn })).toHaveLength(1)
})

test('where all is drawn, as in a photograph, edges stay where they were', () => {
  const cells = ['00000000', '00100000', '00000000']
  const drawn = Array.from({ length: 90 }, () => '1'.repeat(240))
  const [region] = regionsOf({ cells, drawn })
  expect(region).toEqual({ left: 0.25, top: 1 / 3, width: 0.125, height: 1 / 3 })
})

test('pictures that are the same, or can not be compared, have none', () => {
  expect(regionsOf(alone(['000', '000']))).toEqual([])
  expect(regionsOf(alone([]))).toEqual([])
})

test('whatever differs lies in a box, and no two boxes meet', () => {
  const grid = fc.array(fc.array(fc.constantFrom('0', '0', '0', '0', '1'), { minLength: 12, maxLength: 12 }), {
    minLength: 8,
    maxLength: 8,
  })
  fc.assert(
    fc.property(grid, (cells) => {
      const boxes = regionsOf(alone(cells.map((row) => row.join('')))).map(({ left, top, width, height }) => ({
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
