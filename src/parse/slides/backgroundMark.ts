/** `![bg left:33% contain](a.jpg)`, Marp's way to put a picture behind the text or beside it → the background. */
import type { Background } from '../../model/notes.js'
import { backgroundOf } from './background.js'

export const imageMark = /!\[([^\]\n]{0,400})\]\(([^()\n]{0,600}(?:\([^()\n]{0,200}\)[^()\n]{0,600})?)\)/g
/** What is done to the colours of a picture. */
export const filters =
  /^(?:blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia)(?::[^\s]*)?$/
const placing = /^(?:bg|(?:left|right)(?::[\d.]+%)?|cover|contain|fit|auto|vertical|[\d.]+%|(?:w|h|width|height):\S+)$/

/** Nothing but what is to be done with it: `bg` may be a word of what it shows. */
export const saysBackground = (words: readonly string[]): boolean =>
  words[0] === 'bg' && words.every((each) => placing.test(each) || filters.test(each))

export function readBackground(picture: string, words: readonly string[]): readonly Background[] {
  const [, side, percent] = words.map((word) => /^(left|right)(?::([\d.]+)%)?$/.exec(word)).find(Boolean) ?? []
  const share = percent ? Math.min(0.9, Number(percent) / 100) : undefined
  const fit = words.find((word) => /^(?:cover|contain|fit|auto)$/.test(word))
  return backgroundOf({ picture, side, share, fit })
}
