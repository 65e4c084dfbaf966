/** Bytes of a text file → its text, and what encoding it was read in: the one that is named, or the one that the bytes show. */
import { guessEncoding } from './guess.js'
import { mixed } from './mixed.js'
import { textIn } from './textIn.js'
import { looksWide, markedText, unmarkedText } from './wide.js'

export interface Decoded {
  /** Without its mark of byte order; bytes that mean nothing are U+FFFD. */
  readonly text: string
  /** As TextDecoder calls it; of lines in two, that of those which are not UTF-8. */
  readonly encoding: string
  /** Nobody named it, no mark says so, and it is not plain UTF-8. */
  readonly isGuess: boolean
}

/**
 * @param named as the user calls it; a mark of byte order is surer than that
 * @returns nothing when nobody named the encoding and the bytes don't show it
 */
export function decode(bytes: Uint8Array, named = ''): Decoded | undefined {
  const marked = markedText(bytes)
  if (marked) return { text: marked.text, encoding: marked.name, isGuess: false }
  if (named !== '') return { text: textIn(bytes, named), encoding: named, isGuess: false }
  const wide = looksWide(bytes) ? unmarkedText(bytes) : undefined
  if (wide) return { text: wide.text, encoding: wide.name, isGuess: true }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // Japanese mail: ASCII to the eye, in which an escape says that characters follow.
    if (!/\x1b[$(][@BJ]/.test(text)) return { text, encoding: 'utf-8', isGuess: false }
    return { text: new TextDecoder('iso-2022-jp').decode(bytes), encoding: 'iso-2022-jp', isGuess: true }
  } catch {
    // A mark that an editor put in front of what it could not read says nothing.
    return guessed(isMark(bytes) ? bytes.subarray(3) : bytes)
  }
}

const isMark = ([one, two, three]: Uint8Array): boolean => one === 0xef && two === 0xbb && three === 0xbf

/** UTF-8 with a few broken places stays UTF-8, also where one stray byte is all there is beside ASCII. */
function guessed(bytes: Uint8Array): Decoded | undefined {
  const asUtf8 = new TextDecoder('utf-8').decode(bytes)
  const broken = asUtf8.split('\ufffd').length - 1
  const sound = asUtf8.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0
  const utf8: Decoded = { text: asUtf8, encoding: 'utf-8', isGuess: true }
  const both = mixed(bytes)
  if (both) return { text: both.text, encoding: both.other, isGuess: true }
  if (sound > broken * 2) return utf8
  const wide = unmarkedText(bytes)
  if (wide) return { text: wide.text, encoding: wide.name, isGuess: true }
  const encoding = guessEncoding(bytes)
  if (encoding !== undefined) return { text: textIn(bytes, encoding), encoding, isGuess: true }
  return broken <= 3 && broken * 200 < bytes.length ? utf8 : undefined
}
