/** `<![CDATA[…]]>` where Markdown would leave out all of it, or can't find its end → the lines without these marks: what they hold is text. */
import { headingLevel, type Line, type Repair } from '../lines.js'
import { withoutCode } from '../speaker/tags.js'

const opening = '<![CDATA['
const closing = ']]>'
/** What a line begins with before it says anything. */
const atStart = /^(?:[ \t>]|[-*+•][ \t]|\d{1,9}[.)][ \t])*$/

/** One that begins and ends within a line of text is read there (html/prefixed.ts). */
export const dropCdata: Repair = (lines) => {
  let isOpen = false
  const mended = lines.map((line): Line => {
    if (line.verbatim) return line
    if (headingLevel(line.text) > 0) isOpen = false
    let { text } = line
    if (isOpen && text.includes(closing)) {
      text = without(text, closing, text.indexOf(closing))
      isOpen = false
    }
    if (text.includes(opening)) {
      const last = withoutCode(text).lastIndexOf(opening)
      if (last >= 0 && !text.includes(closing, last)) {
        text = without(text, opening, last)
        isOpen = true
      }
      const first = text.indexOf(opening)
      if (first >= 0 && atStart.test(text.slice(0, first)))
        text = without(without(text, closing, text.indexOf(closing, first)), opening, first)
    }
    return text === line.text ? line : { ...line, text }
  })
  return { lines: mended, findings: [] }
}

const without = (text: string, mark: string, at: number): string => text.slice(0, at) + text.slice(at + mark.length)
