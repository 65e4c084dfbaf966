/** Diagrams between colons, as Azure's wikis have them (`::: mermaid` … `:::`) → the same between backticks. */
import type { Line, Repair } from '../lines.js'

const opening = /^( {0,3}):{3,}[ \t]*\{?\.?(mermaid|dot|graphviz|plantuml)\}?[ \t]*$/i
const closing = /^ {0,3}:{3,}[ \t]*$/

/** What is never closed, or holds a fence, stays as it is. */
export const fenceDiagrams: Repair = (lines) => {
  if (!lines.some(({ text }) => opening.test(text))) return { lines, findings: [] }
  const mended: Line[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (line === undefined) break
    const [, indent = '', language] = line.verbatim ? [] : (opening.exec(line.text) ?? [])
    const end = language === undefined ? -1 : endOf(lines, at)
    if (end < 0) {
      mended.push(line)
      continue
    }
    for (; at <= end; at++) {
      const inside = lines[at]
      if (inside === undefined) break
      const isMark = inside === line || at === end
      const text = isMark ? `${indent}\`\`\`${inside === line ? language : ''}` : inside.text
      mended.push({ ...inside, text, verbatim: true })
    }
    at = end
  }
  return { lines: mended, findings: [] }
}

function endOf(lines: readonly Line[], start: number): number {
  for (let at = start + 1; at < lines.length; at++) {
    const line = lines[at]
    if (line === undefined || line.verbatim || opening.test(line.text)) return -1
    if (closing.test(line.text)) return at
  }
  return -1
}
