/** Text → whether it only says that something is still to be written. */
import { once } from '../model/once.js'

const alone =
  /^[[(（【「<]*(?:to-?do|tbd|tba|tbc|fixme|x{3,}|待补充?|待補充?|待续|待續|待整理|待完善|未完待续|未完待續|待更新|此处省略|略|省略|\.{3,}|…+|。{3,})[\])）】」>]*\s*[:：。.!！…]*$/i
const names = 'TODO|FIXME|TBD|TBC|XXX|待补充|待補充|待整理|待续|待續'
/** What is asked for, as it begins. */
const tasks =
  '(?:add|ask|change|check|choose|confirm|decide|describe|explain|fill|find|fix|get|insert|look|mention|needs?|pick|remove|rename|replace|rewrite|see|think|update|verify|write)(?:\\s|$)|(?:补充|補充|确认|確認|核实|核實|整理|完善|修改|替换|检查|找|问|問|写|寫|改)'
/** What `TODO` is the name of, or is said of it. */
const things =
  'apps?|lists?|items?|comments?|managers?|trackers?|tags?|markers?|or|and|vs|versus|is|are|was|as|considered|driven|based'
/** `TODO: ask`, `Todo: ask`, `TODO – ask`, `TODO(Ann): ask`, `[TODO] ask`, `（待补充：价格）`, `[TODO ask Ann]`. */
const named = new RegExp(
  `^(?:[[(（【「]*(?:${names}|[Tt]o-?[Dd]o)(?:\\([^()]{1,40}\\))?[\\])）】」]*\\s*[:：]\\s*\\S` +
    `|(?:TODO|FIXME)\\s+[-–—]+\\s+\\S` +
    `|[[(（【「](?:${names})(?:[\\])）】」]\\s*\\S|[\\s，,、][^[\\]()（）【】「」]*[\\])）】」][。.]?$)` +
    // `TODO ask Ann`, `TODO prices from Ann`; `TODO Group` and `TODO apps in React` are names of things.
    `|XXX\\s+(?:${tasks})|(?:TODO|FIXME)\\s+(?:${tasks}|(?!(?:${things})\\b)[a-z][\\w'-]*\\s+\\S))`,
)

/** A box to tick, and signs in front, say nothing by themselves. */
const box = once(() => /^(?:\[[ xX]\]\s+|(?:[\p{So}→]|\u200d|\ufe0f|\/\/|[-=]+>)+\s*(?=[[(（【「]*[\p{L}@#]))/u)
/** `@todo ask Ann`, `#TODO: ask`: signs of tools, which no word needs. */
const tagged = /^@to-?do\b[:：]?\s+\S/i

/** `TODO`, `xxx`, `待补充`, `...` and the like, or `TODO: something`. */
export const isPlaceholder = (text: string): boolean => {
  if (!mayBe.test(text)) return false
  const bare = text.trim()
  const said = /^[A-Za-z\u4e00-\u9fff]/.test(bare) ? bare : bare.replace(box(), '')
  if (said.length >= 400) return false
  return alone.test(said) || (mayName.test(said) && (named.test(said) || tagged.test(said)))
}

/** Where a word may stand for itself, as in cells and headings, crosses and dots say something, too. */
const word = /to-?do|tb[adc]|fixme|待|[:：]/i
export const isUnfinishedPart = (text: string): boolean => word.test(text) && isPlaceholder(text)
/** Without what is to be done. */
export const isBareWord = (text: string): boolean => alone.test(text.trim())
/** Whether notes need be looked through for them. */
export const mayBeUnfinished = (text: string): boolean =>
  /to-?do|tb[adc]|fixme|xxx|待[补補整完更续續确確核]|未完/i.test(text)

/** Whether it asks for something and comes to no end: an editor broke its line. */
export const isBrokenOff = (text: string): boolean =>
  !alone.test(text.trim()) && !/[.。!！?？…)）\]】]$/.test(text.trim())

/** `A talk (TODO: ask Ann)`, `KubeCon TODO: which one`: what is unfinished about a line that says something. */
const within = once(
  () =>
    new RegExp(
      `[[(（【「](?:${names})(?![\\p{L}\\p{N}])[^[\\]()（）【】「」]*[\\])）】」]|(?:^|[\\s，,、;；—–-])(?:${names})(?:\\([^()]{1,40}\\))?\\s*[:：]\\s*\\S.*$`,
      'gmu',
    ),
)

/** @param take is handed what is still open */
export function withoutUnfinished(text: string, take: (open: string) => void): string {
  if (text.length > 2000 || !maySay.test(text)) return text
  return text.replace(within(), (open) => {
    take(open)
    return ''
  })
}

const words = '(?:[^\\n[\\]()（）【】]|[(（][^\\n()（）]{0,100}[)）]){1,300}'
/** In brackets behind words; `Venue (TBD)` tells the room something. */
const insideBrackets =
  '(?:TODO|FIXME|待补充|待補充|待整理|待续|待續' +
  `|(?:${names}|Todo|待确认|待確認|待核实|待核實)\\s*[:：]${words}` +
  `|(?:TODO|FIXME)(?:\\s+[-–—]+)?\\s+(?!(?:${things})\\b)[a-z\\u2e80-\\u9fff]${words})`
const open = once(
  () =>
    new RegExp(
      `[^\\S\\n]{0,3}[[(（【]${insideBrackets}[\\])）】]` +
        // Behind a number, a sentence or a dash: `9 € TODO: ask`; behind a word it may be what somebody says of `TODO`.
        `|(?<=[\\p{Nd}€$£¥￥%)）.。!！?？;；–—])[^\\S\\n]{0,3}(?:${names})(?:\\([^()]{1,40}\\))?[^\\S\\n]{0,3}[:：][^\\S\\n]{0,3}\\S.*$`,
      'gmu',
    ),
)

/** `Search (DONE)`: beside it, `Login (TODO)` says how far that is. */
export const saysState = (line: string): boolean =>
  /[[(（【](?:done|wip|doing|in[ -]progress|completed?|完成|已完成|进行中|進行中)[\])）】]/i.test(line)
const bareBrackets = /^\s*.[A-Za-z\u4e00-\u9fff]+.$/

/**
 * Where a text that says something says what is still open about it.
 * @param hasStates `(TODO)` is one of several states, which the room may see
 */
export function openParts(text: string, hasStates: boolean): readonly { readonly from: number; readonly to: number }[] {
  if (!maySayOpen.test(text)) return []
  return [...text.matchAll(open())]
    .filter(({ 0: part }) => !(hasStates && bareBrackets.test(part)))
    .map(({ 0: part, index }) => ({ from: index, to: index + part.length }))
}

const maySay = new RegExp(names)
const maySayOpen = new RegExp(`${names}|Todo|待[确確核]`)
const mayName = new RegExp(`${names}|to-?do`, 'i')
/** No other line is one: the patterns above take long to be made ready. */
const mayBe = /to-?do|tb[acd]|fixme|xxx|待|略|\.{3}|…|。{3}/i
