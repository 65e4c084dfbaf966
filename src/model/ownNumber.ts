/** A heading's text → the number that its author put in front (`01.`, `一、`, `（三）`), which then need not be counted for them. */
import { once } from './once.js'

export interface OwnNumber {
  /** Without the marks around it: `01`, `一`. */
  readonly number: string
  /** What it counts to; undefined where that is not plain. */
  readonly value?: number
  readonly isChinese: boolean
  /** Characters of the text that it takes, with what parts it from the words. */
  readonly length: number
}

const digits = '一二三四五六七八九十'
/** A time (`10:30`), a version (`2.0`) and a list of numbers (`1、2 和 3`, `一、二线城市`) go on with another number. */
const pattern = once(
  () =>
    new RegExp(
      `^(?:(?<latin>\\d{1,2})\\s*[.．、)）:：](?![\\d.．])\\s*|[(（](?<closed>\\d{1,2}|[${digits}]{1,3})[)）]\\s*|(?<padded>0\\d)\\s+|(?<chinese>[${digits}]{1,3})[、.．](?![${digits}])\\s*)(?=\\S)`,
    ),
)

export function ownNumber(text: string): OwnNumber | undefined {
  if (!/^[(（\d一二三四五六七八九十]/.test(text)) return undefined
  const found = pattern().exec(text)
  const { latin, closed, padded, chinese } = found?.groups ?? {}
  const number = latin ?? closed ?? padded ?? chinese
  if (!found || number === undefined) return undefined
  const isChinese = !/\d/.test(number)
  const value = isChinese ? chineseValue(number) : Number(number)
  return { number, ...(value === undefined ? {} : { value }), isChinese, length: found[0].length }
}

/** `九` → 9, `十二` → 12, `二十` → 20, `二十一` → 21. */
function chineseValue(number: string): number | undefined {
  const parts = /^(?<tens>[一二三四五六七八九]?)(?<ten>十?)(?<ones>[一二三四五六七八九]?)$/.exec(number)?.groups
  if (!parts) return undefined
  const of = (digit: string | undefined): number => (digit ? digits.indexOf(digit) + 1 : 0)
  if (!parts['ten']) return parts['tens'] && parts['ones'] ? undefined : of(parts['tens']) + of(parts['ones'])
  return (of(parts['tens']) || 1) * 10 + of(parts['ones'])
}
