/** A list that is set in a layout → its classes, and what its style needs to know of it. */
import type { Canvas } from '../model/deck.js'
import { most } from '../model/lists.js'
import type { Inline, List, PieceKind } from '../model/notes.js'
import { displayWidth, plainText } from '../model/text.js'

export interface ListLook {
  /** The page takes the first two off where it does not fit (runtime/fit/composed.ts). */
  readonly classes: string
  /** `--across`: how many stand side by side; `--columns`: half-width letters of the widest lead. */
  readonly style: string
}

export function lookOf({ as, items }: List, canvas: Canvas): ListLook | undefined {
  if (as === undefined) return undefined
  const widths = items.flatMap(({ blocks: [first] }) =>
    first?.kind === 'paragraph' ? [[widthOf('lead', first.inlines), widthOf('rest', first.inlines)] as const] : [],
  )
  const lead = most(
    widths.map(([width]) => width),
    1,
  )
  const rest = most(
    widths.map(([, width]) => width),
    1,
  )
  const isLong = as === 'timeline' && isUpright(items.length, lead, rest, canvas)
  const count = as === 'timeline' ? items.length : across(items.length)
  return { classes: `composed ${as}${isLong ? ' upright' : ''}`, style: `--across:${count};--columns:${lead}` }
}

const widthOf = (piece: PieceKind, inlines: readonly Inline[]): number =>
  displayWidth(plainText(inlines.filter(({ kind }) => kind === piece)))

/** Rows as even as can be: four are two and two, five three and two. */
const across = (count: number): number => (count <= 3 ? count : count === 4 ? 2 : 3)

const mostAcross = 5
const mostLines = 4
/** Px of a half-width letter, of a date and of what is said of it, and what is left and right of all of them. */
const letter = { lead: 17, rest: 15 }
const margins = 200
const gap = 32

/** More than find room side by side are told from top to bottom. */
function isUpright(count: number, lead: number, rest: number, { width }: Canvas): boolean {
  const room = (width - margins) / count - gap
  return count > mostAcross || lead * letter.lead > room || rest * letter.rest > room * mostLines
}
