/** What a text begins with, a date, a year, a time → when that is and where it ends: `2019：`, `May 2019`, `9:30–10:15`, `Q1 2024`, `Day 1`. */

export interface Moment {
  /** Only moments of one scale come before or after one another. */
  readonly scale: string
  readonly at: number
  /** Characters of the text that say it. */
  readonly end: number
  /** Nothing but a number of four digits, which may count something. */
  readonly isNumber: boolean
}

type Groups = Readonly<Record<string, string | undefined>>

interface Form {
  readonly pattern: RegExp
  readonly scale: string | ((groups: Groups) => string)
  readonly at: (groups: Groups) => number
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const month =
  '(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?'
const year = String.raw`(?<year>(?:1[5-9]|20)\d\d)(?!\d|[.,]\d)`
const day = String.raw`(?<day>[0-3]?\d)(?:st|nd|rd|th)?(?![\d:：.%])`
const part = '(?:early|mid|late|spring|summer|autumn|fall|winter)'
const ofDay = '(?<half>凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上)?'
const weekDays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const weekDay =
  '(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\\b'
const digits = '一二三四五六七八九十'

const number = (text: string | undefined, otherwise = 0): number => (text === undefined ? otherwise : Number(text))

/** Days, roughly: only the order matters. */
function dated({ year, month, name, day, quarter, half }: Groups): number {
  const named = name === undefined ? undefined : monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1
  const inQuarter = quarter === undefined ? undefined : (counted(quarter) - 1) * 3 + 1
  const inHalf = half === undefined ? undefined : (Number(half) - 1) * 6 + 1
  const years = number(year)
  const whole = years > 0 && years < 100 ? years + 2000 : years
  return whole * 400 + (named ?? inQuarter ?? inHalf ?? number(month)) * 32 + number(day)
}

const dateScale = ({ year }: Groups): string => (year === undefined ? 'within a year' : 'date')

function clock({ hour, minute, half = '' }: Groups): number {
  const hours = number(hour)
  const isLater = /^(?:p|下午|傍晚|晚上)/i.test(half) && hours < 12
  return (isLater ? hours + 12 : /^a/i.test(half) && hours === 12 ? 0 : hours) * 60 + number(minute)
}

/** `十二`, `12`. */
function counted(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['', text]
  const tenfold = text.includes('十') ? (digits.indexOf(tens || '一') + 1) * 10 : 0
  return tenfold + (ones === '' ? 0 : digits.indexOf(ones) + 1)
}

const form = (source: string, scale: Form['scale'], at: Form['at']): Form => ({
  pattern: new RegExp(`^${source}`, 'iu'),
  scale,
  at,
})

/** The longest first. */
const forms: readonly Form[] = [
  form(String.raw`(?<year>(?:1[5-9]|20)\d\d)([-/.])(?<month>\d\d?)\2(?<day>\d\d?)(?!\d)`, 'date', dated),
  form(
    String.raw`(?<year>(?:1[5-9]|20)\d\d)\s?年?\s?(?:Q\s?|第?\s?(?=[一二三四1-4]\s?季))(?<quarter>[一二三四1-4])(?:\s?季度?)?`,
    'date',
    dated,
  ),
  form(
    String.raw`(?<year>(?:1[5-9]|20)\d\d)\s?年(?:\s?(?<month>\d\d?)\s?月(?:\s?(?<day>\d\d?)\s?[日号])?)?(?:[初中底末春夏秋冬]|[上下]半年)?`,
    'date',
    dated,
  ),
  form(String.raw`(?<year>(?:1[5-9]|20)\d\d)[-/](?<month>0[1-9]|1[0-2])(?![\d/-])`, 'date', dated),
  form(`${day}\\s${month}(?:,?\\s${year})?`, dateScale, dated),
  form(`${month},?\\s${year}`, 'date', dated),
  form(`${month}\\s${day}(?:,?\\s${year})?`, dateScale, dated),
  form(`${month}(?=\\s?(?:[:：]|[–—-]\\s))`, dateScale, dated),
  form(String.raw`Q(?<quarter>[1-4])(?:(?:\s|['’/-]|\s['’])(?<year>(?:20)?\d\d))?(?![\d.])`, dateScale, dated),
  form(String.raw`H(?<half>[12])(?:\s|['’/-]|\s['’])(?<year>(?:20)?\d\d)(?!\d)`, 'date', dated),
  form(`(?:${part}[\\s-])?${year}(?:s\\b|\\s?年代)?`, 'date', dated),
  form(String.raw`(?<month>1?\d)\s?月(?:份|[初中底末]|\s?(?<day>\d\d?)\s?[日号])?`, 'within a year', dated),
  form(String.raw`${ofDay}\s?(?<hour>[01]?\d|2[0-4])[:：](?<minute>[0-5]\d)(?![\d:：])`, 'clock', clock),
  form(String.raw`(?<hour>1?\d)(?:[:.](?<minute>[0-5]\d))?\s?(?<half>[ap]\.?m\b\.?)`, 'clock', clock),
  form(String.raw`${ofDay}\s?(?<hour>[012]?\d)\s?点(?:半|整|\s?(?<minute>[0-5]\d)\s?分?)?`, 'clock', clock),
  form(
    String.raw`(?<word>day|week|month|year|phase|stage)\s(?<count>\d{1,3})(?![\d.%])`,
    ({ word = '' }) => word.toLowerCase(),
    ({ count = '' }) => counted(count),
  ),
  form(
    `第\\s?(?<count>[${digits}]{1,3}|\\d{1,3})\\s?(?<word>天|日|周|个?月|年|季度|阶段|期)`,
    ({ word = '' }) => word,
    ({ count = '' }) => counted(count),
  ),
  form(String.raw`(?<count>1?\d|20)\s?世纪`, 'century', ({ count = '' }) => counted(count)),
  form(
    `(?:周|星期|礼拜)(?<count>[${digits.slice(0, 6)}日天])`,
    'week',
    ({ count = '' }) => digits.indexOf(count) + 1 || 7,
  ),
  form(`(?<word>${weekDay})(?=\\s?(?:[:：,]|[–—-]\\s))`, 'week', ({ word = '' }) =>
    weekDays.indexOf(word.slice(0, 3).toLowerCase()),
  ),
]

const now = /^(?:now|today|present|next|future|至今|今天|今日|现在|如今|目前|未来)(?![a-z])/iu
const dash = /^\s?(?:[-–—~～至到]|to\s)\s?/iu
/** The second of two days, of two hours. */
const lastOfTwo = /^[-–—~～](?:\d{1,2}(?![\d.:%])\s?[日号月点]?(?:\s?[ap]m\b)?|\d{4}(?!\d)\s?年?)/iu
const halfOfDay = /^\s?(?:am|pm|a\.m\.|p\.m\.)(?![a-z])/iu
const alsoWeekDay = new RegExp(`^(?:,?\\s${weekDay}|\\s?[（(](?:(?:周|星期)[${digits}日天]|${weekDay})[)）])`, 'iu')

/** @returns undefined for a text that begins with something else */
export function momentAt(text: string): Moment | undefined {
  for (const { pattern, scale, at } of forms) {
    const found = pattern.exec(text)
    if (!found) continue
    const said = found[0].trimEnd()
    const half = halfOfDay.exec(text.slice(said.length))?.[0] ?? ''
    const groups: Groups = { ...found.groups, ...(half === '' ? {} : { half: half.trim() }) }
    const end = endOfRange(text, said.length + half.length)
    return {
      scale: typeof scale === 'string' ? scale : scale(groups),
      at: at(groups),
      end,
      isNumber: /^\d{4}$/.test(text.slice(0, end)),
    }
  }
  return undefined
}

/** What comes last of all: `now`, `今天`. */
export const endOfNow = (text: string): number | undefined => now.exec(text)?.[0].length

function endOfRange(text: string, from: number): number {
  const start = behindWeekDay(text, from)
  const rest = text.slice(start)
  const short = lastOfTwo.exec(rest)?.[0]
  const gap = dash.exec(rest)?.[0]
  if (gap === undefined) return start
  const other = text.slice(start + gap.length)
  const second = secondOf(other)
  if (second !== undefined) return behindWeekDay(text, start + gap.length + second)
  return short === undefined ? start : behindWeekDay(text, start + short.trimEnd().length)
}

function secondOf(text: string): number | undefined {
  for (const { pattern } of forms) {
    const found = pattern.exec(text)?.[0].trimEnd()
    if (found !== undefined) return found.length + (halfOfDay.exec(text.slice(found.length))?.[0].length ?? 0)
  }
  return endOfNow(text)
}

const behindWeekDay = (text: string, at: number): number => at + (alsoWeekDay.exec(text.slice(at))?.[0].length ?? 0)
