/** Tables that slides or sheets may cut → the same, with columns that stay as wide as they are and rows no taller than asked for. */
import { most } from '../../model/lists.js'
import { firstBelow, type TextPlace } from '../flow/lines.js'
import { hasSpans, keepWidths, partRows, rowGroups } from './spans.js'

/** Class of a row that goes on in the one below it, and of one that goes on from the one above. */
const UNFINISHED = 'unfinished'
export const GOES_ON = 'goes-on'

/** So many lines of a tall row stay together: fewer would tire whoever hears the table, more would leave sheets blank. */
const SLICE = 4
/** Of a line's height: what stands a little lower or higher, as code does, is on the line all the same. */
const TOLERANCE = 0.25

/**
 * A row as tall as a sheet can only be cut across all its cells, so it becomes several that look like one. A head as tall is
 * not said again on every sheet: it becomes a row like the others. Reads and writes in turns, however many tables there are.
 *
 * @param tallest height from which a row may be cut, px
 */
export function prepareTables(tables: readonly HTMLTableElement[], tallest: number): void {
  tearTables(tables, () => ({ head: tallest, row: tallest }))
}

/** Heights in px that head and rows of a table may have. */
export interface Tallest {
  readonly head: number
  readonly row: number
}

/** The same, where not all tables have the same room. */
export function tearTables(tables: readonly HTMLTableElement[], tallest: (table: HTMLTableElement) => Tallest): void {
  for (const table of tables.filter((each) => each.tHead && each.tHead.offsetHeight > tallest(each).head)) {
    const body = table.tBodies[0] ?? table.createTBody()
    body.prepend(...(table.tHead?.rows ?? []))
    table.deleteTHead()
  }
  keepColumns(tables)
  const together = tables.filter(hasSpans).map((table) => {
    const groups = rowGroups([...table.querySelectorAll<HTMLTableRowElement>('tbody > tr')])
    const { row: most } = tallest(table)
    return groups.filter((group) => group.length > 1 && heightOf(group) > most)
  })
  for (const group of together.flat()) partRows(group)
  const slices = tables.flatMap((table) => {
    const { row: most } = tallest(table)
    const rows = [...table.querySelectorAll<HTMLTableRowElement>('tbody > tr')]
    return rows.filter((row) => row.offsetHeight > most).map(slicesOf)
  })
  for (const sliced of slices) cutRow(sliced)
}

/**
 * Part of a table would make columns of its own: its rows would be taller or lower than they were measured. The first row of a
 * part decides, which is the head, or may be any row.
 */
function keepColumns(tables: readonly HTMLTableElement[]): void {
  const cells = tables.flatMap(({ tHead, rows }) => [...(tHead ?? { rows }).rows].flatMap((row) => [...row.cells]))
  const widths = cells.map((cell) => cell.getBoundingClientRect().width)
  const spanned = tables.filter(hasSpans).map(keepWidths)
  for (const table of tables) table.style.tableLayout = 'fixed'
  cells.forEach((cell, index) => {
    cell.style.boxSizing = 'border-box'
    cell.style.width = `${widths[index]}px`
  })
  for (const keep of spanned) keep()
}

const heightOf = (rows: readonly HTMLTableRowElement[]): number =>
  (rows.at(-1)?.getBoundingClientRect().bottom ?? 0) - (rows[0]?.getBoundingClientRect().top ?? 0)

/**
 * For a copy of such a table that is narrower: rows are whole again, and columns keep their shares on every part of it, but
 * none tears a word.
 */
export function scaleTable(table: HTMLTableElement): void {
  joinRows(table)
  table.style.tableLayout = ''
  table.querySelector('colgroup')?.remove()
  const all = [...table.rows].map(({ cells }) => widthsOf(cells).reduce((sum, width) => sum + width, 0))
  const widest = most(all.slice(0, 100).filter(Number.isFinite), 0)
  for (const { cells } of table.rows) {
    const widths = widthsOf(cells)
    const whole = hasSpans(table) ? widest : widths.reduce((sum, width) => sum + width, 0)
    if (!(whole > 0)) continue
    for (const [index, cell] of [...cells].entries()) cell.style.width = `${((widths[index] ?? 0) / whole) * 100}%`
  }
}

const widthsOf = (cells: Iterable<HTMLElement>): readonly number[] =>
  [...cells].map(({ style }) => Number.parseFloat(style.width))

function joinRows(table: HTMLTableElement): void {
  for (const row of table.querySelectorAll<HTMLTableRowElement>(`tr.${GOES_ON}`)) {
    const above = row.previousElementSibling
    if (!(above instanceof HTMLTableRowElement)) continue
    for (const [index, cell] of [...row.cells].entries()) above.cells[index]?.append(...cell.childNodes)
    if (!row.classList.contains(UNFINISHED)) above.classList.remove(UNFINISHED)
    row.remove()
  }
}

interface Slices {
  readonly row: HTMLTableRowElement
  /** By slice, save the first: where it begins in each cell; undefined in those that end above. */
  readonly starts: readonly (readonly (TextPlace | undefined)[])[]
}

function slicesOf(row: HTMLTableRowElement): Slices {
  const cells = [...row.cells]
  const { top, bottom } = row.getBoundingClientRect()
  const style = getComputedStyle(cells[0] ?? row)
  const line = Number.parseFloat(style.lineHeight)
  const first = top + Number.parseFloat(style.paddingTop)
  const count = Math.floor((bottom - first) / (line * SLICE))
  const edges = Array.from({ length: count }, (_, index) => first + ((index + 1) * SLICE + TOLERANCE) * line)
  const starts = edges.map((edge) => cells.map((cell) => firstBelow(cell, edge)))
  return { row, starts: starts.filter((places) => places.some((place) => place !== undefined)) }
}

/** From the last slice to the first, so that each is at the end of what is left of the row. */
function cutRow({ row, starts }: Slices): void {
  const cells = [...row.cells]
  starts.toReversed().forEach((places, fromEnd) => {
    const rest = document.createElement('tr')
    rest.className = fromEnd === 0 ? GOES_ON : `${GOES_ON} ${UNFINISHED}`
    rest.append(...cells.map((cell, index) => restOf(cell, places[index])))
    row.after(rest)
    row.classList.add(UNFINISHED)
  })
}

/** Takes what is in a cell from there on out of it; a place in no cell leaves the rest of it empty. */
function restOf(cell: HTMLTableCellElement, start: TextPlace | undefined): HTMLElement {
  const rest = document.createElement(cell.localName)
  rest.className = cell.className
  if (cell.colSpan > 1) rest.setAttribute('colspan', String(cell.colSpan))
  rest.style.boxSizing = 'border-box'
  rest.style.width = cell.style.width
  if (!start) return rest
  const range = document.createRange()
  range.setStart(start.node, start.offset)
  range.setEnd(cell, cell.childNodes.length)
  rest.append(range.extractContents())
  return rest
}
