/** A text as an encoding of East Asia reads some bytes → how much it looks like what people write, above or below nothing. */
import { commonness, type EastAsian } from './commonness.js'

/** Points for a character: of those that bytes become by chance, most are rare ones. */
const FIRST = 3
const SECOND = 1
const SIGN = 2
const RARE = -2
const NEVER = -4

export function rateEastAsian(text: string, script: EastAsian): number {
  const { first, second } = commonness(script)
  let points = 0
  for (const character of text) {
    if (character <= '\x7f') {
      if (/[\0-\x08\x0e-\x1f]/.test(character)) points += NEVER
      continue
    }
    if (first.has(character)) points += FIRST
    else if (isSign(character)) points += SIGN
    else if (isKana(character)) points += script === 'Jpan' ? kanaPoints(character) : 0
    else if (second.has(character)) points += SECOND
    else points += isNever(character) ? NEVER : RARE
  }
  return points
}

const isSign = (character: string): boolean =>
  /[\u3001-\u3003\u3008-\u3011\u3014-\u3017\uff01-\uff5e“”‘’—…·→①-⑩℃]/.test(character)
const isKana = (character: string): boolean => character >= '\u3041' && character <= '\u30ff'
const kanaPoints = (character: string): number => (character < '\u30a0' ? FIRST : SIGN)

/** Broken, private, a control, or of half width. */
const isNever = (character: string): boolean =>
  /[\ufffd\ue000-\uf8ff\u0080-\u009f\uff61-\uff9f]/.test(character) || character > '\u{effff}'
