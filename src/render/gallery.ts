/** The shapes of several pictures → rows of them that fill a slide best. Pure arithmetic. */

/** Pictures of one slide: more, and each would be too small to see from the back. */
const mostAtOnce = 8
/** Rows of very different heights look like an accident: what a row of half the height of another takes off the area. */
const unevenness = 0.25

/** One slide's worth of rows; each row says how many pictures it takes, in order. */
export interface GalleryPage {
  readonly rows: readonly number[]
  /** Width to height of all rows together, on one width. */
  readonly shape: number
}

/**
 * Chooses the rows that show the pictures largest, when all rows have the same width and a row's pictures the same height.
 * @param ratios width to height of each picture, in order
 * @param room width to height of what the slide has for them
 */
export function galleryRows(ratios: readonly number[], room: number): readonly GalleryPage[] {
  const pages = Math.ceil(ratios.length / mostAtOnce)
  return Array.from({ length: pages }, (_, page) => {
    const from = Math.round((page * ratios.length) / pages)
    const to = Math.round(((page + 1) * ratios.length) / pages)
    return bestPage(ratios.slice(from, to), room)
  })
}

function bestPage(ratios: readonly number[], room: number): GalleryPage {
  let best: readonly number[] = [ratios.length]
  let largest = -1
  for (const rows of compositions(ratios.length)) {
    const size = worth(heightsOf(rows, ratios), room)
    if (size > largest) {
      largest = size
      best = rows
    }
  }
  return { rows: best, shape: 1 / sum(heightsOf(best, ratios)) }
}

/** Every way to cut n things into rows, the fewest rows first: 2 → [2], [1, 1]. */
function compositions(n: number): readonly (readonly number[])[] {
  if (n === 0) return [[]]
  return Array.from({ length: n }, (_, taken) => n - taken).flatMap((first) =>
    compositions(n - first).map((rest) => [first, ...rest]),
  )
}

/** Height of each row on a width of 1. */
function heightsOf(rows: readonly number[], ratios: readonly number[]): readonly number[] {
  let from = 0
  return rows.map((count) => {
    const width = sum(ratios.slice(from, from + count))
    from += count
    return 1 / width
  })
}

/** Area of the pictures in the room, less for rows of uneven heights. */
function worth(heights: readonly number[], room: number): number {
  const total = sum(heights)
  const scale = Math.min(1, 1 / (room * total))
  const even = Math.min(...heights) / Math.max(...heights)
  return total * scale * scale * even ** unevenness
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
