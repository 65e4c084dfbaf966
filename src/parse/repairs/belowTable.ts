/** The line right below a table → text of its own, where Markdown would take it for one more row. */
import type { Finding } from '../../model/finding.js'
import { isBlank, type Line, quoteOf } from '../lines.js'

/** Blocks that end a table by themselves. */
const startsBlock = /^\s*(?:[-*+]\s|\d{1,9}[.)]\s|#{1,6}\s|>|`{3}|~{3}|<)/

/**
 * A conclusion is often written right below its table. It is a row where it holds a bar, or a line after it does.
 *
 * @param lines of the notes
 * @param below index of the first line that is no row
 * @param mended ends with the table; gets an empty line, of its quote where it stands in one, if one is needed, and `findings` what was done
 */
export function endTable(lines: readonly Line[], below: number, mended: Line[], findings: Finding[]): void {
  const line = lines[below]
  const quote = quoteOf(mended.at(-1)?.text ?? '')
  const said = (text = ''): string => (text.startsWith(quote) ? text.slice(quote.length) : '')
  if (line === undefined || isBlank(said(line.text)) || startsBlock.test(said(line.text))) return
  for (let index = below; index < lines.length && !isBlank(said(lines[index]?.text)); index++) {
    if (lines[index]?.text.includes('|')) return
  }
  mended.push({ text: quote, line: line.line })
  // What closes a block says nothing.
  if (!/^\s*:{3,}\s*$/.test(said(line.text)))
    findings.push({ code: 'table-ended', place: { line: line.line }, facts: {} })
}
