/** Cells of a table that reach over several rows or columns → rows that stay together, widths of columns, and cells that no longer do. */
import { cellStarts } from '../../model/grid.js'

/** Where a cell begins, both from 0. */
export interface Spot {
  readonly row: number
  readonly column: number
}

export interface TableGrid {
  readonly spots: Map<HTMLTableCellElement, Spot>
  readonly columns: number
}

export const hasSpans = (table: HTMLTableElement): boolean => table.querySelector('[colspan], [rowspan]') !== null

export function gridOf(rows: readonly HTMLTableRowElement[]): TableGrid {
  const spans = rows.map(({ cells }) =>
    Array.from(cells, ({ colSpan, rowSpan }) => ({ columns: colSpan, rows: rowSpan })),
  )
  const { starts, count } = cellStarts(spans)
  const spots = rows.flatMap(({ cells }, row) =>
    Array.from(cells, (cell, at) => [cell, { row, column: starts[row]?.[at] ?? 0 }] as const),
  )
  return { spots: new Map(spots), columns: count }
}

/** Rows that a cell from above reaches into stay with the row that it begins in. */
export function rowGroups(rows: readonly HTMLTableRowElement[]): readonly (readonly HTMLTableRowElement[])[] {
  const groups: HTMLTableRowElement[][] = []
  let end = 0
  rows.forEach((row, index) => {
    if (index < end) groups.at(-1)?.push(row)
    else groups.push([row])
    for (const { rowSpan } of row.cells) end = Math.max(end, index + rowSpan)
  })
  return groups
}

/** Rows that stay together and find no room together go their own ways: what reached into the lower ones stands in the first. */
export function partRows(group: readonly HTMLTableRowElement[]): void {
  const { spots } = gridOf(group)
  const reaching = [...spots].filter(([cell]) => cell.rowSpan > 1)
  for (const [cell, { row, column }] of reaching) {
    for (const [index, below] of group.slice(row + 1, row + cell.rowSpan).entries()) {
      const next = [...below.cells].find((each) => (spots.get(each)?.column ?? -1) > column)
      const empty = document.createElement(cell.localName)
      if (cell.colSpan > 1) empty.setAttribute('colspan', String(cell.colSpan))
      if (empty instanceof HTMLTableCellElement) spots.set(empty, { row: row + 1 + index, column })
      below.insertBefore(empty, next ?? null)
    }
    cell.removeAttribute('rowspan')
  }
}

/** Widths of columns are said apart from cells, where cells reach over several. */
export function keepWidths(table: HTMLTableElement): () => void {
  const edges = columnEdges(table)
  return () => {
    const group = document.createElement('colgroup')
    edges.slice(1).forEach((edge, index) => {
      const column = document.createElement('col')
      column.style.width = `${edge - (edges[index] ?? 0)}px`
      group.append(column)
    })
    table.querySelector('colgroup')?.remove()
    table.prepend(group)
  }
}

/** Px from the table's left: where each column begins, and where the last one ends. Only reads. */
export function columnEdges(table: HTMLTableElement): readonly number[] {
  const { spots, columns } = gridOf([...table.rows])
  const { left, width } = table.getBoundingClientRect()
  const edges: (number | undefined)[] = Array.from({ length: columns + 1 }, () => undefined)
  for (const [cell, { column }] of spots) {
    const rect = cell.getBoundingClientRect()
    edges[column] ??= rect.left - left
    edges[column + cell.colSpan] ??= rect.right - left
  }
  edges[0] = 0
  edges[columns] = width
  // Where no cell begins, columns are told apart by nothing.
  let last = 0
  return edges.map((edge) => {
    last = Math.max(last, edge ?? last)
    return last
  })
}

/** First and last row of those that stay together, in the body of a table. */
export const groupsIn = (table: Element): readonly (readonly [first: Element, last: Element])[] =>
  rowGroups([...table.querySelectorAll<HTMLTableRowElement>(':scope > tbody > tr')]).flatMap((group) => {
    const [first, last] = [group[0], group.at(-1)]
    return first && last ? [[first, last] as const] : []
  })
