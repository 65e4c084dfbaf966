/** Footnotes typed with a Chinese keyboard, `［^1］` and `[^1]：…` → those that Markdown reads. */
import type { Line, Repair } from '../lines.js'

const wideMark = /［(\^[^\s［］[\]]{1,40})］/g
const wideColon = /^( {0,3}\[\^[^\s[\]]{1,40}\])\s*：\s*/

export const narrowFootnotes: Repair = (lines) => ({
  lines: lines.map((line): Line => {
    if (line.verbatim || !line.text.includes('^')) return line
    const text = line.text.replace(wideMark, '[$1]').replace(wideColon, '$1: ')
    return text === line.text ? line : { ...line, text }
  }),
  findings: [],
})
