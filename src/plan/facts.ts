/** Settings, front matter and the first lines of the preface → what the title slide says beside the title. */
import type { FactMarks, TitleFacts } from '../model/deck.js'
import type { Block, Notes } from '../model/notes.js'
import { displayWidth, plainText } from '../model/text.js'
import type { Settings } from '../settings/table.js'
import { tidyCuts } from './content.js'
import { between, type FactLine, type FactName, guessFact, readFactLine } from './factLines.js'
import { type FootnoteMark, marksIn, withoutMarks } from './footnotes.js'
import { isPlain } from './title.js'

/** Title facts, each once. */
const mostLines = 6
/** Of lines that nothing but their neighbours tell. */
const mostUnknown = 3
const widestPlace = 24
/** What shares the place of one fact. */
const widestShared = 120

/** Hexo, Hugo and Obsidian write down the minute a note was begun; nobody wants it on a title slide. */
const timeOfDay = /(?<=^\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}\S*(?: [+-]\d{4})?$/

/**
 * Takes short lines off the front of the preface, be they paragraphs or points, as long as each says something else of the
 * talk. What front matter already says is not looked for.
 * @returns the facts, and the blocks that were not taken
 */
export function titleFacts(
  preface: readonly Block[],
  notes: Pick<Notes, 'front'>,
  settings: Settings,
  lang: string,
): { readonly facts: TitleFacts; readonly marks: FactMarks; readonly rest: readonly Block[] } {
  const known: TitleFacts = {
    subtitle: settings.subtitle,
    event: settings.event,
    place: settings.place,
    date: settings.date.replace(timeOfDay, ''),
    author: joined(settings.author, notes, lang),
  }
  const readable = preface.slice(0, mostLines).map(linesOf)
  const end = readable.indexOf(undefined)
  for (let count = end < 0 ? readable.length : end; count > 0; count--) {
    const found = assign(preface.slice(0, count), known)
    if (!found) continue
    const marks = marksOf(
      found,
      preface.slice(0, count).flatMap((block) => linesOf(block) ?? []),
    )
    return { facts: { ...known, ...found }, marks, rest: tidyCuts(preface.slice(count)) }
  }
  return { facts: known, marks: {}, rest: tidyCuts(preface) }
}

/** Each behind the fact that its line became a part of. */
function marksOf(found: Partial<TitleFacts>, lines: readonly MarkedLine[]): FactMarks {
  const marked = Object.entries(found).map(([name, fact]) => {
    const parts = new Set(fact.split(between))
    return [name, lines.flatMap(({ text, marks }) => (fact === text || parts.has(text) ? marks : []))] as const
  })
  return Object.fromEntries(marked.filter(([, marks]) => marks.length > 0))
}

/** @returns a field for every line, or undefined where one of them would be lost, or the lines are points of the talk */
function assign(blocks: readonly Block[], known: TitleFacts): Partial<TitleFacts> | undefined {
  const lines = blocks.flatMap((block) => linesOf(block) ?? [])
  if (lines.length > mostLines) return undefined
  const found = new Map<FactName, string>()
  const take = (field: FactName, text: string): boolean => {
    if (known[field] !== '' || found.has(field)) return false
    found.set(field, text)
    return true
  }
  const share = (field: FactName, text: string): boolean => {
    const both = [found.get(field) ?? known[field], text].filter(Boolean).join(between)
    found.set(field, both)
    return displayWidth(both) <= widestShared
  }
  const unknown: string[] = []
  const others: string[] = []
  for (const { field, text, labelled } of lines) {
    if (labelled) others.push(text)
    else if (field === undefined) unknown.push(text)
    // Who spoke and who took notes are both people of the talk.
    else if (!take(field, text) && !(field === 'author' && found.has(field) && share(field, text))) return undefined
  }
  const isList = blocks.some(({ kind }) => kind === 'list')
  const trust = { isList, sure: lines.filter(({ sure }) => sure).length, dated: found.has('date') }
  if (!isAboutTheTalk(trust, lines.length - others.length, unknown.length)) return undefined
  if (others.length > 0 && !(trust.sure >= 2 && trust.sure > others.length && inOneRun(blocks))) return undefined
  if (!placeUnknown(unknown, trust, take)) return undefined
  return others.every((text) => share('place', text)) ? Object.fromEntries(found) : undefined
}

/** Line below line: what stands apart is no fact only because it has a label. */
const inOneRun = (blocks: readonly Block[]): boolean =>
  blocks.every((block, at) => at === 0 || block.lines[0] === (blocks[at - 1]?.lines[1] ?? 0) + 1)

interface Trust {
  readonly isList: boolean
  /** Lines that say by themselves what they are. */
  readonly sure: number
  readonly dated: boolean
}

/** Points are points to the reader, unless a date or labels among them say that they are about the event. */
function isAboutTheTalk({ isList, sure, dated }: Trust, lines: number, unknown: number): boolean {
  if (unknown > mostUnknown) return false
  if (!isList) return unknown <= 1 || sure >= 2
  if (lines <= 2) return dated || sure === lines
  return (dated || sure >= 2) && (unknown <= 1 || sure >= 2)
}

/** One line that looks like nothing in particular is the subtitle, or among points with a date the place; two are too many. */
function placeUnknown(
  unknown: readonly string[],
  { dated, isList }: Trust,
  take: (field: FactName, text: string) => boolean,
): boolean {
  const left = unknown.filter((text) => {
    const guess = dated ? guessFact(text) : undefined
    return guess === undefined || !take(guess, text)
  })
  const [only, ...more] = left
  if (only === undefined) return true
  if (more.length > 0) return false
  const isPlace = isList && dated && displayWidth(only) <= widestPlace
  return (isPlace && take('place', only)) || take('subtitle', only)
}

interface MarkedLine extends FactLine {
  /** Of footnotes. */
  readonly marks: readonly FootnoteMark[]
}

/** The lines of a block that holds nothing but such; undefined for any other. */
function linesOf(block: Block): readonly MarkedLine[] | undefined {
  if (block.kind === 'paragraph') {
    const line = lineOf(block)
    return line && [line]
  }
  if (block.kind !== 'list' || block.ordered || block.items.length > mostLines) return undefined
  const lines = block.items.flatMap(({ blocks: [only, ...more], done }) => {
    const line = only && more.length === 0 && done === undefined ? lineOf(only) : undefined
    return line ?? []
  })
  return lines.length === block.items.length ? lines : undefined
}

function lineOf(block: Block): MarkedLine | undefined {
  if (block.kind !== 'paragraph' || block.introduces || block.lines[0] !== block.lines[1]) return undefined
  if (!isPlain(withoutMarks(block.inlines))) return undefined
  const line = readFactLine(plainText(block.inlines).trim())
  return line && { ...line, marks: marksIn(block.inlines) }
}

/** Several authors, as the deck's language joins them. */
function joined(author: string, { front }: Pick<Notes, 'front'>, lang: string): string {
  const written = front['author']?.value
  const isList = Array.isArray(written) && written.join(', ') === author
  return isList && /^(?:zh|ja)\b/.test(lang) ? written.join('、') : author
}
