/** A short line → the number that says most of it, and the words around it: `1000 并发`, `$25b on 11/11`. */
import { displayWidth } from '../model/text.js'

export interface BigNumber {
  /** A label in front of the number, '' for none. */
  readonly before: string
  /** With its sign, currency and unit, and how exact it is: `约 300`, `≈ $2.5b`. */
  readonly number: string
  /** Words behind it, '' for none. */
  readonly after: string
  /** Has a unit or is large: worth showing even where it is the only one. */
  readonly strong: boolean
}

/** Columns of the words together: more is a sentence with a number in it. */
const widestWords = 30
const smallest = 10
const large = 100

const amount = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`
const scale = '万亿|亿|億|千万|百万|万|萬|(?:thousand|million|billion|trillion|percent)\\b|bn|[kKmMbBT]'
const unit = '%|％|‰|[x×X]|倍|°C|ms|[KMGTP]B|[MG]bps|[GM]Hz|QPS|TPS'
const line = new RegExp(
  String.raw`^(?<before>.*?)(?<number>(?<mark>[+−±~≈<>≤≥-]?\s?(?:US\$|HK\$|[$€£¥￥])?)\s?` +
    `(?<low>${amount})(?:[-–~～](?:${amount}))?` +
    String.raw`(?<unit>(?:\s?(?:${scale})(?![A-Za-z0-9]))?(?:\s?(?:${unit})(?![A-Za-z0-9]))?\+?))(?<after>.*)$`,
)

const label = /^[^，,。;；]{1,16}[：:]\s*$/u
const exact = '约|大约|近|超|超过|高达|只有|仅|共|over|about|nearly|almost|only|up to|more than|less than'
const exactness = new RegExp(`^(?:${exact})\\s*$`, 'i')
/** What may stand before the first digit: `line` takes milliseconds to be made ready, and most notes have no use for it. */
const mayHold = new RegExp(
  String.raw`^\s*(?:[^，,。;；]{1,16}[：:]|${exact})?\s*[+−±~≈<>≤≥-]?\s?(?:US\$|HK\$|[$€£¥￥])?\s?\d`,
  'i',
)
/** Dates, times, versions, ordinals and sizes are numbers of another kind. */
const otherKind =
  /^(?:\d|[A-Za-z]|[./:：、)）\]_-]|\s?[年月日号號点點时時后後届屆]|\s*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)/i
const sentence = /[，,。！？!?；;]/u

/** @param text one line; strict, so that an ordinary point with a number in it stays a point */
export function bigNumber(text: string): BigNumber | undefined {
  const found = mayHold.test(text) ? line.exec(text.trim())?.groups : undefined
  if (!found) return undefined
  const { before = '', number = '', mark = '', low = '', unit = '', after = '' } = found
  const labelled = label.test(before)
  if (before !== '' && !labelled && !exactness.test(before)) return undefined
  if (otherKind.test(after) || sentence.test(after)) return undefined
  if (displayWidth(before + after) > widestWords) return undefined

  const value = Number(low.replaceAll(',', ''))
  const measured = mark.trim() !== '' || unit !== '' || low.includes(',')
  const bare = !measured && (low.includes('.') || low.startsWith('0') || value < smallest || low.length > 7)
  if (bare || (!measured && (isYear(low) || before + after === ''))) return undefined
  return {
    before: labelled ? before.trim() : '',
    number: (labelled ? number : before + number).trim(),
    after: after.trim(),
    strong: measured || value >= large,
  }
}

const isYear = (digits: string): boolean => /^(?:19|20)\d\d$/.test(digits)
