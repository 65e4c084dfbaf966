/** Rows of a table whose cells may reach over several columns and rows → the column in which each cell begins. */
import type { TableCell } from './notes.js'

type Spans = Pick<TableCell, 'columns' | 'rows'>

export interface Grid {
  /** By row, a number for each of its cells. */
  readonly starts: readonly (readonly number[])[]
  /** How many columns there are. */
  readonly count: number
}

export function cellStarts(rows: readonly (readonly Spans[])[]): Grid {
  /** For each column, how many rows from here on something from above reaches into. */
  const taken: number[] = []
  let count = 0
  const starts = rows.map((row) => {
    let column = 0
    const begin = row.map(({ columns = 1, rows: span = 1 }) => {
      while ((taken[column] ?? 0) > 0) column++
      const start = column
      for (let at = start; at < start + columns; at++) taken[at] = Math.max(taken[at] ?? 0, span)
      column += columns
      return start
    })
    count = Math.max(count, column, taken.findLastIndex((left) => left > 0) + 1)
    for (let at = 0; at < count; at++) taken[at] = Math.max(0, (taken[at] ?? 0) - 1)
    return begin
  })
  return { starts, count }
}
