/** Boxes, the room for each part and the prices → where to cut. Pure arithmetic: no page, no browser. */
import type { Box, Foot, Note, Room } from './box.js'
import { Filled } from './filled.js'
import type { Prices } from './prices.js'

/** More than all else together: where nothing fits, as little as possible is too tall. */
const TOO_TALL = 1e6

/** What a part leaves blank that looks nearly empty. */
const THIN = 0.6

export interface Cutting {
  /** Indices of the boxes that start a further part, rising; none when everything stands on one. */
  readonly cuts: readonly number[]
  readonly price: number
}

/** The best way to cut everything from one box on. */
interface Way {
  readonly price: number
  /** The box that starts the part after this one. */
  readonly next: number
}

/**
 * Weighs all parts together: one is left emptier where that spares a bad cut at its foot, or on a part behind it. Time is in step
 * with the number of boxes.
 */
export function cutFlow(boxes: readonly Box[], room: Room, prices: Prices): Cutting {
  const joints = boxes.map((box, index) => jointPrice(box, boxes[index - 1], room, prices))
  const ways: Way[] = []
  for (let first = boxes.length - 1; first >= 0; first--)
    ways[first] = bestWay(first, { boxes, room, prices, joints, ways })
  const cuts: number[] = []
  for (let start = ways[0]?.next ?? 0; start < boxes.length; start = ways[start]?.next ?? boxes.length) cuts.push(start)
  return { cuts, price: ways[0]?.price ?? 0 }
}

interface Known {
  readonly boxes: readonly Box[]
  readonly room: Room
  readonly prices: Prices
  /** Price of a cut before each box. */
  readonly joints: readonly number[]
  /** From the boxes behind. */
  readonly ways: readonly Way[]
}

function bestWay(first: number, { boxes, room, prices, joints, ways }: Known): Way {
  const height = first === 0 ? room.first : room.next
  const notes = new Notes(room.foot)
  const filled = room.columns && new Filled(room.columns, height, first === 0 ? room.columns.above : 0)
  let best: Way = { price: Number.POSITIVE_INFINITY, next: first + 1 }
  let bottom = Number.NEGATIVE_INFINITY
  const { top = 0, lead = 0 } = boxes[first] ?? {}
  for (let end = first + 1; end <= boxes.length; end++) {
    const last = boxes[end - 1]
    if (!last) break
    bottom = Math.max(bottom, last.bottom)
    notes.add(last.notes)
    filled?.add(last)
    const text = bottom - top + lead
    const used = (filled?.used ?? text) + notes.height
    if (used > height && end > first + 1) break
    const isLast = end === boxes.length
    let price = partPrice(
      { text, blank: Math.max(0, 1 - used / height), isLast, isOnly: isLast && first === 0 },
      room,
      prices,
    )
    if (used > height) price += TOO_TALL
    if (!isLast) price += prices.part + (joints[end] ?? 0) + (ways[end]?.price ?? 0)
    // Of two that cost the same, the fuller part.
    if (price <= best.price) best = { price, next: end }
    if (boxes[end]?.forced) break
  }
  return best
}

interface Part {
  /** Height without footnotes. */
  readonly text: number
  /** Share of its room. */
  readonly blank: number
  readonly isLast: boolean
  readonly isOnly: boolean
}

function partPrice({ text, blank, isLast, isOnly }: Part, { short }: Room, prices: Prices): number {
  let price = prices.uneven * blank * blank
  if (!isLast) price += prices.blank * blank + prices.blankSquared * blank * blank
  if (isOnly) return price
  if (text <= short) price += prices.short
  else if (blank > THIN) price += prices.thin
  return price
}

function jointPrice(box: Box, before: Box | undefined, room: Room, prices: Prices): number {
  if (box.forced) return 0
  const { joint, depth, lone, grade = 0, within, least = 0 } = box
  let price = prices.joints[joint] + depth * prices.perDepth + grade * prices.perGrade
  if (lone) price += prices.lone[joint] ?? 0
  if (within !== undefined && within <= room.next * prices.within.share)
    price = Math.max(price, prices.within[joint] ?? 0)
  if (before?.held) price += prices.held[before.held]
  return Math.max(price, least)
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
