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

/**
 * Fills page after page, leaving some of it empty where that spares a bad cut. Linear: no page depends on those behind it.
 *
 * @returns indices of the pieces that begin a page, rising, 0 among them; a piece taller than a page has one of its own
 */
export function cutPages(pieces: readonly Piece[], room: PageRoom): readonly number[] {
  const starts: number[] = []
  for (let first = 0; first < pieces.length; first = nextPage(pieces, first, room)) starts.push(first)
  return starts
}

function nextPage(pieces: readonly Piece[], first: number, room: PageRoom): number {
  const opening = pieces[first]
  if (!opening) return pieces.length
  let bottom = opening.bottom
  let feet = 0
  let best = first + 1
  let least = Number.POSITIVE_INFINITY
  for (let end = first + 1; end <= pieces.length; end++) {
    const last = pieces[end - 1]
    bottom = Math.max(bottom, last?.bottom ?? 0)
    feet += last?.foot ?? 0
    const used = bottom - opening.top + opening.lead + (feet > 0 ? feet + room.gap : 0)
    if (used > room.height && end - 1 > first) break
    const next = pieces[end]
    if (!next || next.forced) return end
    const empty = Math.max(0, 1 - used / room.height)
    const cost = empty * empty + next.cost
    if (cost <= least) {
      least = cost
      best = end
    }
  }
  return best
}
