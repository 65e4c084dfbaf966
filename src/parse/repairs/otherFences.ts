/** Diagrams between other signs than backticks (`::: mermaid` … `:::` of Azure's wikis, `<div class="mermaid">` of pages) → the same between backticks. */
import { pushAll } from '../../model/lists.js'
import type { Line, Repair } from '../lines.js'
import { withoutEntities } from '../plainReading.js'

interface Way {
  /** In each line that opens one. */
  readonly needs: string
  /** Indent, language, and what of the diagram stands on the same line. */
  readonly opening: RegExp
  /** Behind what is still the diagram's. */
  readonly closing: RegExp
  readonly isHtml: boolean
}

const ways: readonly Way[] = [
  {
    needs: ':::',
    opening: /^( {0,3}):{3,}[ \t]*\{?\.?(mermaid|dot|graphviz|plantuml)\}?[ \t]*()$/i,
    closing: /^ {0,3}:{3,}[ \t]*$/,
    isHtml: false,
  },
  {
    needs: '<',
    opening: /^( {0,3})<div\b(?=[^<>]*\bclass=["']?(?:[\w -]* )?(mermaid|graphviz)(?=[\s"'>]))[^<>]*>[ \t]*(.*)$/i,
    closing: /[ \t]*<\/div>[ \t]*$/i,
    isHtml: true,
  },
]

/** What is never closed, or holds a fence, stays as it is. */
export const fenceDiagrams: Repair = (lines) => {
  const found = ways.filter(({ needs, opening }) =>
    lines.some(({ text }) => text.includes(needs) && opening.test(text)),
  )
  if (found.length === 0) return { lines, findings: [] }
  const mended: Line[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (line === undefined) break
    const way = line.verbatim ? undefined : found.find(({ opening }) => opening.test(line.text))
    const end = way === undefined ? -1 : endOf(lines, at, way)
    if (way === undefined || end < 0) mended.push(line)
    else {
      pushAll(mended, fenced(lines.slice(at, end + 1), way))
      at = end
    }
  }
  return { lines: mended, findings: [] }
}

function endOf(lines: readonly Line[], start: number, { opening, closing }: Way): number {
  for (let at = start; at < lines.length; at++) {
    const line = lines[at]
    if (line === undefined || line.verbatim || (at > start && opening.test(line.text))) return -1
    const text = at === start ? (opening.exec(line.text)?.[3] ?? '') : line.text
    if (closing.test(text)) return at
  }
  return -1
}

function fenced(lines: readonly Line[], { opening, closing, isHtml }: Way): readonly Line[] {
  const [first, ...rest] = lines
  const [, indent = '', language = '', begun = ''] = opening.exec(first?.text ?? '') ?? []
  if (first === undefined) return []
  const last = lines.at(-1) ?? first
  const said = (line: Line, text: string): Line => ({ ...line, text, verbatim: true, isCode: true })
  const inside = [{ ...first, text: begun }, ...rest].flatMap((line, index, all): readonly Line[] => {
    const text = index === all.length - 1 ? line.text.replace(closing, '') : line.text
    const isMark = index === 0 || index === all.length - 1
    return isMark && text.trim() === '' ? [] : [said(line, isHtml ? withoutEntities(text) : text)]
  })
  return [said(first, `${indent}\`\`\`${language.toLowerCase()}`), ...inside, said(last, `${indent}\`\`\``)]
}
