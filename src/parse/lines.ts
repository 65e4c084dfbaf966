/** The text of the notes → lines that keep their number while repairs rewrite, drop or insert some of them. */
import type { Finding } from '../model/finding.js'
import type { NumberStyle, SlideWish } from '../model/notes.js'
import type { BoxMark } from './boxes/box.js'

export interface Line {
  readonly text: string
  /** Line of the notes (from 1) that this text comes from. */
  readonly line: number
  /** Inside a fence, a table or an HTML comment: repairs leave it alone. */
  readonly verbatim?: true
  /** A row of a table: what is for the speaker may stand in its cells. */
  readonly isRow?: true
  /** Inside a fence. */
  readonly isCode?: true
  /** What a repaired list marker said, where CommonMark's own marker can't. */
  readonly item?: { readonly number: number; readonly style: NumberStyle }
  /** Here a box opens or closes: a rule that is none. */
  readonly box?: BoxMark
  /** It is the rule that stands before a written slide, of which this is asked. */
  readonly slide?: SlideWish
  /** It begins an item of a list that appears by itself. */
  readonly isStep?: true
  /** What an inferred heading was inferred from. */
  readonly inferred?: string
}

/** Lines after a repair, and what it has to tell. */
export interface Mended {
  readonly lines: readonly Line[]
  readonly findings: readonly Finding[]
}

/** A rule that mends lines: pure, linear in the length of the notes. */
export type Repair = (lines: readonly Line[]) => Mended

/** Splits text at line feeds and keeps the lines from `first` (from 1) on. */
export const toLines = (text: string, first: number): readonly Line[] =>
  text
    .split('\n')
    .map((text, index) => ({ text, line: index + 1 }))
    .slice(first - 1)

export const isBlank = (text: string): boolean => text.trim() === ''

/** For nobody but the author: no arrow in it (`--->`) ends the comment, and shows what is behind it. */
export const asComment = (text: string): string => `<!-- ${text.trim().replace(/-(?=-)/g, '- ')} -->`

/** The marks of quotes that a line begins with, and what stands before them; empty outside of quotes. */
export const quoteOf = (text: string): string => /^(?:[ \t]*>)*/.exec(text)?.[0] ?? ''

/** Leading spaces and tabs: how many characters, and how many columns with tab stops of four. */
export const indentOf = (text: string): { readonly length: number; readonly columns: number } => {
  let length = 0
  let columns = 0
  for (; length < text.length; length++) {
    const character = text[length]
    if (character === ' ') columns += 1
    else if (character === '\t') columns += 4 - (columns % 4)
    else break
  }
  return { length, columns }
}

/** A thematic break: `---`, `***`, `___`, spaces allowed. */
export const isRule = (text: string): boolean => {
  const sign = /^ {0,3}([-*_])/.exec(text)?.[1]
  if (sign === undefined) return false
  let signs = 0
  for (const character of text) {
    if (character === sign) signs++
    else if (character !== ' ' && character !== '\t') return false
  }
  return signs >= 3
}

/** Level of an ATX heading that CommonMark reads as one, else 0. */
export const headingLevel = (text: string): number => {
  const match = /^ {0,3}(#{1,6})(?:[ \t]|$)/.exec(text)
  return match?.[1]?.length ?? 0
}

/** Column (from 1) of `part` in a line as it was written, nothing when it isn't there as such. */
export const columnOf = (written: string, part: string): number | undefined => {
  const at = written.indexOf(part)
  return at < 0 ? undefined : at + 1
}

/** Without the spaces that all of them begin with. */
export function dedented(lines: readonly string[]): readonly string[] {
  const indents = lines.filter((line) => !isBlank(line)).map((line) => line.length - line.trimStart().length)
  const least = indents.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY)
  return least === 0 || least === Number.POSITIVE_INFINITY ? lines : lines.map((line) => line.slice(least))
}
