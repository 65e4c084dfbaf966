/** Up to six lines that are a number each: the numbers are said large. */
import { bigNumber } from '../bigNumber.js'
import { isPlain } from '../title.js'
import { counterLength } from './counters.js'
import type { Line, ListRule, Pieces } from './pieces.js'

const mostNumbers = 6

export const numbers: ListRule = {
  name: 'numbers',
  read: (lines, { ordered }) => {
    if (ordered || lines.length === 0 || lines.length > mostNumbers) return undefined
    const read = lines.flatMap((line) => readNumber(line) ?? [])
    const isShown = read.length === lines.length && (read.length > 1 || read[0]?.strong)
    return isShown ? read.map(({ pieces }) => pieces) : undefined
  },
}

function readNumber({ inlines, text }: Line): { readonly strong: boolean; readonly pieces: Pieces } | undefined {
  const found = isPlain(inlines) ? bigNumber(text) : undefined
  if (!found) return undefined
  const { before, number, strong } = found
  const at = text.indexOf(number, text.indexOf(before) + before.length)
  const label: Pieces = [
    ['rest', before.replace(/\s*[:：]$/, '').length],
    ['between', at],
  ]
  const end = at + number.length
  const counted = end + counterLength(text.slice(end))
  return { strong, pieces: [...(before === '' ? [] : label), ['lead', end], ['unit', counted], ['rest', text.length]] }
}
