/** Bars that are no cell's, and that a table's row would be cut at → bars with a backslash. */
import { cellsOf } from '../../model/cells.js'

/** `` `a || b` ``, where the row has more cells than its head. */
export function guardCode(row: string, width: number): string {
  if (!row.includes('`') || cellsOf(row).length <= width) return row
  return row.replace(/(`+)(?!`)([^\n]{1,400}?[^`\n])\1(?!`)/g, withBackslash)
}

/** `![words|50](a.png)` and `![[a.png|50x20]]`: a number in brackets that opened in another cell is nothing else. */
export function guardSizes(row: string): string {
  if (!row.includes('![')) return row
  return row.replace(
    /!\[[^[\]|\n]{0,400}\|\s{0,3}\d{1,4}(?:px|%)?(?:\s?x\s?\d{1,4})?\s{0,3}\](?=\()|!\[\[[^[\]|\n]{1,400}\|[^[\]|\n]{0,200}\]\]/gi,
    withBackslash,
  )
}

const withBackslash = (text: string): string => text.replace(/(?<!\\)\|/g, '\\|')
