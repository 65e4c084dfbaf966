/** The beginning of a line → the list marker it stands for, whichever way people write one. */
import { isCommon } from '../../model/commonText.js'
import type { NumberStyle } from '../../model/notes.js'
import { isRule } from '../lines.js'
import { isHan } from '../scripts.js'

export interface Marker {
  /** Items with the same key at the same place are siblings: the glyph, or `n` and what follows the number. */
  readonly key: string
  /** As written: `1）`, `▫`. */
  readonly written: string
  /** CommonMark reads it as it is. */
  readonly standard: boolean
  readonly number?: number
  readonly style?: NumberStyle
  /** Only a marker when a neighbouring line has the same kind. */
  readonly needsNeighbour: boolean
  /** Characters of marker and following space. */
  readonly length: number
  readonly rest: string
}

/** 1 to 20; nobody's list goes on beyond. */
export const romanNumerals = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' ')
export const cjkDigits = '一二三四五六七八九十'
const circledFirsts: readonly (readonly [first: number, last: number, number: number])[] = [
  [0x2460, 0x2473, 1],
  [0x2474, 0x2487, 1],
  [0x3251, 0x325f, 21],
  [0x32b1, 0x32bf, 36],
  [0x2776, 0x277f, 1],
  [0x2780, 0x2789, 1],
  [0x278a, 0x2793, 1],
]

/** Half or full width, as Chinese keyboards give them. */
const digit = '[\\d０-９]'
const gap = '[ \\t\\u00a0\\u3000]*'
const standardBullet = /^[-*+](?:[ \t]+(?=\S)|[ \t]*$)/
const standardNumber = /^(\d{1,9})([.)])(?:[ \t]+(?=\S)|[ \t]*$)/
const glyph = new RegExp(`^([·・•●◦○▪▫■□◆◇▶►▸❖➢➤‣⁃∙－])${gap}(?=\\S)`, 'u')
const dash = /^([–−])[ \t\u00a0\u3000]+(?=\S)/u
const glued = /^([-*])(?=[^\s\-*\d>=|])(?![A-Za-z](?:[\s=]|$))/
const closedNumber = new RegExp(`^(?:(${digit}{1,3})([）)])|[（(](${digit}{1,2})[）)])${gap}(?=\\S)`, 'u')
const listComma = new RegExp(`^(${digit}{1,3})([、．])${gap}(?=\\S)`, 'u')
const gluedDot = /^(\d{1,2})\.(?=[^\s\d])/u
const circled = new RegExp(`^([①-⑳⑴-⒇❶-❿➀-➓㉑-㉟㊱-㊿])[.、]?${gap}(?=\\S)`, 'u')
const cjkNumber = new RegExp(`^(?:([${cjkDigits}]{1,3})([、．.）)])|[（(]([${cjkDigits}]{1,3})[）)])${gap}(?=\\S)`, 'u')
const letter = /^([a-h])([.)）、])[ \t\u3000]*(?=\S)/u
const capital = /^([A-H])([.)])[ \t\u3000]+(?=\S)/
const roman = /^([ivx]{1,5}|[IVX]{1,5})([.)])[ \t\u3000]+(?=\S)/
/** Of Pandoc, which counts by itself. */
const automatic = /^#\.[ \t]+(?=\S)/

/** Reads the marker of a line whose indent is already off. */
export const readMarker = (text: string): Marker | undefined => {
  const head = text.slice(0, 40)
  const first = head[0]
  if (first === undefined || isRule(text)) return undefined
  const bullet = standardBullet.exec(head)
  if (bullet !== null) return marker(text, bullet[0], { key: first, standard: true })
  const number = standardNumber.exec(head)
  if (number !== null) {
    return marker(text, number[0], { key: `n${number[2] ?? ''}`, standard: true, number: Number(number[1]) })
  }
  return oddBullet(text, head) ?? oddNumber(text, head)
}

const oddBullet = (text: string, head: string): Marker | undefined => {
  const found = glyph.exec(head) ?? dash.exec(head)
  if (found !== null) return marker(text, found[0], { key: found[1] ?? '' })
  const tight = glued.exec(head)
  if (tight === null) return undefined
  const sign = tight[1] ?? '-'
  // `*emphasis*` and `**strong**` begin like a glued bullet.
  if (sign === '*' && text.indexOf('*', 1) > 0) return undefined
  return marker(text, tight[0], { key: sign, needsNeighbour: true })
}

