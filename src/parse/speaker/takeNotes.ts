/**
 * Lines of the notes → the same without what is for the speaker, and that by itself: speaker notes in every spelling
 * (spellings.ts), Obsidian's comments. Comments of HTML stay, for Markdown to find them (comments.ts).
 */
import type { Finding } from '../../model/finding.js'
import type { Aside } from '../../model/notes.js'
import { indentOf, isBlank, type Line, type Mended, quoteOf } from '../lines.js'
import { ItemColumns } from '../repairs/itemColumns.js'
import { delimitedNotes, notesInRow } from './delimited.js'
import type { Notebook, TakenNotes } from './notebook.js'
import { asidesIn } from './remains.js'
import { slidesIn } from './slides.js'
import { toTheEnd } from './toTheEnd.js'

export interface NotesTaken extends Mended {
  readonly asides: readonly Aside[]
}

/** Nobody's line of prose: not looked through for signs inside it. */
const longest = 20_000
/** Without one of these on it, no line is for the speaker. */
const signs = /[:：】<^#＃]|%%|\*\*|__|\\note|\?{3}|\{>>/

export function takeNotes(
  written: readonly Line[],
  isDeck: boolean,
  cutsAtHeadings = false,
  isByCaret = false,
): NotesTaken {
  const lines = [...written]
  const kept: Line[] = []
  const asides: Aside[] = []
  const spellings = new Map<string, number[]>()
  const items = new ItemColumns()
  const slides = slidesIn(written, cutsAtHeadings)
  let isShown = false
  for (let index = 0; index < lines.length; ) {
    const line = lines[index] ?? { text: '', line: 0 }
    items.take(line)
    const notebook: Notebook = { lines, slides, items, isDeck, isByCaret, isShown }
    const taken = signs.test(line.text.slice(0, longest)) ? notesAt(notebook, index) : undefined
    if (taken === undefined) {
      kept.push(line)
      isShown = slides.level(index) === 0 && (isShown || (!isBlank(line.text) && !line.text.trim().startsWith('<!--')))
      index++
      continue
    }
    const last = index + taken.lines - 1
    const place = [line.line, lines[lastSolid(lines, index, last)]?.line ?? line.line] as const
    for (const aside of asidesIn(taken.text, taken.origin, place)) asides.push(aside)
    if (taken.spelling !== undefined) {
      const places = spellings.get(taken.spelling) ?? []
      places.push(line.line)
      spellings.set(taken.spelling, places)
    }
    const quote = quoteOf(line.text)
    const left = leftOf(taken, line, items)
    for (let at = index; at <= last; at++) lines[at] = { text: quote, line: lines[at]?.line ?? line.line }
    lines[index] = { ...line, text: left.first }
    if (left.last !== undefined) lines[last] = { text: left.last, line: lines[last]?.line ?? line.line }
    // What is left of a line may hold more.
    for (; index < last; index++) kept.push(lines[index] ?? line)
  }
  return { lines: kept, asides, findings: findingsOf(spellings) }
}

function notesAt(notebook: Notebook, index: number): TakenNotes | undefined {
  const { text = '', verbatim, isRow } = notebook.lines[index] ?? {}
  const isLong = text.length > longest
  if (verbatim) return isRow && !isLong ? notesInRow(notebook, index) : undefined
  return (isLong ? undefined : delimitedNotes(notebook, index)) ?? toTheEnd(notebook, index)
}

function lastSolid(lines: readonly Line[], first: number, last: number): number {
  let at = last
  while (at > first && isBlank(lines[at]?.text ?? '')) at--
  return at
}

/** What stays of the first line, and of the last where that is another one: behind it goes on in the same item or quote. */
function leftOf({ lines, before = '', behind = '' }: TakenNotes, { text }: Line, items: ItemColumns) {
  if (lines === 1) return { first: (before + behind).trimEnd() }
  const quote = quoteOf(text)
  const hasText = !isBlank(before.slice(quote.length))
  const columns = indentOf(before).columns
  const content = items.contentAt(hasText ? Number.POSITIVE_INFINITY : columns)
  const margin = quote !== '' ? `${quote} ` : ' '.repeat(content ?? Math.min(columns, 3))
  return { first: before.trimEnd(), last: isBlank(behind) ? quote : margin + behind.trim() }
}

const findingsOf = (spellings: ReadonlyMap<string, readonly number[]>): readonly Finding[] =>
  [...spellings].map(([spelling, lines]) => ({
    code: 'speaker-notes',
    place: { line: lines[0] ?? 1 },
    facts: { spelling, lines },
  }))
