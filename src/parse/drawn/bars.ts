/** Rows of bars as other tools have them (Org's `|---+---|`, Jira's `||head||`, ` a │ b ` of terminals) → their cells. */
import { cellsOf } from '../../model/cells.js'
import { isBlank, type Line } from '../lines.js'
import { cellOf, type DrawnRow, type DrawnTable } from './drawnTable.js'

const mostLines = 2000
const orgRule = /^\s*\|-+(?:\+-+)*(?:\||\+)?[ \t]*$/
const jiraHead = /^\s{0,3}\|\|[^|]+(?:\|\|[^|]+)+\|\|[ \t]*$/
const thinBar = /[│┃║]/
const thinRule = /^\s*[─━═-]+(?:[┼╪╋╂┿╫┬+][─━═-]+)+[ \t]*$/

export function barsAt(lines: readonly Line[], at: number): DrawnTable | undefined {
  const first = lines[at]?.text ?? ''
  if (/^\s*\|/.test(first)) return jiraHead.test(first) ? jira(lines, at) : org(lines, at)
  if (!thinBar.test(first) || !thinRule.test(lines[at + 1]?.text ?? '')) return undefined
  // What goes on from the line above was looked at with it.
  const goesOn = thinRule.test(lines[at - 1]?.text ?? '') && thinBar.test(lines[at - 2]?.text ?? '')
  return goesOn ? undefined : thin(lines, at)
}

function run(lines: readonly Line[], at: number, belongs: (text: string) => boolean): readonly Line[] {
  let end = at
  for (let line = lines[at]; line && end < at + mostLines && !line.verbatim && belongs(line.text); line = lines[end])
    end++
  return lines.slice(at, end)
}

const rowOf = (line: Line, text = line.text): DrawnRow => cellsOf(text).map((cell) => cellOf(cell, line.line))

/** A rule with a plus in it is nobody else's. */
function org(lines: readonly Line[], at: number): DrawnTable | undefined {
  if (/^\s*\|/.test(lines[at - 1]?.text ?? '')) return undefined
  const all = run(lines, at, (text) => /^\s*\|/.test(text))
  if (!all.some(({ text }) => orgRule.test(text) && text.includes('+'))) return undefined
  const isRule = all.map(({ text }) => orgRule.test(text))
  const first = isRule.indexOf(false)
  const under = first < 0 ? -1 : isRule.indexOf(true, first)
  const hasHead = under > 0 && isRule.indexOf(false, under) > 0
  // `| <l> | <c10> |` says how wide and where.
  const isSaid = (index: number): boolean =>
    !isRule[index] && !/^[\s|]*(?:<[lcr]?\d*>[\s|]*)+$/.test(all[index]?.text ?? '')
  const rows = all.flatMap((line, index) => (isSaid(index) ? [{ index, row: rowOf(line) }] : []))
  if (rows.length < 2 && !hasHead) return undefined
  const head = rows.filter(({ index }) => hasHead && index < under).map(({ row }) => row)
  const body = rows.filter(({ index }) => !hasHead || index > under).map(({ row }) => row)
  return { kind: 'org', align: [], head, rows: body, taken: all.length }
}

function jira(lines: readonly Line[], at: number): DrawnTable | undefined {
  const [head, ...rows] = run(lines, at, (text) => /^\s{0,3}\|/.test(text))
  if (head === undefined || rows.length === 0) return undefined
  const cells = rowOf(head, head.text.replaceAll('||', '|'))
  return { kind: 'Jira', align: [], head: [cells], rows: rows.map((row) => rowOf(row)), taken: rows.length + 1 }
}

function thin(lines: readonly Line[], at: number): DrawnTable | undefined {
  const all = run(lines, at, (text) => !isBlank(text) && (thinBar.test(text) || thinRule.test(text)))
  const rows = all
    .filter(({ text }) => !thinRule.test(text))
    .map((line) => rowOf(line, line.text.replace(/[│┃║]/g, '|')))
  const [head, ...body] = rows
  if (head === undefined || body.length === 0 || rows.some(({ length }) => length !== head.length)) return undefined
  return { kind: 'box', align: [], head: [head], rows: body, taken: all.length }
}
