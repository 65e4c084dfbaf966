/**
 * reveal.js's speaker notes, `<aside class="notes">…</aside>` → HTML comments: kept for the speaker, never shown. Only those that
 * stand on lines of their own, as blank lines in them would end them for Markdown; others are read as the HTML they are (html.ts).
 */
import { isForSpeaker, readTag, withoutTags } from '../html.js'
import { headingLevel, type Line, type Repair } from '../lines.js'

const opening = /^ {0,3}<aside\b[^<>]{0,400}>/i
const closing = /<\/aside\s*>/i

export const hideAsides: Repair = (lines) => {
  const mended: Line[] = []
  const lastClose = lines.findLastIndex(({ text }) => closing.test(text))
  let index = 0
  while (index < lines.length) {
    const line = lines[index]
    if (line === undefined) break
    const tag = index <= lastClose && !line.verbatim ? opening.exec(line.text)?.[0] : undefined
    const read = readTag(tag?.trim() ?? '')
    const end = read !== undefined && isForSpeaker(read) ? endOf(lines, index) : undefined
    if (tag === undefined || end === undefined) {
      mended.push(line)
      index++
      continue
    }
    for (const one of asComment(lines.slice(index, end + 1), tag)) mended.push(one)
    index = end + 1
  }
  return { lines: mended, findings: [] }
}

/** One that a heading comes before was never closed: slides must not go with it. */
function endOf(lines: readonly Line[], from: number): number | undefined {
  for (let index = from; index < lines.length; index++) {
    const line = lines[index]
    if (line === undefined || (!line.verbatim && headingLevel(line.text) > 0)) return undefined
    if (closing.test(line.text)) return index
    if (index > from && opening.test(line.text)) return undefined
  }
  return undefined
}

/** What stands behind the end goes on below it. */
function asComment(lines: readonly Line[], tag: string): readonly Line[] {
  const last = lines.length - 1
  let behind = ''
  const said = lines.map((line, index): Line => {
    let text = index === 0 ? line.text.slice(tag.length) : line.text
    if (index === last) {
      const close = closing.exec(text)
      behind = text.slice((close?.index ?? 0) + (close?.[0].length ?? 0)).trim()
      text = text.slice(0, close?.index)
    }
    // A comment in a comment would end it, and so would an arrow, however long.
    const words = withoutComments(line.verbatim ? text : withoutTags(text)).replace(/(?<!-)-{2,}>/g, '->')
    const open = index === 0 ? `${/^ */.exec(tag)?.[0] ?? ''}<!-- ` : ''
    return { ...line, text: `${open}${words}${index === last ? ' -->' : ''}`, verbatim: true }
  })
  const line = lines.at(-1)?.line
  return behind === '' || line === undefined ? said : [...said, { text: behind, line }]
}

/** Looked for up to the last end of one: what opens behind it closes nowhere. */
function withoutComments(text: string): string {
  const end = text.lastIndexOf('-->')
  return end < 0 ? text : text.slice(0, end + 3).replace(/<!--(.*?)-->/g, '$1') + text.slice(end + 3)
}
