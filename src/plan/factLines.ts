/** A short line → what it says of the talk: its date, event, place, author, or nothing that a line by itself tells. */

import type { TitleFacts } from '../model/deck.js'
import { once } from '../model/once.js'
import { displayWidth } from '../model/text.js'

export type FactName = keyof TitleFacts

export interface FactLine {
  readonly text: string
  /** Absent: only the lines around it can tell. */
  readonly field?: FactName
  /** The line says by itself what it is, and little else: a label, a date alone, a conference, somebody's name. */
  readonly sure: boolean
  /** It begins with a short label that says nothing of the talk by itself, such as `参会：` among date and place. */
  readonly labelled?: true
}

/** Between what shares the place of one fact on the title slide: `分享人：张三 · 记录：李四`. */
export const between = ' · '

const widest = 60
/** With a label, names and titles of several speakers find room. */
const widestLabelled = 90

const month = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*'
const date = once(
  () =>
    new RegExp(
      `\\d{4}\\s*[-/.年]\\s*\\d{1,2}|\\d{1,2}\\s*月\\s*\\d{1,2}|\\b\\d{1,2}(?:st|nd|rd|th)?\\s+${month}\\b|\\b${month}\\.?\\s+\\d{1,2}\\b|\\b${month}\\.?,?\\s+\\d{4}\\b`,
      'i',
    ),
)
const dateWords = once(
  () =>
    new RegExp(
      `\\b(?:${month}|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|st|nd|rd|th|am|pm|to|and|at|of)\\b|(?:星期|周|週|礼拜)[一二三四五六日天]|[年月日号號时時分点點]|上午|下午|晚上|至|到`,
      'gi',
    ),
)
const conference =
  /\b[a-z]*(?:con|conf|conference)\b|\b(?:summit|meetup|symposium|workshop|forum|congress|days?)\b|大会|大會|峰会|峰會|论坛|論壇|年会|年會|研讨|研討|沙龙|沙龍|カンファレンス|サミット/i
const bigConference = /\S(?:Days?|Fest|World|Expo|Summit|Forum)\b/
const camelConference = once(() => /\p{Ll}(?:Days?|Fest|World|Expo|Summit|Forum)\b/u)
const year = /\b(?:19|20)\d{2}\b/

/** What a line says it is: `时间：2018年11月14日`. It keeps its label, which reads well on a title slide too. */
const labels: readonly (readonly [field: FactName, names: string])[] = [
  ['date', '(?:会议|會議|活动|活動|分享|演讲)?(?:时间|時間|日期|日時)|開催日|date|when|time|day'],
  [
    'place',
    '(?:会议|會議|活动|活動|举办)?(?:地点|地點|场所|場所|场地|場地|会场|會場|地址|城市)|place|venue|where|location|city|room',
  ],
  ['event', '(?:会议|會議|活动|活動|大会|大會)(?:名称|名稱)?|出处|event|conference|meetup|occasion'],
  [
    'author',
    '(?:分享|主讲|主講|演讲|演講|报告|主持|记录|記錄|整理|撰稿|发言)(?:人|者|嘉宾|嘉賓)?|讲者|講者|讲师|講師|嘉宾|嘉賓|作者|笔记|筆記|発表者|登壇者|speakers?|presenters?|presented by|authors?|written by|notes by|by|who|host',
  ],
  ['subtitle', '副标题|副標題|主题|主題|题目|題目|subtitle|subject|topic|theme'],
]
const labelled = once(() =>
  labels.map(([field, names]) => [field, new RegExp(`^(?:${names})\\s*[:：]\\s*\\S`, 'i')] as const),
)
const labelOf = (text: string) =>
  /[:：]/.test(text) ? labelled().find(([, pattern]) => pattern.test(text)) : undefined

const otherLabel = once(
  () => /^(?:\p{Script=Han}{2,6}|\p{Lu}[\p{L}-]{1,15}(?: [\p{L}-]{1,15}){0,2})\s*[:：]\s*(?!\/\/)(?=\S)/u,
)
const saysMore = /[。！？!?；;：:]|[.…]$/u

