/** Rows of a table without the right row of dashes under the first → rows that Markdown reads as a table. */
import { cellsOf } from '../../model/cells.js'
import type { Finding } from '../../model/finding.js'
import { indentOf, isBlank, type Line, type Repair } from '../lines.js'
import { endTable } from './belowTable.js'

/** Lines that are a table, as they will be, and how many lines of the notes they take. */
interface Table {
  readonly lines: readonly Line[]
  readonly taken: number
}

const dashes = /^:?-+:?$/
/** `---+---`, `--- ---`: how databases and plain text have it. */
const otherDashes = /^[+ \t:-]+$/
const startsOther = /^\s*(?:`{3}|~{3}|<)/
/** `|x| = |y|` is mathematics. */
const sign = /^[=<>≤≥≠]+$/

export const mendTables: Repair = (lines) => {
  const mended: Line[] = []
  const findings: Finding[] = []
  let index = 0
  while (index < lines.length) {
    const line = lines[index]
    if (line === undefined) break
    const table = line.text.includes('|') ? tableAt(lines, index, line) : undefined
    if (table !== undefined) {
      const last = lines[index + table.taken - 1]?.line ?? line.line
      findings.push({ code: 'table-mended', place: { line: line.line, endLine: last }, facts: { count: table.taken } })
      for (const one of table.lines) mended.push(one)
      index += table.taken
      endTable(lines, index, mended, findings)
    } else if (line.verbatim) {
      // Code, a comment or a table that is well-formed, to its end.
      for (; lines[index]?.verbatim; index++) mended.push(lines[index] ?? line)
    } else {
      mended.push(line)
      index++
    }
  }
  return { lines: mended, findings }
}

function tableAt(lines: readonly Line[], at: number, head: Line): Table | undefined {
  if (indentOf(head.text).columns > 3 || startsOther.test(head.text) || head.text.trimStart().startsWith('>'))
    return undefined
  return head.verbatim
    ? withWrongDashes(lines, at, head)
    : (withOtherDashes(lines, at, head) ?? withoutDashes(lines, at))
}

/** `|--` under `| a | b |`: as many columns as the head has, or as the rows have when those are more. */
function withWrongDashes(lines: readonly Line[], at: number, head: Line): Table | undefined {
  const written = cellsOf(lines[at + 1]?.text ?? '')
  if (!written.every((cell) => dashes.test(cell))) return undefined
  const rows = rowsFrom(lines, at + 2, (line) => line.verbatim === true && line.text.includes('|'))
  const own = widthOf(head)
  return own === written.length ? undefined : table(head, written, Math.max(own, usualWidth(rows)), rows)
}

const isOtherDashes = (text: string): boolean => otherDashes.test(text) && text.includes('--')

/** Dashes that are no heading's underline: cut into columns, or under a row that begins and ends with a bar. */
function withOtherDashes(lines: readonly Line[], at: number, head: Line): Table | undefined {
  const under = lines[at + 1]
  if (under === undefined || under.verbatim || !isOtherDashes(under.text) || widthOf(head) < 2) return undefined
  const rows = rowsFrom(lines, at + 2, (line) => !line.verbatim && widthOf(line) === widthOf(head))
  const columns = under.text
    .trim()
    .split(/[+\s]+/)
    .filter(Boolean)
  const isCut = columns.length === widthOf(head)
  return rows.length > 0 && (isCut || isClosedRow(head)) ? table(head, [], widthOf(head), rows) : undefined
}

/** Two rows or more that begin and end with a bar, the first two with as many cells. */
function withoutDashes(lines: readonly Line[], at: number): Table | undefined {
  const isRow = (line: Line | undefined): boolean => line?.text.trimStart().startsWith('|') === true
  // Looked at from its first row on, and once.
  if (isRow(lines[at - 1]) && !lines[at - 1]?.verbatim) return undefined
  const [head, ...rows] = rowsFrom(lines, at, isRow)
  const [second] = rows
  if (head === undefined || second === undefined || ![head, ...rows].every(isClosedRow)) return undefined
  if (widthOf(head) < 2 || widthOf(head) !== widthOf(second)) return undefined
  return table(head, [], Math.max(widthOf(head), usualWidth(rows)), rows, 0)
}

function isClosedRow(line: Line): boolean {
  const text = line.text.trim()
  if (line.verbatim || !/^\|(?!\|).*[^\\]\|$/.test(text)) return false
  const cells = cellsOf(text)
  return !cells.some((cell) => sign.test(cell)) && !cells.every((cell) => isBlank(cell) || dashes.test(cell))
}

function rowsFrom(lines: readonly Line[], from: number, belongs: (line: Line) => boolean): readonly Line[] {
  const rows: Line[] = []
  for (let index = from; index < lines.length; index++) {
    const line = lines[index]
    if (line === undefined || isBlank(line.text) || !belongs(line)) break
    rows.push(line)
  }
  return rows
}

const widthOf = ({ text }: Line): number => cellsOf(text).length

/** How many cells most rows have. */
function usualWidth(rows: readonly Line[]): number {
  const counts = new Map<number, number>()
  for (const row of rows) counts.set(widthOf(row), (counts.get(widthOf(row)) ?? 0) + 1)
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0]
}

/** @param dashed lines that the row of dashes takes in the notes */
function table(head: Line, written: readonly string[], width: number, rows: readonly Line[], dashed = 1): Table {
  const indent = ' '.repeat(indentOf(head.text).columns)
  const row = (cells: readonly string[], empty: string): string =>
    `${indent}| ${Array.from({ length: width }, (_, column) => cells[column] ?? empty).join(' | ')} |`
  const first = widthOf(head) === width ? head.text : row(cellsOf(head.text), '')
  const under = row(written, '---')
  return {
    lines: [
      { ...head, text: first, verbatim: true },
      { text: under, line: head.line + dashed, verbatim: true },
      ...rows.map((line): Line => ({ ...line, verbatim: true })),
    ],
    taken: rows.length + 1 + dashed,
  }
}
