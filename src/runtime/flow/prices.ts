/** What cuts cost, by what is cut: the only place where that is said. The cutter takes the cuts that cost least in all. */
import type { Candidate } from '../../model/deck.js'
import type { Held, Joint } from './box.js'

export interface Prices {
  /** Each further part. */
  readonly part: number
  /** A cut, by what it parts; more for each list around, and for code by how bad a place it is. */
  readonly joints: Readonly<Record<Joint, number>>
  readonly perDepth: number
  readonly perGrade: number
  /** On top, where it leaves one of a list, a paragraph, a table or a block of code alone. */
  readonly lone: Partial<Readonly<Record<Joint, number>>>
  /** At least, inside of what would find room in this share of a part alone. */
  readonly within: Partial<Readonly<Record<Joint, number>>> & { readonly share: number }
  /** A cut right below what is never the last of a part. */
  readonly held: Readonly<Record<Held, number>>
  /** A part that looks like something left over. */
  readonly short: number
  /** A part that fills less than two fifths of its room. */
  readonly thin: number
  /** What a part leaves blank, as a share of its room, and that share squared; the last one leaves what it likes. */
  readonly blank: number
  readonly blankSquared: number
  /** The same of all parts, the last one too: they are to be alike. */
  readonly uneven: number
}

/** Inside of what finds room on a slide of its own: a few slides more are better than one torn table. */
const torn = 30
/** Two lines of an item, a row or a line of code on a slide look like something left over. */
const alone = 40

/** On a slide, a further part is a further slide: worth more than a cut at a bad place, less than tearing what belongs together. */
export const slidePrices: Prices = {
  part: 20,
  joints: { group: 0, block: 1, item: 3, row: 3, slice: 10, sentence: 10, line: 40, code: 3 },
  perDepth: 2,
  perGrade: 6,
  // One point of a list alone, below its label or above what follows, is worth a slide more.
  lone: { item: 18, row: alone, line: alone, code: alone },
  within: {
    share: 1,
    group: torn,
    block: torn,
    item: torn,
    row: torn,
    slice: torn,
    sentence: torn,
    line: torn,
    code: torn,
  },
  // Never.
  held: { heading: 10_000, head: 10_000, introduction: 10_000 },
  short: alone,
  thin: 8,
  blank: 0,
  blankSquared: 0,
  // Only between cuts that cost the same.
  uneven: 0.001,
}

/** How a slide that is too full may be set otherwise. */
export interface Way {
  /** On the slide; deck.css and the template's style say what they mean. */
  readonly classes: readonly string[]
  /** What the plan set in a layout of its own is text like any other. */
  readonly asItIs?: true
  readonly price: number
  /** For slides that the plan offers this to; for all, where there is none. */
  readonly candidate?: Candidate
  /** Slides fuller than this, as a share of their room, will not fit that way. */
  readonly upTo: number
}

/** Less space between blocks is hardly seen. */
export const tighter: Way = { classes: ['tight'], price: 2, upTo: 1.15 }

/** The cheapest first: as all of them cost less than a further slide, the first that holds everything is taken. */
export const slideWays: readonly Way[] = [
  // Its picture does without the slide's edges.
  { classes: ['plainly'], price: 1, candidate: 'led', upTo: Infinity },
  tighter,
  { classes: ['plainly', 'tight'], price: 3, candidate: 'led', upTo: Infinity },
  { classes: ['columns'], price: 4, candidate: 'columns', upTo: 3.2 },
  { classes: ['columns'], price: 4, candidate: 'packed', upTo: 2 },
  { classes: ['columns', 'tight'], price: 6, candidate: 'packed', upTo: 2.3 },
  // What has a shape of its own is shown in it, if that costs no slide.
  { classes: [], asItIs: true, price: 8, upTo: Infinity },
  { classes: ['tight'], asItIs: true, price: 10, upTo: Infinity },
  // Its letters are not as large as those of the slides around it.
  { classes: ['tight', 'small'], price: 12, upTo: 1.25 },
  // A table is read as a whole, and torn it is two; its letters are those of tables that are too wide.
  { classes: ['tight', 'narrow'], price: 13, candidate: 'dense', upTo: 1.45 },
  { classes: ['columns', 'tight', 'small'], price: 14, candidate: 'packed', upTo: 2.8 },
  // What belongs side by side is not, and the eye looks for it.
  { classes: ['stacked'], price: 14, candidate: 'stacked', upTo: Infinity },
  { classes: ['stacked', 'tight'], price: 16, candidate: 'stacked', upTo: Infinity },
]

/** A page is read on, and filled to its foot; a price of 0.01 is worth a tenth of it left blank, 1 all of it. */
export const articlePrices: Prices = {
  part: 0,
  joints: { group: 0, block: 0, item: 0, row: 0.002, slice: 0.01, sentence: 0, line: 0, code: 0.002 },
  perDepth: 0,
  perGrade: 0,
  lone: { item: 0.004, line: 0.04 },
  // Code that is short is understood as a whole.
  within: { share: 0.3, code: 0.05 },
  held: { heading: 1, head: 1, introduction: 0.1 },
  short: 0.03,
  thin: 0,
  blank: 0,
  blankSquared: 1,
  uneven: 0,
}

/** On a sheet of a handout, text runs to the foot; a price of 1 is worth a sheet left blank. */
export const sheetPrices: Prices = {
  part: 0,
  joints: { group: 0, block: 0, item: 0.06, row: 0.08, slice: 0.2, sentence: 0.2, line: 0.4, code: 0 },
  perDepth: 0.1,
  perGrade: 0.4,
  lone: { item: 0.24, line: 1 },
  // A table of a few rows is not torn, unless a quarter of the room were left blank for it.
  within: { share: 0.125, row: 0.24 },
  held: { heading: 4, head: 4, introduction: 4 },
  short: 1,
  thin: 0,
  blank: 1,
  blankSquared: 0,
  uneven: 0,
}
