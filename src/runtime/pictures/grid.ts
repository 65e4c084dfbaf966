/** How many slides, and their shape → contact sheets that look full: columns, size of the slides, and how many go on each. Pure arithmetic. */
import { least } from '../../model/lists.js'

export interface ContactGrid {
  readonly columns: number
  /** Width of a slide, CSS px. */
  readonly thumb: number
  /** Slides of each sheet: from the first to before the second, counted from 0. */
  readonly sheets: readonly (readonly [from: number, to: number])[]
}

/** CSS px, as contact.css has them: around all, between slides, above each slide, and above the grid (about). */
export const space = { margin: 48, gap: 24, caption: 42, head: 110 } as const

/** CSS px. Narrower slides can't be read, wider ones are no overview; in between, they fill a sheet of usual width. */
const thumbWidth = { least: 320, most: 640, sheet: 1600 } as const

/** Pixels of one picture: viewers and browsers go along so far, on phones too. */
const most = { side: 8192, area: 36_000_000 } as const

/** Width to height that fits screens. */
const wanted = 1.5

/**
 * @param slides at least 1
 * @param ratio height to width of a slide
 * @param scale pixels of the picture for each CSS pixel
 */
export function contactGrid(slides: number, ratio: number, scale: number): ContactGrid {
  for (let count = 1; ; count++) {
    const each = Math.ceil(slides / count)
    const grid = bestGrid(each, ratio)
    const { width, height } = sizeOf(each, grid, ratio)
    const fits = Math.max(width, height) * scale <= most.side && width * height * scale ** 2 <= most.area
    if (!fits && each > 1) continue
    const bounds = Array.from({ length: count + 1 }, (_, sheet) => Math.round((sheet * slides) / count))
    return { ...grid, sheets: bounds.slice(1).map((to, sheet) => [bounds[sheet] ?? 0, to]) }
  }
}

type Grid = Omit<ContactGrid, 'sheets'>

/** Of all numbers of columns, the one whose sheet has the best shape and the fewest gaps in its last row. */
function bestGrid(slides: number, ratio: number): Grid {
  const grids = Array.from({ length: slides }, (_, index) => gridOf(index + 1))
  const faults = grids.map((grid) => {
    const { width, height } = sizeOf(slides, grid, ratio)
    const gaps = (grid.columns - (slides % grid.columns)) % grid.columns
    return Math.abs(Math.log(width / height / wanted)) + (2 * gaps) / grid.columns
  })
  return grids[faults.indexOf(least(faults))] ?? gridOf(1)
}

function gridOf(columns: number): Grid {
  const room = thumbWidth.sheet - 2 * space.margin - (columns - 1) * space.gap
  const thumb = Math.max(thumbWidth.least, Math.min(thumbWidth.most, Math.floor(room / columns)))
  return { columns, thumb }
}

/** About: how high the head is depends on the title. */
function sizeOf(slides: number, { columns, thumb }: Grid, ratio: number): { width: number; height: number } {
  const rows = Math.ceil(slides / columns)
  return {
    width: 2 * space.margin + columns * (thumb + space.gap) - space.gap,
    height: 2 * space.margin + space.head + rows * (space.caption + thumb * ratio + space.gap) - space.gap,
  }
}
