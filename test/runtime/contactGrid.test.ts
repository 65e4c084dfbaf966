import { describe, expect, test } from 'vitest'
import { contactGrid } from '../../src/runtime/pictures/grid.js'

const wide = 9 / 16

test.each([
  [1, 1],
  [2, 2],
  [3, 3],
  [5, 3],
  [7, 4],
  [11, 4],
  [12, 4],
  [20, 5],
])('%i slides stand in %i columns', (slides, columns) => {
  expect(contactGrid(slides, wide, 1)).toMatchObject({ columns, sheets: [[0, slides]] })
})

describe.each([
  [wide, 1],
  [3 / 4, 1],
  [16 / 9, 2],
  [wide, 3],
])('whatever the count, at ratio %f and scale %i', (ratio, scale) => {
  const counts = [...Array.from({ length: 320 }, (_, index) => index + 1), 997, 1000]
  const grids = counts.map((slides) => ({ slides, ...contactGrid(slides, ratio, scale) }))

  test('each slide stands on one sheet, and sheets are about equally full', () => {
    for (const { slides, sheets } of grids) {
      expect(sheets.flatMap(([from, to]) => Array.from({ length: to - from }, (_, at) => from + at))).toEqual(
        Array.from({ length: slides }, (_, at) => at),
      )
      const sizes = sheets.map(([from, to]) => to - from)
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
    }
  })

  test('no picture is too large for a viewer, and no slide too small to read', () => {
    for (const { columns, thumb, sheets } of grids) {
      const rows = Math.ceil(Math.max(...sheets.map(([from, to]) => to - from)) / columns)
      const [width, height] = [columns * thumb * scale, rows * thumb * ratio * scale]
      expect(Math.max(width, height)).toBeLessThan(8192)
      expect(width * height).toBeLessThan(36_000_000)
      expect(thumb).toBeGreaterThanOrEqual(320)
    }
  })

  test('the last row is at least half full, from a few slides on', () => {
    for (const { slides, columns, sheets } of grids) {
      if (slides < 10) continue
      const each = Math.max(...sheets.map(([from, to]) => to - from))
      expect([slides, (each % columns || columns) / columns >= 0.5]).toEqual([slides, true])
    }
  })
})