/** Names of places, and what halls and houses are called. */
const place = once(
  () =>
    /^(?:北京|上海|广州|廣州|深圳|杭州|南京|苏州|成都|重庆|武汉|西安|天津|厦门|长沙|青岛|大连|合肥|郑州|济南|珠海|香港|澳门|台北|新加坡|东京|東京|大阪|线上|線上|腾讯会议|在线)|(?:中心|酒店|饭店|大厦|大学|大學|会议室|会场|會場|报告厅|礼堂|广场|公园|园区|场馆|展览馆|图书馆|市|厅|廳)$|\b(?:cent(?:er|re)|hall|hotel|university|theat(?:er|re)|auditorium|campus|online|zoom|room|building|berlin|london|paris|amsterdam|barcelona|austin|seattle|shanghai|beijing|tokyo|singapore|vancouver|toronto|copenhagen|valencia)\b|^(?:san|santa|new|las|los|hong|salt lake|saint|st\.|fort|tel|rio|cape|kuala|buenos)\s\p{Lu}/iu,
)

/** `分享人：张三 · 记录：李四` → `张三 · 李四`, for the properties of files, which have names of their own. */
export const withoutLabel = (fact: string): string =>
  fact
    .split(between)
    .map((part) => (labelOf(part) ? part.replace(/^[^:：]*[:：]\s*/, '') : part))
    .join(between)

const surname =
  '[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜戚谢邹喻柏苏潘葛范彭郎鲁韦马苗凤方俞任袁柳唐罗薛雷贺倪汤滕殷毕郝邬安常乐于傅齐康伍余元顾孟黄穆萧尹姚邵汪祁毛狄米贝明臧戴宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季贾路江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房干解应宗丁宣邓郁洪包左石崔吉龚程邢裴陆翁荀曲段侯全班仰秋仲伊宫宁仇甘武符刘景詹束龙叶黎薄白怀蒲从鄂索籍赖卓蔺池乔胥苍闻党翟谭劳申冉桑尚农温庄晏柴瞿阎连习艾容向古易廖耿满匡国文寇广欧沃利师关]'
const chinesePerson = once(
  () =>
    new RegExp(
      `^${surname}[\\p{Script=Han}]{1,2}(?:\\s*(?:老师|老師|博士|教授|先生|女士))?(?:\\s*(?:[、,，/&和与]|$)\\s*${surname}[\\p{Script=Han}]{1,2})*\\s*(?:$|[@＠（(|｜·,，/-])`,
      'u',
    ),
)
const person = once(
  () => /^(?:by|—|–|@)\s*\p{L}|\s[@＠]\s?\p{L}|\S@\w+\.\w|^\p{Lu}\p{L}+(?: \p{Lu}\.)?(?: \p{Lu}\p{L}+){1,2}\s*[(（|]/u,
)
/** Two words in capitals: a name where nothing says that it is a place. */
const likePerson = once(
  () => /^\p{Lu}\p{Ll}+(?: \p{Lu}\.)?(?: (?:van|von|de|da|la))?(?:[ -]\p{Lu}\p{Ll}+){1,2}(?:,\s\p{Lu}[\p{L} .&]*)?$/u,
)

const isSentence = /[。！？!?；;：:，]|[.…]$|[.,]\s.*[.,]\s/u

/** @returns undefined for what is no such line: too long, or a sentence */
export function readFactLine(text: string): FactLine | undefined {
  const width = displayWidth(text)
  const label = labelOf(text)
  if (label) return width > widestLabelled ? undefined : { text, field: label[0], sure: true }
  if (text === '' || width > widest) return undefined
  if (isOtherLabel(text)) return { text, sure: false, labelled: true }
  if (isSentence.test(text)) return undefined
  if (conference.test(text) || isCamelConference(text)) return { text, field: 'event', sure: true }
  if (/\d/.test(text) && date().test(text)) return { text, field: 'date', sure: isDateAlone(text) }
  if (year.test(text)) return { text, field: 'event', sure: false }
  return { text, sure: false }
}

const isCamelConference = (text: string): boolean => bigConference.test(text) && camelConference().test(text)

const isOtherLabel = (text: string): boolean =>
  /[:：]/.test(text) &&
  otherLabel().test(text) &&
  !conference.test(text) &&
  !saysMore.test(text.replace(otherLabel(), ''))

const isDateAlone = (text: string): boolean =>
  displayWidth(text.replace(dateWords(), '').replace(/[^\p{L}]+/gu, '')) <= 3

/** Of a line that only its neighbours can tell: who or where it is, if it looks like either. */
export function guessFact(text: string): 'place' | 'author' | undefined {
  if (chinesePerson().test(text) || person().test(text)) return 'author'
  if (place().test(text)) return 'place'
  return likePerson().test(text) ? 'author' : undefined
}
