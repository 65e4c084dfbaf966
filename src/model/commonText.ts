/**
 * Text → whether ASCII, Chinese and their marks are all it is made of, as most text is. Patterns that spell out these few ranges
 * do for it: one with Unicode's classes (`\p{L}`) takes V8 a millisecond to make ready.
 */
import { once } from './once.js'

/** Marks between the letters are none of Unicode's letters, numbers and accents; nor are characters of private use, the last ones. */
const common =
  /^[\0-\x7f\xa0\xb7\u2010-\u2027\u3000-\u3003\u3008-\u3011\u3014-\u301f\u4e00-\u9fff\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\ue000-\uf8ff\udb80-\udfff]*$/

export const isCommon = (text: string): boolean => common.test(text)

const unusual = { one: once(() => /[\p{L}\p{N}]/u), runs: once(() => /[\p{L}\p{N}]+/gu) }

/** Whether a letter or digit of any script is in it. */
export const hasWord = (text: string): boolean =>
  /[A-Za-z\d\u4e00-\u9fff]/.test(text) || (!isCommon(text) && unusual.one().test(text))

/** Runs of letters and digits. */
export const wordsOf = (text: string): readonly string[] =>
  text.match(isCommon(text) ? /[A-Za-z\d\u4e00-\u9fff]+/g : unusual.runs()) ?? []
