/** Lines of a section → whether they are far too many to stand under one heading. */
import { displayWidth } from '../../model/text.js'
import { isBlank } from '../lines.js'

/** About four full slides. */
const mostLines = 45
const mostColumns = 2500

export const isTooLong = (lines: readonly string[]): boolean => {
  let count = 0
  let columns = 0
  for (const line of lines) {
    if (isBlank(line.slice(0, 200))) continue
    count++
    columns += displayWidth(line.slice(0, mostColumns))
    if (count > mostLines || columns > mostColumns) return true
  }
  return false
}
