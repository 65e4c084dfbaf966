/** Tables drawn in frames, by dashes, tabs or commas, as plain text has them → tables that Markdown reads; their captions without a mark. */
import type { Finding } from '../../model/finding.js'
import { isBlank, type Line, type Mended, type Repair } from '../lines.js'
import { barsAt } from './bars.js'
import { dashedAt } from './dashed.js'
import { asLines, type DrawnTable } from './drawnTable.js'
import { gridAt } from './grid.js'
import { separatedAt } from './separated.js'

type Reader = (lines: readonly Line[], at: number) => DrawnTable | undefined

/** Each with a sign that it has in its first line, or in the next one. */
const readers: readonly (readonly [sign: RegExp, read: Reader])[] = [
  [/^\s*[+┌╔┏╭╒╓]/, gridAt],
  [/^\s*\||[│┃║]/, barsAt],
  [/--|==/, dashedAt],
  [/[\t,]/, separatedAt],
]

export const readDrawnTables: Repair = (lines) => {
  const read = readTables(lines)
  return { lines: withoutCaptionMarks(read.lines), findings: read.findings }
}

function readTables(lines: readonly Line[]): Mended {
  const mended: Line[] = []
  const findings: Finding[] = []
  for (let index = 0; index < lines.length; ) {
    const line = lines[index]
    if (line === undefined) break
    const table = tableAt(lines, index)
    if (table === undefined) {
      mended.push(line)
      index++
      continue
    }
    // Its text above would be its first row.
    if (!isBlank(mended.at(-1)?.text ?? '')) mended.push({ text: '', line: line.line })
    for (const one of asLines(table)) mended.push(one)
    index += table.taken
    const last = lines[index - 1]?.line ?? line.line
    const facts = { kind: table.kind, count: table.taken }
    findings.push({ code: 'table-drawn', place: { line: line.line, endLine: last }, facts })
    if (!isBlank(lines[index]?.text ?? '')) mended.push({ text: '', line: last })
  }
  return { lines: mended, findings }
}

function tableAt(lines: readonly Line[], at: number): DrawnTable | undefined {
  const [line, next] = [lines[at], lines[at + 1]]
  if (line === undefined || line.verbatim || isBlank(line.text)) return undefined
  const near = next === undefined || next.verbatim ? line.text : `${line.text}\n${next.text}`
  for (const [sign, read] of readers) {
    const table = sign.test(near) ? read(lines, at) : undefined
    if (table !== undefined) return table
  }
  return undefined
}

export const captionMark = /^ {0,3}(?:Table|表)?[:：][ \t]+(?=\S)/

/** `Table: words`, `: words` right above or below a table. */
function withoutCaptionMarks(lines: readonly Line[]): readonly Line[] {
  const isTable = (at: number, step: 1 | -1): boolean => {
    const near = isBlank(lines[at + step]?.text ?? '') ? at + 2 * step : at + step
    const line = lines[near]
    return line?.isRow === true || (line !== undefined && /^<\/?table>$/.test(line.text))
  }
  return lines.map((line, at) =>
    !line.verbatim && captionMark.test(line.text) && (isTable(at, 1) || isTable(at, -1))
      ? { ...line, text: line.text.replace(captionMark, '') }
      : line,
  )
}
