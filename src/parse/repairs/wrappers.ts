/** Lines that hold nothing but HTML wrappers (`<div align="center">`, `</details>`) → blank ones, so that what they wrap is Markdown again. */
import type { Finding } from '../../model/finding.js'
import { indentOf, isBlank, type Line, type Repair } from '../lines.js'

const wrappersOnly =
  /^[ \t]*(?:<\/?(?:div|center|details|section|article|main|header|footer|span|font|grid)(?:\s[^<>]*)?>[ \t]*)+$/i
/** It heads what follows, which is Markdown for whoever wrote it. */
const summary = /^[ \t]*(?:<details(?:\s[^<>]*)?>[ \t]*)?<summary(?:\s[^<>]*)?>.*<\/summary>[ \t]*$/i
const opensHtml = /^ {0,3}<\/?[a-z]/i

/** In other HTML, a table say, such lines are a part of it. */
export const dropWrappers: Repair = (lines) => {
  let count = 0
  let first: { line: number; tag: string } | undefined
  /** Columns that the wrapper stands at whose content this is: set in further, it would be code. */
  let margin: number | undefined
  let isInside = false
  const mended: Line[] = []
  for (const line of lines) {
    const { text } = line
    if (line.verbatim || isBlank(text)) {
      isInside = false
      margin = undefined
      mended.push(line)
    } else if (!isInside && text.includes('<') && wrappersOnly.test(text)) {
      const tags = text.match(/<\/?([a-z]+)/gi) ?? []
      count += tags.length
      first ??= { line: line.line, tag: tags[0]?.replace(/[</]/g, '').toLowerCase() ?? '' }
      margin ??= indentOf(text).columns
      mended.push({ ...line, text: '' })
    } else {
      const { length, columns } = indentOf(text)
      const isSetIn = margin !== undefined && columns > margin && text.charAt(length) === '<'
      const said = isSetIn ? { ...line, text: `${' '.repeat(margin ?? 0)}${text.slice(length)}` } : line
      mended.push(said)
      if (!isInside && summary.test(said.text)) mended.push({ text: '', line: line.line })
      else isInside ||= opensHtml.test(said.text)
    }
  }
  const findings: readonly Finding[] =
    first === undefined ? [] : [{ code: 'html-dropped', place: { line: first.line }, facts: { tag: first.tag, count } }]
  return { lines: mended, findings }
}
