/** A table → how wide its columns are, where its rows have no room on one line. */
import { cellStarts } from '../model/grid.js'
import { most } from '../model/lists.js'
import type { Table } from '../model/notes.js'
import { cellText, displayWidth } from '../model/text.js'

/** Letters that a row has room for on a slide; a gap between two columns takes so many. */
const ROOM = 88
const GAP = 4
/** What a column needs at least to look like one. */
const NARROWEST = 6
/** A cell with more may be taller than a slide: where its row is torn, its columns are measured (runtime/fit/tallTables.ts). */
const TALL = 600
/** Letters of code are as much wider than others. */
const CODE = 1.2

/**
 * By the square root of the text they hold: what says much is wide and what says little is not cramped. No column is wider
 * than its longest cell.
 *
 * @returns per cent, or nothing where the browser does well by itself
 */
export function columnShares({ head, rows }: Table): readonly number[] | undefined {
  const all = [head, ...rows]
  if (all.some((row) => row.some(({ columns = 1 }) => columns > 1))) return undefined
  const { starts } = cellStarts(all)
  const totals: number[] = []
  const longest: number[] = []
  all.forEach((row, index) => {
    row.forEach((cell, at) => {
      const column = starts[index]?.[at] ?? at
      const isCode = cell.inlines.some(({ kind }) => kind === 'code')
      const lines = cellText(cell).split('\n')
      const widths = lines.map((line) => displayWidth(line) * (isCode ? CODE : 1))
      totals[column] = (totals[column] ?? 0) + widths.reduce((sum, width) => sum + width, 0)
      longest[column] = Math.max(longest[column] ?? NARROWEST, most(widths, 0))
    })
  })
  const needs = Array.from(longest, (width = NARROWEST) => width + GAP)
  const weights = Array.from(totals, (total = 0) => Math.sqrt(Math.max(NARROWEST, total)))
  const needed = needs.reduce((sum, need) => sum + need, 0)
  if (needs.length < 2 || needed <= ROOM || most(longest, 0) > TALL) return undefined
  const widths = shareOut(weights, needs)
  return widths.map((width) => Math.round((width / ROOM) * 1000) / 10)
}

/** Who would get more than it needs gets that, and the others share the rest. */
function shareOut(weights: readonly number[], needs: readonly number[]): readonly number[] {
  const widths: number[] = []
  let open = weights.map((_weight, column) => column)
  let room = ROOM
  for (;;) {
    const total = open.reduce((sum, column) => sum + (weights[column] ?? 0), 0)
    const shareOf = (column: number) => (room * (weights[column] ?? 0)) / total
    const content = open.filter((column) => shareOf(column) >= (needs[column] ?? 0))
    for (const column of content.length > 0 ? content : open) {
      widths[column] = content.length > 0 ? (needs[column] ?? 0) : shareOf(column)
    }
    if (content.length === 0) return widths
    room -= content.reduce((sum, column) => sum + (needs[column] ?? 0), 0)
    open = open.filter((column) => !content.includes(column))
    if (open.length === 0) return widths
  }
}
