/**
 * A script of East Asia → the characters that its texts are nearly all made of, for fonts to write new text with.
 *
 * The national standards had to choose them, and put them first; every system knows these standards as encodings.
 */
import { fromCodes } from '../../model/lists.js'

/** Rows of an encoding's table of two-byte characters. */
export interface Rows {
  readonly encoding: string
  readonly first: number
  readonly last: number
  readonly columns: readonly (readonly [from: number, to: number])[]
}

const WIDE = [[0xa1, 0xfe]] as const
const ROWS: Readonly<Record<string, Rows>> = {
  // GB 2312, first level: 3,755 characters.
  Hans: { encoding: 'gb18030', first: 0xb0, last: 0xd7, columns: WIDE },
  // Big5, first level: 5,401.
  Hant: { encoding: 'big5', first: 0xa4, last: 0xc6, columns: [[0x40, 0x7e], ...WIDE] },
  // JIS X 0208, kana and first level: 2,965.
  Jpan: { encoding: 'euc-jp', first: 0xb0, last: 0xcf, columns: WIDE },
}

/** Their punctuation, kana, and the wide forms of Latin letters. */
const SIGNS = ['—‘’“”…·', rangeOf([0x3000, 0x301f]), rangeOf([0xff01, 0xff5e])].join('')
const KANA = rangeOf([0x3041, 0x30ff])

/** @param lang BCP 47. A deck in another language names this and that in characters: nobody writes on in them. */
export function commonCharacters(lang: string): string {
  const script = scriptOf(lang)
  const rows = ROWS[script]
  if (rows === undefined) return SIGNS
  return SIGNS + (script === 'Jpan' ? KANA : '') + charactersIn(rows).replace(/\P{Script=Han}/gu, '')
}

export function charactersIn({ encoding, first, last, columns }: Rows): string {
  const bytes: number[] = []
  for (let row = first; row <= last; row++)
    for (const [from, to] of columns) for (let column = from; column <= to; column++) bytes.push(row, column)
  return new TextDecoder(encoding).decode(Uint8Array.from(bytes))
}

function scriptOf(lang: string): string {
  if (/^ja\b/i.test(lang)) return 'Jpan'
  if (!/^zh\b/i.test(lang)) return ''
  return /^zh-(?:hant|tw|hk|mo)\b/i.test(lang) ? 'Hant' : 'Hans'
}

export function rangeOf([first, last]: readonly [first: number, last: number]): string {
  return fromCodes(Array.from({ length: last - first + 1 }, (_, index) => first + index))
}
