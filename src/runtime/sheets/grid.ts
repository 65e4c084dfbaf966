/** How many slides a sheet holds, its room and the slides' shape → where each slide stands. Pure arithmetic. */

import type { Canvas } from '../../model/deck.js'
import { most } from '../../model/lists.js'
import type { Orientation, SheetSettings } from '../../model/sheet.js'
import { type Area, MM, type SheetFrame, sheetFrame } from './frame.js'

/** Slides a sheet. */
export type GridKind = '2' | '3' | '4' | '6'

export interface Cell {
  readonly slide: Area
  /** Room for lines to write on. */
  readonly lines?: Area
}

export interface Grid {
  readonly frame: SheetFrame
  /** In reading order; areas count from the upper left corner of the sheet's body. */
  readonly cells: readonly Cell[]
}

/** Columns and rows that are tried; the one with the largest slides is taken (see `worth`). */
const shapes: Readonly<Record<GridKind, readonly (readonly [columns: number, rows: number])[]>> = {
  '2': [
    [1, 2],
    [2, 1],
  ],
  '3': [
    [1, 3],
    [3, 1],
  ],
  '4': [[2, 2]],
  '6': [
    [2, 3],
    [3, 2],
  ],
}

/** Height of a slide's number below it, and the least room between slides, px. */
export const LABEL = 5 * MM
const GAP = 8 * MM
/**
 * Share of its cell that a slide takes where there are lines beside or below it: beside them, text of 28 px, the usual size on
 * slides, is one of 7 pt on paper.
 */
const BESIDE_LINES = 0.67
const ABOVE_LINES = 0.5
/** Sheets stand upright, as in any other pile, unless slides get so much larger when they lie. */
const WORTH_TURNING = 1.1
/** Slides as wide as their column stand flush with head and foot: others must be larger than those by so much. */
const WORTH_GAPS = 1.1

export function gridOf(kind: GridKind, settings: SheetSettings, canvas: Canvas): Grid {
  const upright = best(kind, settings, 'portrait', canvas)
  if (settings.orientation === 'portrait') return upright
  const lying = best(kind, settings, 'landscape', canvas)
  if (settings.orientation === 'landscape') return lying
  return widthIn(lying) > widthIn(upright) * WORTH_TURNING ? lying : upright
}

function best(kind: GridKind, settings: SheetSettings, way: Orientation, canvas: Canvas): Grid {
  const frame = sheetFrame(settings, way)
  const grids = shapes[kind].map((shape) => ({ frame, cells: cellsOf(shape, frame.body, canvas, kind === '3') }))
  return grids.reduce((one, other) => (worth(other) > worth(one) ? other : one))
}

function worth(grid: Grid): number {
  const last = grid.cells.at(-1)
  const right = most([last?.slide, last?.lines].map((area) => (area ? area.left + area.width : 0)))
  return right > grid.frame.body.width - 1 ? widthIn(grid) : widthIn(grid) / WORTH_GAPS
}

const widthIn = ({ cells }: Grid): number => cells[0]?.slide.width ?? 0

function cellsOf(
  [columns, rows]: readonly [columns: number, rows: number],
  body: Area,
  canvas: Canvas,
  lined: boolean,
): readonly Cell[] {
  const cell = {
    width: (body.width - GAP * (columns - 1)) / columns,
    height: (body.height - GAP * (rows - 1)) / rows,
  }
  const beside = lined && columns === 1
  const below = lined && !beside
  const most = {
    width: beside ? (cell.width - GAP) * BESIDE_LINES : cell.width,
    height: below ? cell.height * ABOVE_LINES : cell.height - LABEL,
  }
  const width = Math.min(most.width, (most.height * canvas.width) / canvas.height)
  const height = (width * canvas.height) / canvas.width
  const block = lined ? cell : { width, height: height + LABEL }

  // What room is left stands around the slides: as much between two as before the first and behind the last together.
  const step = { x: cell.width + GAP, y: cell.height + GAP }
  const before = { x: (cell.width - block.width) / 2, y: (cell.height - block.height) / 2 }
  return Array.from({ length: columns * rows }, (_, index) => {
    const left = (index % columns) * step.x + before.x
    const top = Math.floor(index / columns) * step.y + before.y
    const slide = { left, top, width, height }
    if (beside) {
      const room = { left: left + width + GAP, top, width: cell.width - width - GAP, height: cell.height }
      return { slide, lines: room }
    }
    if (below) {
      const under = height + LABEL
      return { slide, lines: { left, top: top + under, width: cell.width, height: cell.height - under } }
    }
    return { slide }
  })
}
