/** A text that the speaker noted → how it is to be set: as a paragraph, as code, or as a table. */
import { cellsOf } from './cells.js'

export type Remark =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }

const rule = /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$/

/** Line ends are kept in code, which ends in one, and between the rows of a table. */
export function readRemark(text: string): Remark {
  if (!text.includes('\n')) return { kind: 'text', text }
  const lines = text.trimEnd().split('\n')
  if (text.endsWith('\n') || !lines.every((line) => line.startsWith('|')))
    return { kind: 'code', text: lines.join('\n') }
  const rows = lines.filter((line) => !rule.test(line)).map(textsIn)
  const hasHead = rule.test(lines[1] ?? '')
  return { kind: 'table', head: hasHead ? (rows[0] ?? []) : [], rows: hasHead ? rows.slice(1) : rows }
}

const textsIn = (row: string): readonly string[] => cellsOf(row).map((cell) => cell.replaceAll('\\|', '|'))

/** The same as lines of text, for files that hold no more. */
export const linesOfRemark = (text: string): readonly string[] =>
  text
    .trimEnd()
    .split('\n')
    .filter((line, index) => index === 0 || !line.startsWith('|') || !rule.test(line))
