/** Names with arrows between them → where each stands on the slide: in rows that go to and fro, as an ox ploughs. */
import type { Canvas } from '../model/deck.js'
import { least, most } from '../model/lists.js'

/** Half-width letters of its name, all of it and its longest word, and of what is written at the arrow to it. */
export interface Widths {
  readonly name: number
  readonly word: number
  readonly label: number
}

export interface Cell {
  readonly classes?: string
  readonly style?: string
  /** What stands before its text, where it has such: an arrow, a number. */
  readonly sign?: { readonly name: 'arrow' | 'item-number'; readonly text: string }
}

const mostAcross = 5
/** Px: what is left and right of a slide's text, of a half-width letter, within a box beside its name, and of an arrow at least. */
const margins = 200
const letter = 17
const padding = 44
const shortest = 84

/** How many find room in a row, all rows about as long. */
export function acrossOf(widths: readonly Widths[], { width }: Canvas): number {
  const box =
    most(widths.map(({ name, word }) => Math.max(word, Math.min(name, Math.ceil(name / 2) + 2)))) * letter + padding
  const link = linkOf(widths)
  const fitting = Math.floor((width - margins + link) / (box + link))
  const longest = Math.max(1, least([fitting], mostAcross))
  return Math.ceil(widths.length / Math.ceil(widths.length / longest))
}

/** Px of an arrow, with what is written at it. */
export const linkOf = (widths: readonly Widths[]): number =>
  Math.max(
    shortest,
    most(
      widths.map(({ label }) => label),
      0,
    ) *
      letter +
      24,
  )

/** Boxes and arrows have columns and rows of their own: what a box stands in holds the arrow that leads to it as well. */
export function cellOf(index: number, across: number): Cell {
  const row = Math.floor(index / across)
  const isBack = row % 2 === 1
  const at = index % across
  const column = isBack ? across - at : at + 1
  if (index === 0) return { classes: 'first', style: 'grid-area:1/1' }
  if (at === 0)
    return { classes: 'down', style: `grid-area:${2 * row}/${2 * column - 1}/span 2/auto`, sign: arrow('↓') }
  const start = isBack ? 2 * column - 1 : 2 * column - 2
  return {
    classes: isBack ? 'back' : 'on',
    style: `grid-area:${2 * row + 1}/${start}/auto/span 2`,
    sign: arrow(isBack ? '←' : '→'),
  }
}

const arrow = (text: string) => ({ name: 'arrow', text }) as const

/** Arrows that a flow may have; the notes need not have them. */
export const flowArrows = '→↓←'

export const tracksOf = (across: number): string =>
  Array.from({ length: across }, () => 'minmax(0,1fr)').join(' var(--link) ')
