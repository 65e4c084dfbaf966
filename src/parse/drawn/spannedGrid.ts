/** The lines of a grid in which cells reach over several columns or rows → its cells, found by walking around each, as docutils does. */
import type { Line } from '../lines.js'
import { byColumn } from './columns.js'
import type { DrawnCell, DrawnRow } from './drawnTable.js'

/** Beyond that a walk around each cell takes too long; nobody draws that by hand. */
const mostLines = 300
const widest = 400

interface Box {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

interface Rows {
  readonly head: readonly DrawnRow[]
  readonly rows: readonly DrawnRow[]
}

/** @returns undefined where the lines do not close around cells that fill the whole */
export function spannedCells(drawn: readonly Line[]): Rows | undefined {
  const grid = drawn.map(({ text }) => byColumn(text))
  const width = grid[0]?.length ?? 0
  if (grid.length > mostLines || width > widest || grid.some((row) => row.length !== width)) return undefined
  const headRule = grid.findIndex(
    (row, index) => index > 0 && index < grid.length - 1 && /^\+[=+]+\+$/.test(row.join('')),
  )
  if (headRule > 0) grid[headRule] = grid[headRule]?.map((sign) => (sign === '=' ? '-' : sign)) ?? []
  const boxes = boxesOf(grid)
  if (boxes === undefined || boxes.length < 2) return undefined

  const tops = edges(boxes.map(({ top }) => top))
  const lefts = edges(boxes.map(({ left }) => left))
  const rows = tops.map(
    (top): DrawnRow =>
      boxes
        .filter((box) => box.top === top)
        .sort((one, other) => one.left - other.left)
        .map((box): DrawnCell => {
          const columns = lefts.filter((left) => left >= box.left && left < box.right).length
          const reach = tops.filter((other) => other >= box.top && other < box.bottom).length
          return {
            lines: textIn(grid, drawn, box),
            ...(columns > 1 ? { columns } : {}),
            ...(reach > 1 ? { rows: reach } : {}),
          }
        }),
  )
  const heads = tops.filter((top) => headRule > 0 && top < headRule).length
  return lefts.length < 2 ? undefined : { head: rows.slice(0, heads), rows: rows.slice(heads) }
}

const edges = (all: readonly number[]): readonly number[] => [...new Set(all)].sort((one, other) => one - other)

type Grid = readonly (readonly string[])[]

const textIn = (grid: Grid, drawn: readonly Line[], { top, left, bottom, right }: Box): readonly Line[] =>
  grid.slice(top + 1, bottom).map((row, index) => ({
    text: row.slice(left + 1, right).join(''),
    line: drawn[top + 1 + index]?.line ?? 1,
  }))

/** From the corner at the top left on, each corner to the right of a cell and each below it begins another. */
function boxesOf(grid: Grid): readonly Box[] | undefined {
  const boxes: Box[] = []
  const seen = new Set<string>()
  const waiting: { top: number; left: number }[] = [{ top: 0, left: 0 }]
  const bottom = grid.length - 1
  const right = (grid[0]?.length ?? 0) - 1
  let area = 0
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const key = `${next.top} ${next.left}`
    if (next.top >= bottom || next.left >= right || seen.has(key)) continue
    seen.add(key)
    const box = boxFrom(grid, next.top, next.left)
    // A corner of its neighbours alone, on the edge of a wide cell.
    if (box === undefined) continue
    boxes.push(box)
    area += (box.bottom - box.top) * (box.right - box.left)
    waiting.push({ top: box.top, left: box.right }, { top: box.bottom, left: box.left })
  }
  return area === bottom * right ? boxes : undefined
}

/** The smallest box with this corner, all of whose edges are drawn. */
function boxFrom(grid: Grid, top: number, left: number): Box | undefined {
  const at = (row: number, column: number): string => grid[row]?.[column] ?? ''
  if (at(top, left) !== '+') return undefined
  for (let right = left + 1; /[+-]/.test(at(top, right)); right++) {
    if (at(top, right) !== '+') continue
    for (let bottom = top + 1; /[+|]/.test(at(bottom, right)) && /[+|]/.test(at(bottom, left)); bottom++) {
      if (at(bottom, right) !== '+' || at(bottom, left) !== '+') continue
      let column = left + 1
      while (column < right && /[+-]/.test(at(bottom, column))) column++
      if (column === right) return { top, left, bottom, right }
    }
  }
  return undefined
}
