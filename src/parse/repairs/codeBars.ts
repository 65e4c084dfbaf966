/** Bars in code that a table's row would be cut at, `` `a || b` `` → bars with a backslash, where the row has more cells than its head. */
import { cellsOf } from '../../model/cells.js'

export function guardCode(row: string, width: number): string {
  if (!row.includes('`') || cellsOf(row).length <= width) return row
  return row.replace(/(`+)(?!`)([^\n]{1,400}?[^`\n])\1(?!`)/g, (code) => code.replace(/(?<!\\)\|/g, '\\|'))
}
