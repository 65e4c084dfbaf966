/** An ordered list → the room its widest number takes before the text, in ems: absent where no more than bullets have. */
import type { List } from '../model/notes.js'
import { displayWidth } from '../model/text.js'
import { numberText } from './numberText.js'

/** Before the text of every list, in each look: so numbers and bullets share their text's edge. */
const always = 1.45
/** Lists whose numbers are nearly as wide share an edge as well. */
const STEP = 0.5

export function numberRoom({ ordered, items, numbers }: List): number | undefined {
  if (!ordered) return undefined
  const widths = items.map(({ number = 1 }) => widthOf(numberText(number, numbers)))
  const widest = widths.reduce((one, other) => Math.max(one, other), 0)
  return widest > always ? Math.ceil(widest / STEP) * STEP : undefined
}

/** Of bold type, rather too much than too little. */
const widthOf = (text: string): number =>
  Array.from(text, (character) => {
    if (/[\s.()ijlI]/.test(character)) return 0.36
    return displayWidth(character) > 1 ? 1 : 0.64
  }).reduce((one, other) => one + other, 0)
