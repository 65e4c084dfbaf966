/** A list that is set in a layout → its classes, and what its style needs to know of it. */
import type { Canvas } from '../model/deck.js'
import { most } from '../model/lists.js'
import type { Inline, List, PieceKind } from '../model/notes.js'
import { displayWidth, plainText } from '../model/text.js'
import { acrossOf, type Cell, cellOf, linkOf, tracksOf, type Widths } from './flow.js'
import { numberText } from './numberText.js'

export interface ListLook {
  /** The page takes the first two off where it does not fit (runtime/fit/composed.ts). */
  readonly classes: string
  /** `--across`: how many stand side by side; `--columns`: half-width letters of the widest lead. */
  readonly style: string
  /** Of each item. */
  readonly cells?: readonly Cell[]
}

export function lookOf({ as, items, instead, ordered, numbers }: List, canvas: Canvas): ListLook | undefined {
  if (as === undefined) return undefined
  const texts = items.flatMap(({ blocks: [first] }) => (first?.kind === 'paragraph' ? [first.inlines] : []))
  if (as === 'flow') return lookOfFlow(texts, canvas, instead?.[0]?.kind === 'paragraph')
  const isRail = as === 'timeline' || as === 'steps'
  const isLong = isRail && isUpright(as, texts, canvas)
  // Counters are less than half as large as their numbers.
  const columns = most(
    texts.map((inlines) => widthOf('lead', inlines) + Math.ceil(widthOf('unit', inlines) / 2)),
    1,
  )
  const count = isRail ? items.length : across(items.length)
  const cells =
    ordered && as !== 'pairs' ? items.map(({ number = 1 }) => numbered(numberText(number, numbers))) : undefined
  return {
    classes: `composed ${as}${isLong ? ' upright' : ''}`,
    style: `--across:${count};--columns:${columns}`,
    ...(cells ? { cells } : {}),
  }
}

/** The number alone, without what parts it from the text. */
const numbered = (text: string): Cell => ({ sign: { name: 'item-number', text: text.replace(/[\s.、()（）]/g, '') } })

/** @param isLine it goes on in a line where it does not fit as boxes */
function lookOfFlow(texts: readonly (readonly Inline[])[], canvas: Canvas, isLine: boolean): ListLook {
  const widths = texts.map((inlines): Widths => {
    const name = said('lead', inlines)
    const word = most(wordsOf(name).map(displayWidth), 0)
    return { name: displayWidth(name), word, label: displayWidth(said('rest', inlines)) }
  })
  const inRow = acrossOf(widths, canvas)
  return {
    classes: `composed flow${isLine ? ' in-line' : ''}`,
    style: `--link:${linkOf(widths)}px;--tracks:${tracksOf(inRow)}`,
    cells: texts.map((_, index) => cellOf(index, inRow)),
  }
}

const widthOf = (piece: PieceKind, inlines: readonly Inline[]): number => displayWidth(said(piece, inlines))

const said = (piece: PieceKind, inlines: readonly Inline[]): string =>
  plainText(inlines.filter(({ kind }) => kind === piece))

/** What no line is broken in. */
const wordsOf = (text: string): readonly string[] => text.split(/\s+|(?<=\p{Script=Han})/u)

/** Rows as even as can be: four are two and two, five three and two. */
const across = (count: number): number => (count <= 3 ? count : count === 4 ? 2 : 3)

const mostAcross = 5
/** Px of a half-width letter, of what is said first and of the rest, and what is left and right of all of them. */
const letter = { lead: 17, rest: 17 }
const margins = 200
const gap = 32
/** Dates stand on one line. */
const linesOfLead = { timeline: 1, steps: 2 }
/** A narrow column of many lines is read word by word: so many letters on a line for each line. */
const lettersForLine = 4.5

/** More than find room side by side are told from top to bottom. */
function isUpright(as: 'timeline' | 'steps', texts: readonly (readonly Inline[])[], { width }: Canvas): boolean {
  const room = (width - margins) / texts.length - gap
  const lead = most(texts.map((inlines) => widthOf('lead', inlines)))
  const rest = most(texts.map((inlines) => widthOf('rest', inlines)))
  const word = most(texts.flatMap((inlines) => wordsOf(said('rest', inlines)).map(displayWidth)))
  const lines = Math.floor(room / letter.rest / lettersForLine)
  return (
    texts.length > mostAcross ||
    lead * letter.lead > room * linesOfLead[as] ||
    word * letter.rest > room ||
    rest * letter.rest > room * lines
  )
}
