/** The shapes of several pictures → rows of them that fill a slide best. Pure arithmetic. */
import { least, most } from '../model/lists.js'

/** Pictures of one slide: more, and each would be too small to see from the back. */
const mostAtOnce = 8
/** Rows of very different heights look like an accident: what a row of half the height of another takes off the area. */
const unevenness = 0.25
/** The widest shape to the narrowest: up to that they are seen as the same. */
const sameShape = 1.05

/** One slide's worth of rows; each row says how many pictures it takes, in order. */
export interface GalleryPage {
  readonly rows: readonly number[]
  /** Pictures of one shape have one size: so many of them are as wide as the page, and a row of fewer is shorter. */
  readonly across?: number
  /** Width to height of all rows together, on one width. */
  readonly shape: number
}

/**
 * Chooses the rows that show the pictures largest, when all rows have the same width and a row's pictures the same height.
 * @param ratios width to height of each picture, in order
 * @param room width to height of what the slide has for them
 * @param taken share of its height that each row takes beside its pictures: the gap below it, captions
 */
export function galleryRows(ratios: readonly number[], room: number, taken = 0): readonly GalleryPage[] {
  const pages = Math.ceil(ratios.length / mostAtOnce)
  return Array.from({ length: pages }, (_, page) => {
    const from = Math.round((page * ratios.length) / pages)
    const to = Math.round(((page + 1) * ratios.length) / pages)
    const own = ratios.slice(from, to)
    const roomFor = (rows: number): number => room / Math.max(0.1, 1 - taken * rows)
    return most(own) / least(own) <= sameShape ? bestGrid(own, roomFor) : bestPage(own, roomFor)
  })
}

/** Width to height of the room that so many rows have for their pictures. */
type RoomFor = (rows: number) => number

/** Rows as even as they can be; the area of the pictures counts, less for places in the grid that stay empty. */
function bestGrid(ratios: readonly number[], roomFor: RoomFor): GalleryPage {
  const count = ratios.length
  const ratio = sum(ratios) / Math.max(1, count)
  const grids = ratios.map((_, index) => {
    const rows = index + 1
    const across = Math.ceil(count / rows)
    const shape = (across * ratio) / rows
    const scale = Math.min(1, shape / roomFor(rows))
    const worth = (count / (across * across * ratio)) * scale * scale * (count / (across * rows))
    return { rows, across, shape, worth }
  })
  const { rows, across, shape } = grids.reduce((best, other) => (other.worth > best.worth ? other : best))
  return { rows: evenly(count, rows), across, shape }
}

/** 7 in 2 → 4, 3. */
const evenly = (count: number, rows: number): readonly number[] =>
  Array.from({ length: rows }, (_, row) => Math.ceil((count - row) / rows))

function bestPage(ratios: readonly number[], roomFor: RoomFor): GalleryPage {
  let best: readonly number[] = [ratios.length]
  let largest = -1
  for (const rows of compositions(ratios.length)) {
    const size = worth(heightsOf(rows, ratios), roomFor(rows.length))
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
  const even = least(heights) / most(heights)
  return total * scale * scale * even ** unevenness
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
