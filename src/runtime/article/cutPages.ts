/** The pieces of a long flow and the room of a page → where pages begin. Pure arithmetic: no page, no browser. */

/** A piece of the flow that is never cut itself: a line of text, a table row, a picture. Lengths in px. */
export interface Piece {
  /** Upper and lower edge, from the top of the flow. */
  readonly top: number
  readonly bottom: number
  /** Height that a page beginning with this piece needs above it: a table's head, said again. */
  readonly lead: number
  /** Height of the footnotes that stand on the page because of it. */
  readonly foot: number
  /** How bad a cut before it is: 0.01 is worth a tenth of a page left empty, 1 all of it. */
  readonly cost: number
  /** Begins a page in any case. */
  readonly forced?: boolean
}

export interface PageRoom {
  readonly height: number
  /** Between text and footnotes, where there are any. */
  readonly gap: number
}

/** Of a page's height: what is less looks like something left over. */
const SHORT_END = 0.12
const COST_OF_SHORT_END = 0.03

/** The best way to cut everything from one piece on. */
interface Way {
  readonly cost: number
  /** The piece that begins the page after this one. */
  readonly next: number
}

/**
 * Weighs all pages together: some of a page is left empty where that spares a bad cut at its foot, or on a page behind it. Time
 * is in step with the number of pieces.
 *
 * @returns indices of the pieces that begin a page, rising, 0 among them; a piece taller than a page has one of its own
 */
export function cutPages(pieces: readonly Piece[], room: PageRoom): readonly number[] {
  const costs = pieces.map(({ cost }) => cost)
  const ways: Way[] = pieces.map((_, index) => ({ cost: 0, next: index + 1 }))
  for (let first = pieces.length - 1; first >= 0; first--) ways[first] = bestWay(pieces, first, { room, costs, ways })
  const starts: number[] = []
  for (let first = 0; first < pieces.length; first = ways[first]?.next ?? pieces.length) starts.push(first)
  return starts
}

interface Known {
  readonly room: PageRoom
  /** Of a cut before each piece. */
  readonly costs: readonly number[]
  /** From the pieces behind. */
  readonly ways: readonly Way[]
}

function bestWay(pieces: readonly Piece[], first: number, { room, costs, ways }: Known): Way {
  const opening = pieces[first]
  let best: Way = { cost: Number.POSITIVE_INFINITY, next: first + 1 }
  if (!opening) return best
  let bottom = opening.bottom
  let feet = 0
  for (let end = first + 1; end <= pieces.length; end++) {
    const last = pieces[end - 1]
    bottom = Math.max(bottom, last?.bottom ?? 0)
    feet += last?.foot ?? 0
    const used = bottom - opening.top + opening.lead + (feet > 0 ? feet + room.gap : 0)
    if (used > room.height && end - 1 > first) break
    const next = pieces[end]
    if (!next) return { cost: first > 0 && used < room.height * SHORT_END ? COST_OF_SHORT_END : 0, next: end }
    const after = ways[end]?.cost ?? 0
    if (next.forced) return { cost: after, next: end }
    const empty = Math.max(0, 1 - used / room.height)
    const cost = empty * empty + (costs[end] ?? 0) + after
    if (cost <= best.cost) best = { cost, next: end }
  }
  return best
}
