/** Lines with as many tabs or commas each, as spreadsheets give them → the cells between these. */
import { displayWidth } from '../../model/text.js'
import { indentOf, isBlank, type Line } from '../lines.js'
import { readMarker } from '../repairs/markers.js'
import { looksLikeCode } from '../shapes.js'
import { cellOf, type DrawnTable } from './drawnTable.js'

const mostLines = 2000
/** Columns: more is a paragraph. */
const widestCell = 120

export function separatedAt(lines: readonly Line[], at: number): DrawnTable | undefined {
  const first = lines[at]
  if (first === undefined || !/[\t,]/.test(first.text) || !isBlankOrHead(lines[at - 1])) return undefined
  const rows: Line[] = []
  for (let index = at; index < Math.min(lines.length, at + mostLines); index++) {
    const line = lines[index]
    if (line === undefined || isBlank(line.text) || /^\s*#/.test(line.text)) break
    if (line.verbatim) return undefined
    rows.push(line)
  }
  const cells = first.text.includes('\t') ? byTabs(rows) : byCommas(rows)
  if (cells === undefined) return undefined
  const made = cells.map((texts, index) => texts.map((text) => cellOf(text, rows[index]?.line ?? 1)))
  const [head = [], ...body] = made
  const kind = first.text.includes('\t') ? 'tabs' : 'commas'
  return { kind, align: [], head: [head], rows: body, taken: rows.length }
}

const isBlankOrHead = (above: Line | undefined): boolean =>
  above === undefined ||
  isBlank(above.text) ||
  /^ {0,3}#{1,6}\s/.test(above.text) ||
  /^[^\t,]*[:：]\s*$/.test(above.text)

type Cells = readonly (readonly string[])[]

/** Two columns are common in prose: they take three rows. */
function byTabs(rows: readonly Line[]): Cells | undefined {
  if (rows.some(({ text }) => !isRow(text))) return undefined
  const cut = alike(rows.map(({ text }) => text.split('\t'))) ?? alike(rows.map(({ text }) => text.trim().split(/\t+/)))
  const width = cut?.[0]?.length ?? 0
  if (cut === undefined || width < 2 || rows.length < (width === 2 ? 3 : 2)) return undefined
  return areCells(cut) ? cut : undefined
}

const isRow = (text: string): boolean =>
  text.includes('\t') &&
  indentOf(text).length === 0 &&
  readMarker(text)?.needsNeighbour !== false &&
  !/^[>|]/.test(text)

/** Spreadsheets leave out what is empty at a row's end. */
function alike(rows: Cells): Cells | undefined {
  const width = rows[0]?.length ?? 0
  const filled = rows.map((row) => [...row, ...Array.from({ length: Math.max(0, width - row.length) }, () => '')])
  const isAlike = filled.every((row, index) => row.length === width && (rows[index]?.length ?? 0) >= Math.min(2, width))
  return isAlike ? filled.map((row) => row.map((cell) => cell.trim())) : undefined
}

/** Not a paragraph each, no program, and a name over most columns. */
const areCells = (rows: Cells): boolean => {
  const cells = rows.flat()
  const [head = []] = rows
  return (
    cells.every((cell) => displayWidth(cell.slice(0, 400)) <= widestCell) &&
    head.filter((cell) => cell !== '').length * 2 > head.length &&
    !head.some((cell) => /[.。！!;；{}]$/.test(cell)) &&
    rows.filter((row) => looksLikeCode(row.join(' '))).length * 3 < rows.length
  )
}

/** Prose has a space behind its commas, and lists of numbers are numbers with thousands. */
function byCommas(rows: readonly Line[]): Cells | undefined {
  if (rows.length < 3) return undefined
  const cut: string[][] = []
  for (const { text } of rows) {
    const cells = [...`${text.trim()},`.matchAll(/(?:"((?:[^"]|"")*)"|([^",]*)),/g)]
    if (cells.map(([whole]) => whole).join('') !== `${text.trim()},`) return undefined
    const texts = cells.map(([, inQuotes, bare = '']) => inQuotes?.replace(/""/g, '"') ?? bare)
    if (texts.length < 3 || texts.length !== (cut[0]?.length ?? texts.length)) return undefined
    if (texts.some((cell, index) => cells[index]?.[1] === undefined && /^\s/.test(cell))) return undefined
    cut.push(texts)
  }
  const isNumber = rows.some(({ text }) => /^\s*\d{1,3}(?:,\d{3})+\s*$/.test(text))
  const [head = []] = cut
  return isNumber || head.some((cell) => !/[\p{L}]/u.test(cell)) || !areCells(cut) ? undefined : cut
}
