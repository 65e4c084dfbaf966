/**
 * Texts that will stand in two columns → the same, where paragraphs and items of a few lines stay whole, and tables of a few rows:
 * a last word alone on top of a column looks lost, and so does a row without its head.
 */
import { lineHeightOf } from '../fit/measure.js'

/** Lines: what is longer may go on in the next column, with two lines on either side. */
const FEW = 3.5
/** What holds nothing but words. */
const wordy = ':is(p, li, dt):not(:has(p, ul, ol, pre, table, blockquote, img))'

/** Style sheets say what it does. */
const WHOLE = 'whole'

/**
 * Reads all of them first, then writes.
 *
 * @param texts in one column as wide as each of the two
 * @param tallest of the tables that stay whole, px
 */
export function keepShortWhole(texts: readonly HTMLElement[], tallest: number): void {
  const short = texts.flatMap((text) => {
    const most = lineHeightOf(text) * FEW
    const lower = (selector: string, height: number) =>
      [...text.querySelectorAll<HTMLElement>(selector)].filter(({ offsetHeight }) => offsetHeight < height)
    return [...lower(wordy, most), ...lower('table', tallest)]
  })
  for (const each of short) each.classList.add(WHOLE)
}

/** Where columns are low, a table would stick out of them, or leave one of them blank: what is taller is torn after all. */
export function tearTablesFrom(text: HTMLElement, tallest: number): void {
  const tall = [...text.querySelectorAll<HTMLElement>(`table.${WHOLE}`)].filter((table) => table.offsetHeight > tallest)
  for (const table of tall) table.classList.remove(WHOLE)
}
