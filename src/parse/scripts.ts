/** Characters → the script they belong to, as far as reading notes needs to know. */

const han = '\\p{Script=Han}\\u3007'
const kana = '\\p{Script=Hiragana}\\p{Script=Katakana}\\u30fc'
const fullWidthPunctuation = '\\u3000-\\u3004\\u3006\\u3008-\\u3020\\u3030\\uff01-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uff65\\u2018\\u2019\\u201c\\u201d\\u2014\\u2026'

export const hanPattern = new RegExp(`[${han}]`, 'u')
const unspaced = new RegExp(`[${han}${kana}]`, 'u')
const punctuation = new RegExp(`[${fullWidthPunctuation}]`, 'u')

/** Chinese or Japanese letters: scripts that put no space between words. */
export const isCjk = (character: string): boolean => unspaced.test(character)

const lastCharacter = (text: string): string => /.$/su.exec(text.slice(-2))?.[0] ?? ''
const firstCharacter = (text: string): string => /^./su.exec(text.slice(0, 2))?.[0] ?? ''

/** What stands for a line end between two pieces of prose: nothing between Chinese characters, else a space. */
export const glue = (before: string, after: string): '' | ' ' => {
  const left = lastCharacter(before)
  const right = firstCharacter(after)
  if (left === '' || right === '' || /\s/.test(left) || /\s/.test(right)) return ''
  const leftWide = isCjk(left) || punctuation.test(left)
  const rightWide = isCjk(right) || punctuation.test(right)
  if (leftWide && rightWide) return ''
  const closesWide = /[\u3001\u3002\uff01-\uff0f\uff1a-\uff1f]/.test(left)
  return closesWide ? '' : ' '
}
