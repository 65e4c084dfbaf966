/** A line of text → the family of would-be headings it belongs to: `一、`, `1、`, bold lines, days, times, speakers. */
import { displayWidth } from '../../model/text.js'
import { cjkDigits, cjkValue } from '../repairs/markers.js'

export interface Candidate {
  /** The line as a heading says it. */
  readonly title: string
  /** Members of counting families go up by one. */
  readonly number?: number
}

export interface Family {
  /** What `outline` and the finding call it. */
  readonly from: string
  readonly read: (text: string) => Candidate | undefined
  /** `1. x` is a list item first: its members must be set off by blank lines. */
  readonly setOff?: true
  /** It stands over lists as their head, also right below the list before. */
  readonly endsLists?: true
}

const widestHeading = 80

/** Short enough for a heading and no sentence: no closing mark but ？ and ！. */
export const headingShaped = (text: string, widest = widestHeading): boolean =>
  text.length <= widest && displayWidth(text) <= widest && !/[。.，,；;：:、…]["”』」）)]?$/.test(text)

const months = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec'
const weekdays = 'Mon|Tues?|Wednes|Thurs?|Fri|Satur|Sun'
const date = new RegExp(
  `^(?:\\d{4}[-./年]\\d{1,2}[-./月]\\d{1,2}日?|\\d{1,2}月\\d{1,2}[日号]|(?:${months})[a-z]{0,6}\\.? \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?|(?:${weekdays})day)(?=\\W|$|[\\u4e00-\\u9fff])`,
  'i',
)
const clock =
  /^\d{1,2}[:：]\d{2}(?:\s?[ap]m)?(?:\s*[-–—~～至到]\s*\d{1,2}[:：]\d{2}(?:\s?[ap]m)?)?(?=\s|$|[\u4e00-\u9fff])/i
const partOfDay = /^(?:上午|下午|中午|晚上|早上|傍晚|morning|afternoon|evening)(?:$|[\s:：(（,，-])/i
const speaker =
  /^(?:讲者|講者|演讲人|演讲者|演講者|嘉宾|嘉賓|主讲人?|主講人?|分享人|speakers?|presenters?|presented by)\s*[:：]\s*\S/i

const shaped =
  (pattern: RegExp, number?: (match: RegExpExecArray) => number) =>
  (text: string): Candidate | undefined => {
    const match = pattern.exec(text.slice(0, 200))
    if (match === null || !headingShaped(text)) return undefined
    return number === undefined ? { title: text } : { title: text, number: number(match) }
  }

/** Tried from the first to the last: a line belongs to one family only. */
export const families: readonly Family[] = [
  {
    from: 'bold line',
    read: (text) => {
      const inside = /^(\*\*|__)(?=\S)([^*_]{1,200})(?<=\S)\1\s*[:：]?$/.exec(text)?.[2]?.replace(/[:：]$/, '')
      return inside !== undefined && headingShaped(inside) ? { title: inside } : undefined
    },
  },
  { from: 'DAY 1', read: shaped(/^(?:day\s?\d{1,2}|第[一二三四五六七八九十\d]{1,3}[天日])/i) },
  { from: '第一部分', read: shaped(/^第[一二三四五六七八九十\d]{1,3}(?:部分|章|节|節|场|場|讲|講|篇|课|課)/) },
  {
    from: '一、',
    read: shaped(new RegExp(`^([${cjkDigits}]{1,3})[、．.]\\s*\\S`), (match) => cjkValue(match[1] ?? '')),
    endsLists: true,
  },
  {
    from: '（一）',
    read: shaped(new RegExp(`^[（(]([${cjkDigits}]{1,3})[）)]\\s*\\S`), (match) => cjkValue(match[1] ?? '')),
    endsLists: true,
  },
  { from: '1、', read: shaped(/^([\d０-９]{1,2})[、．]\s*[^\s\d]/, (match) => Number(match[1]?.normalize('NFKC'))) },
  { from: '1.', read: shaped(/^(\d{1,2})\.\s*[^\s\d]/, (match) => Number(match[1])), setOff: true },
  { from: 'date', read: shaped(date) },
  { from: 'part of the day', read: shaped(partOfDay) },
  { from: 'time', read: shaped(clock) },
]

const fact =
  /^(?:会议)?(?:时间|日期|地点|主题|主持人?|记录人?|参会人员?|参加人员?|与会人员?|出席人?员?|列席|缺席|時間|日期|地點|主持人?|紀錄|出席人?員?)\s*[:：]|^(?:date|time|when|where|place|location|venue|attendees|participants|present|chair|host|minutes by|note ?taker|scribe)\s*[:：]/i

/** When and where a meeting was, and who was there; or a day alone. */
export const isFact = (text: string): boolean =>
  text.length < 400 && (fact.test(text) || (date.test(text) && text.length < 40 && text.replace(date, '').length < 14))

export const isSpeakerLine = (text: string): boolean => speaker.test(text.slice(0, 200))

/** Headings that close a talk stand beside its main parts, not under the last of them. */
export const isClosing = (text: string): boolean =>
  /^(?:最终|最終|最后|最後)?(?:总结|總結|结论|結論|小结|小結|结语|結語|后记|後記|参考资料|參考資料|Q ?& ?A|summary|conclusions?|takeaways|references|questions)$/i.test(
    text,
  )
