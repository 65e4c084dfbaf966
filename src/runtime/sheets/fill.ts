/** Boxes of a text and the room on its sheets → where it goes on to the next. Pure arithmetic. */
import type { Box } from '../fit/paginate.js'

/** Heights in px. */
export interface SheetRoom {
  /** On the first sheet, below the slide, and on those that follow. */
  readonly first: number
  readonly next: number
  /** A sheet is not begun for less. */
  readonly least: number
}

// A sheet left blank counts 1: what counts less is worth the blank it leaves.
const STRANDED = 4
const LONE = 1
const TORN = 0.4
/** What boxes cost from here on is a cut between two lines of a paragraph. */
const WITHIN_PARAGRAPH = 1

/**
 * Fills one sheet after the other. Slides are balanced when they go on (fit/paginate.ts); on paper, text runs to the foot of a
 * sheet as in any book, but leaves no line alone, on either side of a cut.
 *
 * @param boxes of the whole text, cut as finely as it may be
 * @returns indices of the boxes that start a new sheet, rising
 */
export function fillSheets(boxes: readonly Box[], { first, next, least }: SheetRoom): readonly number[] {
  const cuts: number[] = []
  for (let start = 0, room = first; ; room = next) {
    const end = fitting(boxes, start, room)
    if (end >= boxes.length) return cuts
    start = bestCut(boxes, start, end, room, least)
    cuts.push(start)
  }
}

/** The first box that finds no room; one box always does, be it too tall. */
function fitting(boxes: readonly Box[], start: number, room: number): number {
  let end = start + 1
  while (end < boxes.length && heightOf(boxes, start, end + 1) <= room) end++
  return end
}

function bestCut(boxes: readonly Box[], start: number, end: number, room: number, fewest: number): number {
  let best = end
  let least = Number.POSITIVE_INFINITY
  for (let cut = end; cut > start; cut--) {
    const blank = Math.max(0, room - heightOf(boxes, start, cut)) / room
    // Whatever a cut further up costs itself, the blank below it costs more.
    if (blank > least) break
    const cost = blank + badness(boxes, cut, fewest)
    if (cost < least) {
      least = cost
      best = cut
    }
  }
  return best
}

function badness(boxes: readonly Box[], cut: number, fewest: number): number {
  const cost = Math.max(0, boxes[cut]?.cost ?? 0) * TORN
  const stranded = boxes[cut - 1]?.keepsNext ? STRANDED : 0
  const rest = heightOf(boxes, cut, boxes.length)
  const lone = rest < fewest || leavesLine(boxes, cut) ? LONE : 0
  return cost + stranded + lone
}

/** Whether the cut leaves the first or the last line of a paragraph alone. */
function leavesLine(boxes: readonly Box[], cut: number): boolean {
  const within = (index: number) => (boxes[index]?.cost ?? 0) >= WITHIN_PARAGRAPH
  return within(cut) && (!within(cut - 1) || !within(cut + 1))
}

function heightOf(boxes: readonly Box[], start: number, end: number): number {
  const opening = boxes[start]
  const closing = boxes[end - 1]
  return opening && closing ? closing.bottom - opening.top + opening.lead : 0
}
