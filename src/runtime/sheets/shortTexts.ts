/** Texts that will stand in two columns → the same, where paragraphs and items of a few lines stay whole: a last word alone on top of a column looks lost. */
import { lineHeightOf } from '../fit/measure.js'

/** Lines: what is longer may go on in the next column, with two lines on either side. */
const FEW = 3.5
/** What holds nothing but words. */
const wordy = ':is(p, li, dt):not(:has(p, ul, ol, pre, table, blockquote, img))'

/**
 * Reads all of them first, then writes.
 *
 * @param texts in one column as wide as each of the two
 */
export function keepShortWhole(texts: readonly HTMLElement[]): void {
  const short = texts.flatMap((text) => {
    const most = lineHeightOf(text) * FEW
    return [...text.querySelectorAll<HTMLElement>(wordy)].filter(({ offsetHeight }) => offsetHeight < most)
  })
  for (const each of short) each.classList.add('whole')
}
