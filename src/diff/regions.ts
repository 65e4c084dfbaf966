/** A grid of cells that differ between two pictures → a few boxes around them. Pure. */

/** Shares of the picture's width and height, 0 to 1. */
export interface Region {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Cells with no more than these between them are one change: the blank between words, not that between paragraphs. */
const GAP = 1

/** @param rows a line of the grid each, `1` where the pictures differ */
export function regionsOf(rows: readonly string[]): readonly Region[] {
  const [width, height] = [rows[0]?.length ?? 0, rows.length]
  let boxes: readonly Box[] = rows.flatMap((row, top) =>
    [...row.matchAll(/1+/g)].map(({ index, 0: run }) => ({
      left: index,
      top,
      right: index + run.length,
      bottom: top + 1,
    })),
  )
  for (let count = -1; count !== boxes.length; ) {
    count = boxes.length
    boxes = boxes.reduce<readonly Box[]>(withBox, [])
  }
  return boxes.map(({ left, top, right, bottom }) => ({
    left: left / width,
    top: top / height,
    width: (right - left) / width,
    height: (bottom - top) / height,
  }))
}

function withBox(boxes: readonly Box[], box: Box): readonly Box[] {
  const near = boxes.filter((other) => areNear(box, other))
  const all = [box, ...near]
  const joined = {
    left: Math.min(...all.map(({ left }) => left)),
    top: Math.min(...all.map(({ top }) => top)),
    right: Math.max(...all.map(({ right }) => right)),
    bottom: Math.max(...all.map(({ bottom }) => bottom)),
  }
  return [...boxes.filter((other) => !near.includes(other)), joined]
}

const areNear = (one: Box, other: Box): boolean =>
  one.left <= other.right + GAP &&
  other.left <= one.right + GAP &&
  one.top <= other.bottom + GAP &&
  other.top <= one.bottom + GAP
