/** The name of a file → the title of the talk, and what else it says of it: `2018 KubeCon - Service Mesh - Jane Doe.md`. */
import type { TitleFacts } from '../model/deck.js'
import { displayWidth } from '../model/text.js'
import { guessFact, readFactLine } from './factLines.js'
import { opensTopic } from './titleHeading.js'

export interface NamedTalk {
  readonly title: string
  readonly facts: Partial<Pick<TitleFacts, 'event' | 'date' | 'author'>>
}

/** What Notion puts behind the name of a page that it exports. */
const notionId = /(?<=\S)[ _-][\da-f]{32}$/i

/** `talks/kubecon-2017-day-1.md` → `kubecon-2017-day-1`; a README is named after its folder. */
function baseOf(file: string): string {
  const parts = file.split(/[\\/]/).filter((part) => part !== '' && part !== '.' && part !== '..')
  const name = (parts.at(-1) ?? '').replace(/(?<=.)\.[a-z]{1,8}$/i, '').replace(notionId, '')
  return /^(?:readme|index)$/i.test(name) ? (parts.at(-2) ?? name) : name
}

const capitalised = (words: string): string => {
  const [first = '', ...rest] = words
  return first.toUpperCase() + rest.join('')
}

/** `talks/kubecon-2017-day-1.md` → `Kubecon 2017 day 1`, a day as it is written. */
export const titleOfFile = (file: string): string =>
  capitalised(
    baseOf(file)
      .replace(/((?<!\d)\d{4}-\d\d-\d\d(?!\d))|[-_\s]+/g, (_, day?: string) => day ?? ' ')
      .trim(),
  )

/** Nobody names a file in more parts; nor is a longer one read as a speaker. */
const MOST_PARTS = 6
const WIDEST_SPEAKER = 48

/**
 * Parts between dashes with spaces around them are facts where one of them is the day or the event; with the event alone beside the title,
 * only where it has its year. Any other name is the title as a whole.
 */
export function talkOfFile(file: string): NamedTalk {
  const parts = baseOf(file)
    .replace(/[_\s]+/g, ' ')
    .trim()
    .split(/ [-–—|] /)
    .map((part) => part.trim())
    .filter(Boolean)
  const whole: NamedTalk = { title: titleOfFile(file), facts: {} }
  if (parts.length < 2 || parts.length > MOST_PARTS) return whole

  const date = parts.find((part) => dayOf(part) !== undefined)
  const others = parts.filter((part) => part !== date)
  const [first = '', ...behind] = others
  const event = behind.length > 0 && isEvent(first) ? first : undefined
  const said = event === undefined ? others : behind
  // `Keynote - Service Mesh` is one title.
  const isNamed = said.length > 1 && !opensTopic(said.slice(0, -1).join(' - ')) && areSpeakers(said.at(-1) ?? '')
  const speaker = isNamed ? said.at(-1) : undefined
  const title = said.slice(0, speaker === undefined ? undefined : -1).join(' - ')
  const isSure =
    parts.length > 2 ? event !== undefined || date !== undefined : event !== undefined && /\d{4}/.test(event)
  if (!isSure || title === '' || opensTopic(title)) return whole
  return {
    title: capitalised(title),
    facts: { ...(event && { event }), ...(date && { date: dayOf(date) ?? date }), ...(speaker && { author: speaker }) },
  }
}

/** A part that is a day and nothing else. */
function dayOf(part: string): string | undefined {
  const [, year, month, day] = /^((?:19|20)\d\d)[.-]?(0[1-9]|1[0-2])[.-]?(0[1-9]|[12]\d|3[01])$/.exec(part) ?? []
  if (year !== undefined) return `${year}-${month}-${day}`
  const fact = readFactLine(part)
  return fact?.field === 'date' && fact.sure ? part : undefined
}

const isEvent = (part: string): boolean => readFactLine(part)?.field === 'event' && !/^\d{4}$/.test(part)

/** Each has a name of two words or in Chinese; behind a comma they may say where they work. */
function areSpeakers(part: string): boolean {
  const [first = ''] = part.split(/\s*(?:[,，、&+]| and | 和 )\s*/)
  const isHanName = /^\p{Script=Han}{2,4}$/u.test(first) && !opensTopic(first)
  return displayWidth(part) <= WIDEST_SPEAKER && (isHanName || guessFact(first) === 'author')
}
