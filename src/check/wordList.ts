/** Text → its words: runs of letters and digits, and every Chinese or Japanese character by itself. */
import { isCommon } from '../model/commonText.js'
import { once } from '../model/once.js'

// Spelled out, as \p{Script=Han} and its like take milliseconds to compile.
const single =
  '\\u3005-\\u3007\\u3040-\\u30ff\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}'
// What is longer than any word is counted in pieces: the deck may have had to cut it.
const longest = 200
const word = once(() => new RegExp(`[${single}]|(?:(?![${single}])[\\p{L}\\p{N}\\p{M}]){1,${longest}}`, 'gu'))
const commonWord = new RegExp(`[\\u4e00-\\u9fff]|[A-Za-z\\d]{1,${longest}}`, 'g')

// Zero-width characters and soft hyphens inside a word, which reading drops.
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu

// 2¹⁰ is not 210, though Unicode takes them for the same.
const raised = /[²³¹⁰-₟]+/g

export const wordsIn = (text: string): readonly string[] => {
  const said = text.replace(raised, ' $& ').normalize('NFKC').replace(invisible, '')
  return said.match(isCommon(said) ? commonWord : word()) ?? []
}

export const countWords = (text: string): number => wordsIn(text).length
