/** Lines of a deck → one stretch of lines a slide, as separators part them. */
import type { SlideWish } from '../../model/notes.js'
import { headingLevel, isBlank, isRule, type Line } from '../lines.js'
import { isTitle } from '../repairs/setext.js'
import type { Entries } from './looseEntries.js'

/** The lines of one slide. */
export interface Stretch {
  /** Line of the notes that it begins at: its separator's, or that of its heading. */
  readonly begins: number
  readonly lines: readonly Line[]
  /** What parts it from the slide above. */
  readonly separator: readonly Line[]
  /** Settings of this slide, where a tool has them in a block of their own above it. */
  readonly head?: Entries
  /** What its place among the others asks for. */
  readonly wish?: SlideWish
}

/** What parts two slides: so many lines, which belong to neither; none before a heading that begins a slide. */
export interface Separator {
  readonly lines: number
  readonly head?: Entries
  readonly wish?: SlideWish
}

export type FindSeparator = (lines: readonly Line[], index: number) => Separator | undefined

export const oneLine: Separator = { lines: 1 }

/** The first stretch has no separator above it. */
export function splitAt(lines: readonly Line[], find: FindSeparator): readonly Stretch[] {
  const stretches: (Stretch & { readonly lines: Line[] })[] = [
    { begins: lines[0]?.line ?? 1, lines: [], separator: [] },
  ]
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]
    if (line === undefined) break
    const found = line.isCode || line.isRow ? undefined : find(lines, index)
    if (found === undefined) {
      stretches.at(-1)?.lines.push(line)
      continue
    }
    const { lines: taken, ...more } = found
    const separator = lines.slice(index, index + taken)
    stretches.push({ begins: line.line, lines: taken === 0 ? [line] : [], separator, ...more })
    index += Math.max(0, taken - 1)
  }
  return stretches
}

/** Nothing in it, and nothing is asked for it. */
export const isBare = ({ lines, head, wish }: Stretch): boolean =>
  head === undefined && wish === undefined && lines.every(({ text }) => isBlank(text))

/** Lines that a paragraph above a rule may have. */
const longestParagraph = 60

/** A rule that CommonMark sees as one; `---` below a sentence is meant as one, below a title it underlines that. */
export function isMarkdownRule(lines: readonly Line[], index: number): boolean {
  const line = lines[index]
  if (line === undefined || line.verbatim || !isRule(line.text)) return false
  if (!/^ {0,3}-+[ \t]*$/.test(line.text) || !isUnderline(lines, index)) return true
  return !isTitle(lines, index - 1) || beginsWithHeading(lines, index + 1)
}

/** Whether the lines above are a paragraph, and no item or quote that ends here. */
function isUnderline(lines: readonly Line[], index: number): boolean {
  const above = lines[index - 1]
  if (above === undefined || above.verbatim || isBlank(above.text) || headingLevel(above.text) > 0) return false
  let first = index - 1
  while (index - first < longestParagraph) {
    const before = lines[first - 1]
    if (before === undefined || before.verbatim || isBlank(before.text) || headingLevel(before.text) > 0) break
    first--
  }
  return !/^\s*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|>|\|)/.test(lines[first]?.text ?? '')
}

/** Nobody writes one heading, and right below it another of the highest level. */
const beginsWithHeading = (lines: readonly Line[], index: number): boolean => {
  const level = headingLevel(lines[index]?.text ?? '')
  return level > 0 && level <= 2
}
