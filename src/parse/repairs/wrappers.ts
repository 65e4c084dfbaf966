/** Lines that hold nothing but HTML wrappers (`<div align="center">`, `</details>`) → blank ones, so that what they wrap is Markdown again. */
import type { Finding } from '../../model/finding.js'
import type { Line, Repair } from '../lines.js'

const wrappersOnly =
  /^[ \t]*(?:<\/?(?:div|center|details|section|article|main|header|footer|span|font|p)(?:\s[^<>]*)?>[ \t]*)+$/i

export const dropWrappers: Repair = (lines) => {
  let count = 0
  let first: { line: number; tag: string } | undefined
  const mended = lines.map((line): Line => {
    if (line.verbatim || !line.text.includes('<') || !wrappersOnly.test(line.text)) return line
    const tags = line.text.match(/<\/?([a-z]+)/gi) ?? []
    count += tags.length
    first ??= { line: line.line, tag: tags[0]?.replace(/[</]/g, '').toLowerCase() ?? '' }
    return { ...line, text: '' }
  })
  const findings: readonly Finding[] =
    first === undefined ? [] : [{ code: 'html-dropped', place: { line: first.line }, facts: { tag: first.tag, count } }]
  return { lines: mended, findings }
}
