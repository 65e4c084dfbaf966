/** Pieces of sentences that several messages are made of. */
import { displayWidth } from '../model/text.js'

/** Notes may hold line ends and escape sequences for the terminal; a line of ours holds neither. */
export const oneLine = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\uFFFD')
    .trim()

/** `1 slide`, `2 slides`. */
export const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

/** Slides as planned: on screen, those that are too full are continued, and there may be more. */
export const plannedSlides = (count: number): string => `at least ${counted(count, 'slide')}`

/** A text that takes at most so many columns, an ellipsis included. */
export function shortened(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text
  let kept = ''
  let width = 0
  for (const character of text) {
    width += displayWidth(character)
    if (width > columns - 1) break
    kept += character
  }
  return `${kept.trimEnd()}…`
}
