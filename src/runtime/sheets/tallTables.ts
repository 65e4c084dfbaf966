/** Tables that sheets may cut → the same, with columns that stay as wide as they are and rows no taller than asked for. */
import { firstBelow, type TextPlace } from './lines.js'
import { makeElement } from './sheet.js'

/** Class of a row that goes on in the one below it, and of one that goes on from the one above. */
export const UNFINISHED = 'unfinished'
export const GOES_ON = 'goes-on'

/** So many lines of a tall row stay together: fewer would tire whoever hears the table, more would leave sheets blank. */
const SLICE = 4
/** Of a line's height: what stands a little lower or higher, as code does, is on the line all the same. */
const TOLERANCE = 0.25

/**
 * A row as tall as a sheet can only be cut across all its cells, so it becomes several that look like one. A head as tall is
 * not said again on every sheet: it becomes a row like the others.
 *
 * @param tallest height from which a row may be cut, px
 */
export function prepareTables(tables: readonly HTMLTableElement[], tallest: number): void {
  keepColumns(tables)
  for (const table of tables) {
    const { tHead } = table
    if (tHead && tHead.offsetHeight > tallest) {
      const [body = table.createTBody()] = table.tBodies
      body.prepend(...tHead.rows)
      tHead.remove()
    }
    for (const row of [...table.rows]) if (!row.closest('thead') && row.offsetHeight > tallest) sliceRow(row)
  }
}

/** Part of a table would make columns of its own: its rows would be taller or lower than they were measured. */
function keepColumns(tables: readonly HTMLTableElement[]): void {
  const cells = tables.flatMap(({ tHead, rows }) => [...(tHead ?? { rows }).rows].flatMap((row) => [...row.cells]))
  const widths = cells.map((cell) => cell.getBoundingClientRect().width)
  for (const table of tables) table.style.tableLayout = 'fixed'
  cells.forEach((cell, index) => {
    cell.style.width = `${widths[index]}px`
  })
}

function sliceRow(row: HTMLTableRowElement): void {
  const { top, bottom } = row.getBoundingClientRect()
  const [first] = row.cells
  if (!first) return
  const style = getComputedStyle(first)
  const line = Number.parseFloat(style.lineHeight)
  const start = top + Number.parseFloat(style.paddingTop)
  const slices = Math.floor((bottom - start) / (line * SLICE))
  const edges = Array.from({ length: slices }, (_, index) => start + ((index + 1) * SLICE + TOLERANCE) * line)
  const cells = [...row.cells]
  const places = edges.map((edge) => cells.map((cell) => firstBelow(cell, edge)))
  let last = true
  for (const starts of places.toReversed()) {
    if (starts.every((start) => start === undefined)) continue
    const rest = makeElement('tr', `${GOES_ON}${last ? '' : ` ${UNFINISHED}`}`)
    rest.append(...cells.map((cell, index) => restOf(cell, starts[index])))
    row.after(rest)
    row.classList.add(UNFINISHED)
    last = false
  }
}

/** Takes what is in a cell from there on out of it; a place in no cell leaves the rest of it empty. */
function restOf(cell: HTMLTableCellElement, start: TextPlace | undefined): HTMLElement {
  const rest = makeElement(cell.localName, cell.className)
  rest.style.width = cell.style.width
  if (!start) return rest
  const range = document.createRange()
  range.setStart(start.node, start.offset)
  range.setEnd(cell, cell.childNodes.length)
  rest.append(range.extractContents())
  return rest
}
