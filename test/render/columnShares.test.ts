import { expect, it } from 'vitest'
import type { Table } from '../../src/model/notes.js'
import { columnShares } from '../../src/render/columnShares.js'
import { text } from '../plan/build.js'

const table = (...rows: readonly (readonly string[])[]): Table => {
  const [head = [], ...others] = rows.map((row) => row.map((cell) => ({ inlines: text(cell) })))
  return { kind: 'table', align: head.map(() => ''), head, rows: others, lines: [1, rows.length] }
}

it('gives the column that says most the most room, and none more than its longest cell', () => {
  const [name = 0, prose = 0, output = 0] =
    columnShares(table(['Name', 'Purpose', 'Output'], ['load_all.py', 'x'.repeat(120), 'cache/events_unified.json'])) ??
    []
  expect(prose).toBeGreaterThan(output)
  expect(output).toBeGreaterThan(name)
  expect(name + prose + output).toBeCloseTo(100, 0)
  const [id = 0] = columnShares(table(['#', 'Purpose'], ['1', 'x'.repeat(400)])) ?? []
  expect(id).toBeLessThan(13)
})

it('leaves alone what has room on one line, one column, and no text at all', () => {
  expect(columnShares(table(['A', 'B'], ['one', 'two']))).toBeUndefined()
  expect(columnShares(table(['A'], ['x'.repeat(300)]))).toBeUndefined()
  expect(columnShares(table(['', '']))).toBeUndefined()
})
