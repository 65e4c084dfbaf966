/** `---` under a paragraph that is no title → a rule of its own, so that prose does not turn into one giant heading. */
import { displayWidth } from '../../model/text.js'
import { headingLevel, indentOf, isBlank, type Line, type Repair } from '../lines.js'

const widestTitle = 60

export const freeRules: Repair = (lines) => {
  const mended: Line[] = []
  lines.forEach((line, index) => {
    const above = lines[index - 1]
    if (!line.verbatim && above !== undefined && /^ {0,3}-{2,}[ \t]*$/.test(line.text) && !isTitle(lines, index - 1)) {
      mended.push({ text: '', line: line.line })
      // Two dashes alone are no rule yet.
      mended.push({ ...line, text: '---' })
    } else mended.push(line)
  })
  return { lines: mended, findings: [] }
}

/** One short line, no sentence, with nothing of its paragraph above it. Blank lines and headings need no help. */
export const isTitle = (lines: readonly Line[], at: number): boolean => {
  const text = lines[at]?.text ?? ''
  if (isBlank(text) || headingLevel(text) > 0 || lines[at]?.verbatim) return true
  const before = lines[at - 1]?.text ?? ''
  if (!isBlank(before) && headingLevel(before) === 0 && !lines[at - 1]?.verbatim && indentOf(text).columns < 4)
    return false
  return displayWidth(text.slice(0, 200)) <= widestTitle && !/[。.！!；;，,：:]["”’）)]?\s*$/.test(text)
}
