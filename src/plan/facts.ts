/** Settings, front matter and the first lines of the preface → what the title slide says beside the title. */
import type { TitleFacts } from '../model/deck.js'
import type { Block, List, Notes } from '../model/notes.js'
import { displayWidth, plainText } from '../model/text.js'
import type { Settings } from '../settings/table.js'
import { tidyCuts } from './content.js'
import { isPlain } from './title.js'

const mostLines = 3
const widest = 60
const widestPlace = 24

const month = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*'
const date = new RegExp(
  `\\d{4}\\s*[-/.年]\\s*\\d{1,2}|\\d{1,2}\\s*月\\s*\\d{1,2}|\\b\\d{1,2}(?:st|nd|rd|th)?\\s+${month}\\b|\\b${month}\\.?\\s+\\d{1,2}\\b|\\b${month}\\.?,?\\s+\\d{4}\\b`,
  'iu',
)
const conference =
  /\b\p{L}*(?:con|conf|conference)\b|\b(?:summit|meetup|symposium|workshop|forum|congress|days?)\b|大会|大會|峰会|峰會|论坛|論壇|年会|年會|研讨|研討|沙龙|沙龍|カンファレンス|サミット/iu
const camelConference = /\p{Ll}(?:Days?|Fest|World|Expo|Summit|Forum)\b/u
/** Hexo, Hugo and Obsidian write down the minute a note was begun; nobody wants it on a title slide. */
const timeOfDay = /(?<=^\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}\S*(?: [+-]\d{4})?$/
const year = /\b(?:19|20)\d{2}\b/

/** What a line says it is: `时间：2018年11月14日`. It keeps its label, which reads well on a title slide too. */
const labels: readonly (readonly [field: 'date' | 'place' | 'event', label: RegExp])[] = [
  ['date', /^(?:时间|時間|日期|日時|date|when)\s*[:：]\s*\S/i],
  ['place', /^(?:地点|地點|场所|場所|会场|會場|place|venue|where|location)\s*[:：]\s*\S/i],
  ['event', /^(?:会议|會議|活动|活動|event|conference)\s*[:：]\s*\S/i],
]

function fieldOf(text: string): 'date' | 'event' | 'subtitle' {
  if (conference.test(text) || camelConference.test(text)) return 'event'
  if (date.test(text)) return 'date'
  return year.test(text) ? 'event' : 'subtitle'
}

/**
 * Takes at most three short lines off the front of the preface: a date, the event, and one other line as subtitle.
 * What front matter already says is not looked for.
 * @returns the facts, and the blocks that were not taken
 */
export function titleFacts(
  preface: readonly Block[],
  notes: Pick<Notes, 'front'>,
  settings: Settings,
  lang: string,
): { readonly facts: TitleFacts; readonly rest: readonly Block[] } {
  const facts = {
    subtitle: settings.subtitle,
    event: settings.event,
    place: settings.place,
    date: settings.date.replace(timeOfDay, ''),
    author: joined(settings.author, notes, lang),
  }
  let taken = 0
  for (const block of preface.slice(0, mostLines)) {
    const found = block.kind === 'list' ? factsOfList(block) : factOfLine(block)
    const fields = found.map(({ field }) => field)
    if (found.length === 0 || new Set(fields).size < fields.length || fields.some((field) => facts[field] !== '')) break
    for (const { field, text } of found) facts[field] = text
    taken += 1
  }
  return { facts, rest: tidyCuts(preface.slice(taken)) }
}

interface Fact {
  readonly field: 'date' | 'event' | 'place' | 'subtitle'
  readonly text: string
}

function factOfLine(block: Block): readonly Fact[] {
  const line = plainLine(block)
  if (line === undefined) return []
  const labelled = labels.find(([, label]) => label.test(line))
  if (labelled) return [{ field: labelled[0], text: line }]
  return isSentence.test(line) ? [] : [{ field: fieldOf(line), text: line }]
}

/** Lines right below one another are points to the reader; with a date among them they are about the event. */
function factsOfList(list: List): readonly Fact[] {
  if (list.ordered || list.items.length > mostLines) return []
  const found = list.items.flatMap(({ blocks }) => (blocks.length === 1 ? blocks.flatMap(factOfLine) : []))
  if (found.length < list.items.length || !found.some(({ field }) => field === 'date')) return []
  return found.map(({ field, text }) => ({
    field: field === 'subtitle' && displayWidth(text) <= widestPlace ? 'place' : field,
    text,
  }))
}

const isSentence = /[。！？!?；;：:，]|[.…]$|[.,]\s.*[.,]\s/u

/** The text of a paragraph that is one short line; undefined for anything else. */
function plainLine(block: Block): string | undefined {
  if (block.kind !== 'paragraph' || block.introduces || block.lines[0] !== block.lines[1]) return undefined
  if (!isPlain(block.inlines)) return undefined
  const text = plainText(block.inlines).trim()
  return text === '' || displayWidth(text) > widest ? undefined : text
}

/** Several authors, as the deck's language joins them. */
function joined(author: string, { front }: Pick<Notes, 'front'>, lang: string): string {
  const written = front['author']?.value
  const isList = Array.isArray(written) && written.join(', ') === author
  return isList && /^(?:zh|ja)\b/.test(lang) ? written.join('、') : author
}
