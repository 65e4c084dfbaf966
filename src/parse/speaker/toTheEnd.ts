/** Speaker notes that only say where they begin → how far they go: `Note:` to the end of its slide, `^ …` to the end of its paragraph. */
import { indentOf, isBlank, type Line, quoteOf } from '../lines.js'
import { isPlaceholder } from '../placeholders.js'
import { isTurn } from '../shapes.js'
import type { Notebook, TakenNotes } from './notebook.js'
import { afterCaret, isQuestionMarks, type Label, readLabel, readNotesHeading } from './spellings.js'

export function toTheEnd(notebook: Notebook, index: number): TakenNotes | undefined {
  const { lines, isDeck, isShown, slides } = notebook
  const text = lines[index]?.text ?? ''
  if (notebook.isByCaret) {
    const said = afterCaret(text)
    return said === undefined ? undefined : taken(lines, index, endOfParagraph(lines, index), said, '^')
  }
  if (slides.level(index) > 0) return belowHeading(notebook, index)
  const caret = afterCaret(text)
  if (caret !== undefined) return taken(lines, index, endOfParagraph(lines, index), caret, '^')
  const end = slides.end(index)
  // A picture or a table further below is for the room; what stands before it is not.
  if (isQuestionMarks(text))
    return isDeck || isShown ? taken(lines, index, isDeck ? end : slides.plainEnd(index), '', '???') : undefined
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
    const isLast = label.bullet === '' && !holdsMore(lines, to, end)
    return label.isSure || isDeck || isLast ? to : undefined
  }
  if (isDeck) return end
  // `Note: as said above.` is prose wherever the room's text goes on below it.
  // Between `Name: …` and `Owner: …` it is a field of a form.
  if (!label.isSure && isField(lines[index - 1]) && isField(lines[index + 1])) return undefined
  const counts =
    label.isSure || (isShown && (label.text === '' || !holdsMore(lines, endOfParagraph(lines, index), end)))
  // A table or code below `Note:` may well be for the room; below nobody's word but a speaker's, it is not.
  if (counts && (slides.isPlain(index) || (label.isSure && label.text === ''))) return end
  return label.isSure && label.text !== '' ? endOfParagraph(lines, index) : undefined
}

const isField = (line: Line | undefined): boolean =>
  line !== undefined && isTurn(line.text) && !isPlaceholder(line.text)

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

/** In a row; behind more of them, each is looked at by itself. */
const mostLabelled = 20

/** Whether anything from one line to another is for the room: paragraphs that begin with `Note:` themselves are not. */
function holdsMore(lines: readonly Line[], from: number, end: number): boolean {
  let isComment = false
  let labelled = 0
  for (let at = from; at < end; at++) {
    const label = isComment || labelled > mostLabelled ? undefined : readLabel(lines[at]?.text ?? '')
    if (label?.text === '' && label.bullet + label.quote === '') return false
    if (label && label.bullet + label.quote + label.indent === '') {
      labelled++
      at = endOfParagraph(lines, at)
      continue
    }
    let left = lines[at]?.text ?? ''
    let shown = ''
    for (let place = 0; place >= 0; ) {
      const mark = isComment ? '-->' : '<!--'
      place = left.indexOf(mark)
      if (!isComment) shown += place < 0 ? left : left.slice(0, place)
      if (place >= 0) isComment = !isComment
      left = left.slice(place + mark.length)
    }
    if (!isBlank(shown) && !isPlaceholder(shown)) return true
  }
  return false
}

const endOfParagraph = (lines: readonly Line[], index: number): number =>
  firstBehind(lines, index, ({ text }) => isBlank(text))

const endOfQuote = (lines: readonly Line[], index: number): number =>
  firstBehind(lines, index, ({ text }) => isBlank(text.slice(quoteOf(text).length)))

function firstBehind(lines: readonly Line[], index: number, isIt: (line: Line) => boolean): number {
  for (let at = index + 1; at < lines.length; at++) if (isIt(lines[at] ?? { text: '', line: 0 })) return at
  return lines.length
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