const oddNumber = (text: string, head: string): Marker | undefined => {
  const closed = closedNumber.exec(head)
  if (closed !== null) {
    if (closed[3] !== undefined) {
      const style = text.startsWith('（') ? 'closed-wide' : 'closed'
      return marker(text, closed[0], { key: '(n)', number: numberOf(closed[3]), style })
    }
    return marker(text, closed[0], { key: 'n)', number: numberOf(closed[1]), style: 'decimal' })
  }
  const comma = listComma.exec(head)
  if (comma !== null) {
    const needsNeighbour = /\d/.test(text[comma[0].length] ?? '')
    const key = comma[2] === '、' ? 'n、' : 'n.'
    return marker(text, comma[0], { key, number: numberOf(comma[1]), style: 'decimal', needsNeighbour })
  }
  const dot = gluedDot.exec(head)
  if (dot !== null) {
    const next = text[dot[0].length] ?? ''
    const needsNeighbour = !isHan(next)
    const isNext = /["“「《(（*`[A-Za-z]/.test(next) || (!isCommon(next) && /\p{L}/u.test(next))
    if (!needsNeighbour || isNext) {
      return marker(text, dot[0], { key: 'n.', number: Number(dot[1]), style: 'decimal', needsNeighbour })
    }
    return undefined
  }
  const circle = circled.exec(head)
  if (circle !== null) {
    return marker(text, circle[0], { key: '①', number: circledNumber(circle[1] ?? ''), style: 'circled' })
  }
  const cjk = cjkNumber.exec(head)
  if (cjk !== null) {
    const key = cjk[3] === undefined ? `一${cjk[2] ?? ''}` : '(一)'
    return marker(text, cjk[0], { key, number: cjkValue(cjk[1] ?? cjk[3] ?? ''), style: 'cjk' })
  }
  const counting = automatic.exec(head)
  if (counting !== null) return marker(text, counting[0], { key: '#.', number: 1, style: 'decimal' })
  return lettered(text, head)
}

/** What may be the first letter of a name as well. */
const lettered = (text: string, head: string): Marker | undefined => {
  const alpha = letter.exec(head) ?? capital.exec(head)
  if (alpha !== null) {
    const first = alpha[1] ?? 'a'
    const [style, before] = first < 'a' ? (['upper-alpha', 64] as const) : (['alpha', 96] as const)
    const said = { key: `${style}${alpha[2] ?? ''}`, number: first.charCodeAt(0) - before, style, needsNeighbour: true }
    return marker(text, alpha[0], said)
  }
  const [whole, digits = '', closer = ''] = roman.exec(head) ?? []
  const number = romanNumerals.indexOf(digits.toLowerCase()) + 1
  if (whole === undefined || number === 0) return undefined
  const style = digits < 'a' ? 'upper-roman' : 'roman'
  return marker(text, whole, { key: `${style}${closer}`, number, style, needsNeighbour: true })
}

type Said = Pick<Marker, 'key'> & Partial<Pick<Marker, 'standard' | 'number' | 'style' | 'needsNeighbour'>>

const marker = (text: string, found: string, said: Said): Marker => ({
  standard: false,
  needsNeighbour: false,
  ...said,
  written: found.trim(),
  length: found.length,
  rest: text.slice(found.length),
})

const numberOf = (digits = ''): number => Number(digits.normalize('NFKC'))

const circledNumber = (character: string): number => {
  const code = character.codePointAt(0) ?? 0
  for (const [first, last, number] of circledFirsts) if (code >= first && code <= last) return code - first + number
  return 1
}

/** 三 → 3, 十二 → 12, 二十一 → 21. */
export const cjkValue = (text: string): number => {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text]
  const digit = (character: string | undefined): number => (character ? cjkDigits.indexOf(character) + 1 : 0)
  return text.includes('十') ? (tens === '' ? 1 : digit(tens)) * 10 + digit(ones) : digit(ones?.[0])
}
