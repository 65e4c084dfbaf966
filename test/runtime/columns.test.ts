import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnGroups } from '../../src/runtime/fit/columns.js'

describe('columnGroups', () => {
  it('keeps what fits together', () => {
    expect(columnGroups([100, 200, 300], 600)).toEqual([[0, 1, 2]])
  })

  it('repeats the first column in every further table', () => {
    expect(columnGroups([100, 200, 300, 250, 200], 600)).toEqual([
      [0, 1, 2],
      [0, 3, 4],
    ])
  })

  it('gives up when two columns are too wide side by side', () => {
    expect(columnGroups([400, 300], 600)).toBeUndefined()
  })

  it('loses no column, doubles none but the first, and stays within the room', () => {
    const widths = fc.array(fc.integer({ min: 20, max: 290 }), { minLength: 2, maxLength: 30 })
    fc.assert(
      fc.property(widths, (all) => {
        const groups = columnGroups(all, 600) ?? []
        expect(groups.flatMap((group) => group.slice(1))).toEqual(all.slice(1).map((_width, index) => index + 1))
        for (const group of groups) {
          expect(group[0]).toBe(0)
          expect(group.reduce((sum, column) => sum + (all[column] ?? 0), 0)).toBeLessThanOrEqual(600)
        }
      }),
    )
  })
})
