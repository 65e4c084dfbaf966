/** Three items or more that begin with dates or times, each after the one before: a line of time. */
import { displayWidth } from '../../model/text.js'
import { endOfNow, type Moment, momentAt } from './moments.js'
import type { ListRule, Pieces } from './pieces.js'

const fewest = 3
const mostItems = 12
/** Half-width letters that may be said of each: more is a diary, or what somebody said. */
const widest = 96

const day = 24 * 60
const morning = 7 * 60

/** A moment, and what is said of it. */
interface Entry {
  readonly moment: Moment
  readonly pieces: Pieces
  /** What stands between the two, and the rest. */
  readonly gap: string
  readonly rest: string
}

export const timeline: ListRule = {
  name: 'timeline',
  read: (lines, { ordered }) => {
    if (ordered || lines.length < fewest || lines.length > mostItems) return undefined
    const entries: Entry[] = []
    for (const [at, { text }] of lines.entries()) {
      const entry = entryOf(text, at === lines.length - 1 ? entries[at - 1]?.moment : undefined)
      if (!entry) return undefined
      entries.push(entry)
    }
    const isOne = areAscending(entries.map(({ moment }) => moment)) && !isOtherwise(entries)
    return isOne ? entries.map(({ pieces }) => pieces) : undefined
  },
}

/** Words that go on with what was said of the time are no gap: `2019年的`, `3 月内`. */
const goesOn = /^(?:的|内|前|后|之|以|来|间|度|级|多|起|开始|[a-z])/iu
const between =
  /\s*(?:[:：,，、|·→]|[—–-]{1,2}(?=\s|[^\d\s]))\s*|\s+|(?<=[年月日号点半天周初中底末代纪季度期段一二三四五六）])/uy

/** @param before the moment of the item before the last one: what is last may be now */
function entryOf(text: string, before: Moment | undefined): Entry | undefined {
  const found = momentAt(text)
  const end = found?.end ?? (before ? endOfNow(text) : undefined)
  if (end === undefined) return undefined
  between.lastIndex = end
  const gap = between.exec(text)?.[0]
  if (gap === undefined) return undefined
  const rest = text.slice(end + gap.length)
  if (rest.trim() === '' || (gap === '' && goesOn.test(rest)) || displayWidth(rest) > widest) return undefined
  const moment = found ?? { scale: before?.scale ?? '', at: Number.POSITIVE_INFINITY, end, isNumber: false }
  const pieces: Pieces = [
    ['lead', end],
    ['between', end + gap.length],
    ['rest', text.length],
  ]
  return { moment, pieces, gap, rest }
}

/** Two may begin at the same time; a day by the clock of twelve hours starts again at one. */
function areAscending(moments: readonly Moment[]): boolean {
  const [first] = moments
  if (!first || !moments.every(({ scale }) => scale === first.scale)) return false
  let before = Number.NEGATIVE_INFINITY
  let afternoon = 0
  for (const { at } of moments) {
    const isAfternoon = first.scale === 'clock' && afternoon === 0 && at < before && at < morning && first.at >= morning
    if (isAfternoon) afternoon = day / 2
    if (at + afternoon < before) return false
    before = at + afternoon
  }
  return before > first.at
}

/** Numbers that count something, questions by number, and who said what when, look like times. */
function isOtherwise(entries: readonly Entry[]): boolean {
  const rests = entries.map(({ rest }) => rest)
  const [counts, speakers] = [rests.map(firstWord), rests.flatMap(speaker)]
  return (
    (entries.every(({ moment, gap }) => moment.isNumber && gap.trim() === '') &&
      (new Set(counts).size === 1 || rests.every((rest) => counter.test(rest)))) ||
    (entries[0]?.moment.scale === 'within a year' && rests.some((rest) => /[?？]\s*$/.test(rest))) ||
    (speakers.length === rests.length && new Set(speakers).size < speakers.length)
  )
}

const counter = /^(?:个|台|人|元|块|美元|次|条|件|份|套|页|行|节点|万|亿|km\b|m\b|px\b|ms\b|MB\b|GB\b|%)/iu
const firstWord = (text: string): string => /^\p{Script=Han}|^\S+/u.exec(text)?.[0].toLowerCase() ?? ''
const speaker = (text: string): readonly string[] => /^[^:：]{1,24}(?=[:：])/u.exec(text) ?? []
