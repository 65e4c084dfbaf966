/** Characters → the script they belong to, as far as reading notes needs to know; plain ranges, as they start fastest. */

export const isHan = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x2e80) return false
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    code <= 0x2fdf ||
    code === 0x3005 ||
    code === 0x3007 ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0x20000 && code <= 0x323af)
  )
}

const isKana = (character: string): boolean => /[\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f]/.test(character)

/** Chinese or Japanese letters: scripts that put no space between words. */
export const isCjk = (character: string): boolean => isHan(character) || isKana(character)

const fullWidthMark =
  /[\u3000-\u3004\u3006\u3008-\u3020\u3030\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\u2018\u2019\u201c\u201d\u2014\u2026]/
/** Marks that close a phrase and carry their own space. */
const closingMark = /[\u3001\u3002\uff01-\uff0f\uff1a-\uff1f]/

/** What stands for a line end between two pieces of prose: nothing between Chinese characters, else a space. */
export const glue = (before: string, after: string): '' | ' ' => {
  const left = [...before.slice(-2)].at(-1) ?? ''
  const right = [...after.slice(0, 2)][0] ?? ''
  if (left === '' || right === '' || /\s/.test(left) || /\s/.test(right) || closingMark.test(left)) return ''
  const isWide = (character: string): boolean => isCjk(character) || fullWidthMark.test(character)
  return isWide(left) && isWide(right) ? '' : ' '
}
