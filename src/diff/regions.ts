/** A grid of cells that differ between two pictures → a few boxes around them, which cut no letter. Pure. */
import { least, most } from '../model/lists.js'

/** Shares of the picture's width and height, 0 to 1. */
export interface Region {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Two pictures of one size, as grids of different fineness: a line of `0` and `1` for each of their rows. */
export interface ComparedPixels {
  /** `1` where they differ. */
  readonly cells: readonly string[]
  /** `1` where either shows something else than ground. */
  readonly drawn: readonly string[]
}

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Cells with no more than these between them are one change: the blanks of a line, not that between paragraphs. */
const GAP = { across: 2, down: 1 }

export function regionsOf({ cells, drawn }: ComparedPixels): readonly Region[] {
  const [columns, lines] = [cells[0]?.length ?? 0, cells.length]
  const found = cells.flatMap((row, top) =>
    [...row.matchAll(/1+/g)].map(
      ({ index, 0: run }): Box => ({ left: index, top, right: index + run.length, bottom: top + 1 }),
    ),
  )
  const page: Ground = { drawn, width: drawn[0]?.length ?? 0, height: drawn.length }
  const [across, down] = [page.width / columns, page.height / lines]
  const whole = joined(found, areNear).map(({ left, top, right, bottom }) =>
    aroundLetters(
      {
        left: Math.floor(left * across),
        top: Math.floor(top * down),
        right: Math.ceil(right * across),
        bottom: Math.ceil(bottom * down),
      },
      page,
    ),
  )
  return joined(whole, overlap).map(({ left, top, right, bottom }) => ({
    left: left / page.width,
    top: top / page.height,
    width: (right - left) / page.width,
    height: (bottom - top) / page.height,
  }))
}

interface Ground {
  readonly drawn: readonly string[]
  readonly width: number
  readonly height: number
}

/** Dots by which an edge may move to where nothing is drawn: a letter of a title. */
const MOST = { across: 24, down: 10 }

/** Edges move outwards to the next gap between letters, and between lines; where there is none, as in a photograph, they stay. */
function aroundLetters(box: Box, { drawn, width, height }: Ground): Box {
  const isBlankRow = (y: number, { left, right }: Box): boolean => !(drawn[y] ?? '').slice(left, right).includes('1')
  const isBlankColumn = (x: number, { top, bottom }: Box): boolean =>
    drawn.slice(top, bottom).every((line) => line[x] !== '1')
  const top = moved(box.top, -1, Math.max(0, box.top - MOST.down), (y) => isBlankRow(y - 1, box))
  const bottom = moved(box.bottom, 1, Math.min(height, box.bottom + MOST.down), (y) => isBlankRow(y, box))
  const tall = { ...box, top, bottom }
  const left = moved(box.left, -1, Math.max(0, box.left - MOST.across), (x) => isBlankColumn(x - 1, tall))
  const right = moved(box.right, 1, Math.min(width, box.right + MOST.across), (x) => isBlankColumn(x, tall))
  return { left, top, right, bottom }
}

/** The first place from an edge on that is fine; the edge itself when there is none up to the last. */
function moved(edge: number, step: number, last: number, isFine: (place: number) => boolean): number {
  for (let place = edge; place !== last + step; place += step) if (isFine(place)) return place
  return edge
}

/** Boxes that belong together are one, as long as there are such. */
function joined(boxes: readonly Box[], belong: (one: Box, other: Box) => boolean): readonly Box[] {
  const once = boxes.reduce<readonly Box[]>((all, box) => withBox(all, box, belong), [])
  return once.length === boxes.length ? once : joined(once, belong)
}

function withBox(boxes: readonly Box[], box: Box, belong: (one: Box, other: Box) => boolean): readonly Box[] {
  const near = boxes.filter((other) => belong(box, other))
  const all = [box, ...near]
  const joint = {
    left: least(all.map(({ left }) => left)),
    top: least(all.map(({ top }) => top)),
    right: most(all.map(({ right }) => right)),
    bottom: most(all.map(({ bottom }) => bottom)),
  }
  return [...boxes.filter((other) => !near.includes(other)), joint]
}

const areNear = (one: Box, other: Box): boolean =>
  one.left <= other.right + GAP.across &&
  other.left <= one.right + GAP.across &&
  one.top <= other.bottom + GAP.down &&
  other.top <= one.bottom + GAP.down

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
