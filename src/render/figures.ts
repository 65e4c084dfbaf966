/**
 * A table → its columns of figures, which end together where the notes don't say how they stand. Telephone numbers and the
 * like, of ten digits or of groups that are no thousands, count nothing and are read from the left.
 */
import type { Table } from '../model/notes.js'
import { plainText } from '../model/text.js'

/** With a currency before it or a short unit behind it: `5,512` `−29 %` `12ms` `≈ 3 倍` `1.5 MB/s` `20 万+` `↑ 12%` `(3)`. */
const figure =
  /^[(（]?[-+−±<>≤≥~≈↑↓▲▼]?\s?[$€£¥]?(?!\d{10})\d(?:[\d.,]|[\u202f ](?=\d{3}(?!\d)))*[ \u00a0]?[\p{L}µ°%％/]{0,4}\s?[+＋↑↓▲▼]?[)）]?$/u
/** What stands where there is no figure. */
const nothing = /^(?:[-–—/]|n\/?a)?$/i

/** Not the first column: what names the rows is read from the left, be it a version or a year. */
export function figureColumns({ head, rows }: Table): ReadonlySet<number> {
  const holdsFigures = (column: number): boolean => {
    const texts = rows.map((row) => plainText(row[column] ?? []).trim()).filter((text) => !nothing.test(text))
    return texts.length > 1 && texts.every((text) => figure.test(text))
  }
  return new Set(head.map((_, column) => column).filter((column) => column > 0 && holdsFigures(column)))
}
