/**
 * A table → its columns of figures, which end together where the notes don't say how they stand. Telephone numbers and the
 * like, of ten digits or of groups that are no thousands, count nothing and are read from the left.
 */

import { cellStarts } from '../model/grid.js'
import type { Table } from '../model/notes.js'
import { once } from '../model/once.js'
import { cellText } from '../model/text.js'

/** With a currency before it or a short unit behind it: `5,512` `−29 %` `12ms` `≈ 3 倍` `1.5 MB/s` `20 万+` `↑ 12%` `(3)`. */
const figure = once(
  () =>
    /^[(（]?[-+−±<>≤≥~≈↑↓▲▼]?\s?[$€£¥]?(?!\d{10})\d(?:[\d.,]|[\u202f ](?=\d{3}(?!\d)))*[ \u00a0]?[\p{L}µ°%％/]{0,4}\s?[+＋↑↓▲▼]?[)）]?$/u,
)
/** What stands where there is no figure. */
const nothing = /^(?:[-–—/]|n\/?a)?$/i

/** Not the first column: what names the rows is read from the left, be it a version or a year. */
export function figureColumns({ align, rows, headRows = 0 }: Table): ReadonlySet<number> {
  const body = rows.slice(headRows)
  const { starts } = cellStarts(body)
  const texts: string[][] = align.map(() => [])
  body.forEach((row, index) => {
    row.forEach((cell, at) => {
      const text = cellText(cell).trim()
      if (!nothing.test(text)) texts[starts[index]?.[at] ?? 0]?.push(text)
    })
  })
  const holdsFigures = (said: readonly string[]): boolean =>
    said.length > 1 && said.every((text) => figure().test(text))
  return new Set(texts.flatMap((said, column) => (column > 0 && holdsFigures(said) ? [column] : [])))
}
