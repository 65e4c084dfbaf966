/** Boxes and the room of one slide → where to cut. Pure arithmetic: no page, no browser. */

/** One piece that is never cut itself: a paragraph, a list item's text, a sentence, a line of code, a table row. */
export interface Box {
  /** Upper and lower edge, in px from the top of the flow. Sentences that share a line overlap. */
  readonly top: number
  readonly bottom: number
  /** Height in px that a part starting here needs on top: a repeated table head. */
  readonly lead: number
  /** How bad a cut before this box is, from 0 (between blocks) to 1 (inside a line); below 0 where a cut is welcome. */
  readonly cost: number
  /** The author asked for a cut here. */
  readonly forced: boolean
  /** Must not be the last of a part: a heading, a line that introduces a list. */
  readonly keepsNext: boolean
  /** Footnotes that stand at the foot of its part because of it. */
  readonly notes?: readonly Note[]
}

/** A footnote, once on a part however often it is called there. */
export interface Note {
  readonly height: number
}

export interface Foot {
  /** Height between the text of a part and its first footnote. */
  readonly gap: number
  /** What the title of every part calls. */
  readonly always: readonly Note[]
}

export interface Room {
  /** Height in px that a part may have. */
  readonly height: number
  /** Height in px of one line of body text; a part no taller than this is a lone line. */
  readonly line: number
  readonly foot?: Foot
}

// A further part weighs 1; what weighs more than 1 is worth a further slide, what weighs less is not.
const NEW_PART = 1
const STRANDED = 4
const LONE_LINE = 0.9
const TOO_TALL = 1000
const UNEVEN = 0.5
const CUT = 0.2

/**
 * Finds the cuts that make the fewest parts, evenly filled, at the least bad places.
 *
 * @returns indices of the boxes that start a new part, rising; empty when everything fits on one.
 */
export function paginate(boxes: readonly Box[], room: Room): readonly number[] {
  if (boxes.length === 0) return []
  if (!boxes.some((box, index) => box.forced && index > 0) && heightOf(boxes, room) <= room.height) return []

  // best[n]: least cost of laying out the first n boxes; from[n]: where their last part starts.
  const best = [0]
  const from = [0]
  for (let end = 1; end <= boxes.length; end++) {
    let least = Number.POSITIVE_INFINITY
    let start = end - 1
    let bottom = 0
    const notes = new Notes(room.foot)
    for (let first = end - 1; first >= 0; first--) {
      const box = boxes[first]
      const before = best[first]
      if (box === undefined || before === undefined) break
      bottom = Math.max(bottom, box.bottom)
      notes.add(box.notes)
      const text = bottom - box.top + box.lead
      const height = text + notes.height
      const single = first === end - 1
      if (height > room.height && !single) break
      const cost = before + partCost(boxes, first, end, { text, height }, room)
      if (cost < least) {
        least = cost
        start = first
      }
      if (box.forced) break
    }
    best.push(least)
    from.push(start)
  }

  const cuts: number[] = []
  for (let end = boxes.length; end > 0; ) {
    const start = from[end] ?? 0
    if (start > 0) cuts.unshift(start)
    end = start
  }
  return cuts
}

/** The footnotes of a part, while boxes come to it. */
class Notes {
  private readonly called = new Set<Note>()
  height = 0

  constructor(private readonly foot: Foot | undefined) {
    this.add(foot?.always)
  }

  add(notes: readonly Note[] = []): void {
    for (const note of notes) {
      if (this.called.has(note)) continue
      this.height += note.height + (this.called.size === 0 ? (this.foot?.gap ?? 0) : 0)
      this.called.add(note)
    }
  }
}

/** Heights of a part, without its footnotes and with them. */
interface PartHeight {
  readonly text: number
  readonly height: number
}

function partCost(boxes: readonly Box[], first: number, end: number, { text, height }: PartHeight, room: Room): number {
  const opening = boxes[first]
  const closing = boxes[end - 1]
  const last = end === boxes.length
  const slack = Math.max(0, room.height - height) / room.height
  let cost = NEW_PART + UNEVEN * slack * slack
  if (height > room.height) cost += TOO_TALL
  if (first > 0 && opening && !opening.forced) cost += CUT * opening.cost
  if (!last && closing?.keepsNext && !boxes[end]?.forced) cost += STRANDED
  if (text <= room.line * 1.2 && boxes.length > 1) cost += LONE_LINE
  return cost
}

function heightOf(boxes: readonly Box[], room: Room): number {
  const [opening] = boxes
  if (opening === undefined) return 0
  const notes = new Notes(room.foot)
  let bottom = opening.bottom
  for (const box of boxes) {
    bottom = Math.max(bottom, box.bottom)
    notes.add(box.notes)
  }
  return bottom - opening.top + opening.lead + notes.height
}
