/** Text that stands higher or lower → the characters that Unicode has for it, where it has all of them. */

const level = '0123456789+-=()ni'
const high = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ'
const low = '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙᵢ'

export const raised = (text: string): string | undefined => written(text, high)
export const lowered = (text: string): string | undefined => written(text, low)

function written(text: string, signs: string): string | undefined {
  const found = [...text.replaceAll('−', '-')].map((character) => signs[level.indexOf(character)])
  return text !== '' && found.every((sign) => sign !== undefined) ? found.join('') : undefined
}
