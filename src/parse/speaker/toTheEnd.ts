/** Speaker notes that only say where they begin → how far they go: `Note:` to the end of its slide, `^ …` to the end of its paragraph. */
import { indentOf, isBlank, type Line, quoteOf } from '../lines.js'
import { isPlaceholder } from '../placeholders.js'
import type { Notebook, TakenNotes } from './notebook.js'
import { afterCaret, isQuestionMarks, type Label, readLabel, readNotesHeading } from './spellings.js'

export function toTheEnd(notebook: Notebook, index: number): TakenNotes | undefined {
  const { lines, isDeck, isShown, slides } = notebook
  const text = lines[index]?.text ?? ''
  if (slides.level(index) > 0) return belowHeading(notebook, index)
  const caret = afterCaret(text)
  if (caret !== undefined) return taken(lines, index, endOfParagraph(lines, index), caret, '^')
  const end = slides.end(index)
  if (isQuestionMarks(text))
    return isDeck || (isShown && isPlain(lines.slice(index + 1, end))) ? taken(lines, index, end, '', '???') : undefined
  const label = readLabel(text)
  const to = label && endOfLabelled(notebook, index, label)
  return label && to ? taken(lines, index, to, label.text, label.spelling, label.quote) : undefined
}

/** @returns undefined where it is no label, or nothing is behind it */
function endOfLabelled(notebook: Notebook, index: number, label: Label): number | undefined {
  const { lines, slides, items, isDeck, isShown } = notebook
  const { columns } = indentOf(label.indent)
  const end = slides.end(index)
  if (label.quote !== '') return label.isSure ? endOfQuote(lines, index) : undefined
  const content = items.contentAt(columns)
  if (label.bullet === '' && columns >= 4 && content === undefined) return undefined
  if (label.bullet !== '' || (columns > 1 && content !== undefined)) {
    const to = endOfItem(lines, index, end, columns, label.bullet !== '')
    const isLast = label.bullet === '' && lines.slice(to, end).every(({ text }) => isBlank(text))
    return label.isSure || isDeck || isLast ? to : undefined
  }
  const below = lines.slice(index + 1, end)
  if (label.text === '' && below.every(({ text }) => isBlank(text))) return undefined
  if (isDeck) return end
  // `Note: as said above.` is prose wherever the room's text goes on below it.
  const isLast = label.text === '' || !holdsMore(below.slice(endOfParagraph(below, -1)))
  if (isPlain(below) && (label.isSure || (isShown && isLast))) return end
  return label.isSure && label.text !== '' ? endOfParagraph(lines, index) : undefined
}

function belowHeading({ lines, slides, isDeck, isShown }: Notebook, index: number): TakenNotes | undefined {
  const heading = readNotesHeading(lines[index]?.text ?? '')
  if (heading === undefined) return undefined
  const end = slides.endBelow(index, heading.level)
  const above = slides.above(index)
  const isLast = end === lines.length || slides.level(end) !== heading.level
  const isAtEnd = above > 0 && above < heading.level && isShown && isLast
  const counts = heading.counts === 'always' ? above > 0 : isAtEnd && (heading.counts === 'at the end' || isDeck)
  return counts ? taken(lines, index, end, '', heading.spelling) : undefined
}

function taken(
  lines: readonly Line[],
  index: number,
  end: number,
  first: string,
  spelling: string,
  quote = '',
): TakenNotes | undefined {
  const below = lines.slice(index + 1, end).map(({ text }) => (quote === '' ? text : text.slice(quoteOf(text).length)))
  const text = [first, ...below]
  return text.every(isBlank) ? undefined : { lines: text.length, text, origin: 'written', before: quote, spelling }
}

/** Paragraphs and lists: nothing that only makes sense to those who see it. */
const isPlain = (lines: readonly Line[]): boolean =>
  !lines.some(({ text }) => /!\[|<img\b|^\s*(?:`{3}|~{3}|\|)/i.test(text))

/** Whether anything in them is for the room. */
function holdsMore(lines: readonly Line[]): boolean {
  const text = lines.map(({ text }) => text).join('\n')
  const ends = text.includes('-->') ? text.replace(/<!--[\s\S]*?-->/g, '') : text
  return ends.split('\n').some((line) => !isBlank(line) && !isPlaceholder(line))
}

function endOfParagraph(lines: readonly Line[], index: number): number {
  const blank = lines.findIndex(({ text }, at) => at > index && isBlank(text))
  return blank < 0 ? lines.length : blank
}

function endOfQuote(lines: readonly Line[], index: number): number {
  const end = lines.findIndex(({ text }, at) => at > index && isBlank(text.slice(quoteOf(text).length)))
  return end < 0 ? lines.length : end
}

/** What an item says, or the text that is set in below it: up to a line that is less deep, or another point. */
function endOfItem(lines: readonly Line[], index: number, end: number, columns: number, isItem: boolean): number {
  const marker = /^\s*(?:[-*+•·]|\d{1,3}[.)、）])\s/
  for (let at = index + 1; at < end; at++) {
    const text = lines[at]?.text ?? ''
    if (isBlank(text)) continue
    const own = indentOf(text).columns
    const isOther = isItem ? own <= columns : own < columns || (own === columns && marker.test(text))
    const isLoose = isBlank(lines[at - 1]?.text ?? '')
    if (isOther && (isLoose || own < columns || marker.test(text))) return at
  }
  return end
}
