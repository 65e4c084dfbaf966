/** `**` at the start of a text that Markdown would show, as it is never closed or has a space inside → bold. */
import { isBlank, type Line, type Repair } from '../lines.js'

/** What may stand before the text of a line, then the opening mark. `***` is a rule, or more than bold. */
const opening = /^((?:\s|>|[-*+•·](?=\s)|#{1,6}|[（(]?\d{1,4}[.)）、])*)\*\*(?!\*)/u
const startsBlock = /^\s*(?:[-*+•·]\s|[（(]?\d{1,4}[.)）、]|#{1,6}|>|\||`{3}|~{3}|<)/u
const codeOrEscape = /\\.|(`+)(?!`).*?[^`]\1(?!`)/gu

export const mendEmphasis: Repair = (lines) => {
  const changed: number[] = []
  const mended = lines.map((line, index): Line => {
    const text = line.verbatim ? undefined : closed(line.text, lines, index)
    if (text === undefined) return line
    changed.push(line.line)
    return { ...line, text }
  })
  const [first] = changed
  if (first === undefined) return { lines, findings: [] }
  return {
    lines: mended,
    findings: [{ code: 'bold-mended', place: { line: first }, facts: { count: changed.length } }],
  }
}

/** @returns undefined where Markdown reads the line well */
function closed(text: string, lines: readonly Line[], index: number): string | undefined {
  const found = text.includes('**') ? opening.exec(text) : null
  if (found === null) return undefined
  const rest = text.slice(found[0].length)
  // Signs in code, and those that are escaped, close nothing; as long as it was, so that what is found stands where it is found.
  const [inside = '', ...later] = rest.replace(codeOrEscape, (run) => 'x'.repeat(run.length)).split('**')
  const bold = inside === '' ? '' : rest.slice(0, inside.length).trim()
  if (bold === '') return undefined
  // `** point` is how wikis nest their lists.
  if (later.length === 0 && (/^\s/.test(inside) || closesBelow(lines, index))) return undefined
  const isRead = later.length > 0 && bold.length === inside.length
  return isRead ? undefined : `${found[1]}**${bold}**${rest.slice(inside.length + 2)}`
}

/** Bold may go on over the lines of its paragraph. */
function closesBelow(lines: readonly Line[], from: number): boolean {
  for (const { text, verbatim } of lines.slice(from + 1)) {
    if (verbatim || isBlank(text) || startsBlock.test(text)) return false
    if (text.includes('**')) return true
  }
  return false
}
