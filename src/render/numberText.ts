/** The number of an item, and how its list writes numbers → the text that stands before the item. */
import type { NumberStyle } from '../model/notes.js'
import { cjkDigits, romanNumerals } from '../parse/repairs/markers.js'

export function numberText(number: number, style: NumberStyle | undefined): string {
  switch (style) {
    case undefined:
    case 'decimal':
      return `${number}. `
    case 'cjk':
      return `${cjkNumber(number)}、`
    case 'closed':
      return `(${number}) `
    case 'closed-wide':
      return `（${number}）`
    case 'alpha':
      return `${String.fromCharCode(96 + number)}. `
    case 'upper-alpha':
      return `${String.fromCharCode(64 + number)}. `
    case 'roman':
    case 'upper-roman': {
      const digits = romanNumerals[number - 1] ?? ''
      return `${style === 'roman' ? digits : digits.toUpperCase()}. `
    }
    case 'circled':
      return `${String.fromCharCode(0x245f + number)} `
  }
}

/** 3 → 三, 12 → 十二, 21 → 二十一. */
function cjkNumber(number: number): string {
  const digit = (value: number): string => (value === 0 ? '' : (cjkDigits[value - 1] ?? ''))
  if (number <= 10) return digit(number)
  const tens = Math.floor(number / 10)
  return `${tens === 1 ? '' : digit(tens)}十${digit(number % 10)}`
}
