/** What the walker finds and the cutter weighs: boxes of a flow, what joins them, and the room for each part. Plain data, lengths in px. */

/** What a cut parts: two blocks, two groups (below a heading or a label), items, rows, and what is inside of one of these. */
export type Joint = 'group' | 'block' | 'item' | 'row' | 'slice' | 'sentence' | 'line' | 'code'

/** Who is never the last of a part: a heading, the head of a table, a line that introduces what follows. */
export type Held = 'heading' | 'head' | 'introduction'

/** One piece that is never cut itself: a line or a sentence of a paragraph, a line of code, a table row, a picture. */
export interface Box {
  /** Upper and lower edge, from the top of the flow. Sentences that share a line overlap. */
  readonly top: number
  readonly bottom: number
  /** Height that a part starting here needs on top: a table's head, an item's text, said again. */
  readonly lead: number
  /** Of this box and the one before it. */
  readonly joint: Joint
  /** Lists that the joint is inside of, save the first. */
  readonly depth: number
  /** The joint leaves the first or last of a list, a paragraph, a table or a block of code alone. */
  readonly lone?: boolean
  /** Of code: how bad a cut is, from 0 between two pieces of it to about 1. */
  readonly grade?: number
  /** Height of the item, table or block of code that the joint is inside of; of several, the innermost. */
  readonly within?: number
  /** What a cut here costs at least. */
  readonly least?: number
  /** A part begins here in any case. */
  readonly forced: boolean
  readonly held?: Held
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
  /** What stands at the foot of every part. */
  readonly always: readonly Note[]
}

export interface Room {
  /** Of the first part, and of each further one. */
  readonly first: number
  readonly next: number
  /** A part no taller than this looks like something left over. */
  readonly short: number
  readonly foot?: Foot
  readonly columns?: Columns
}

/** Side by side on every part; boxes are as wide as one of them, and stand one below the other. */
export interface Columns {
  readonly count: number
  /** Height that the first part takes for what stands across all of them. */
  readonly above: number
}
