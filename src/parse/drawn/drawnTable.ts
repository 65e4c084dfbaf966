/** A table that was drawn with signs → lines that Markdown reads as one: rows of bars, or HTML where cells hold more than a line. */
import { dedented, isBlank, type Line } from '../lines.js'
import { glue } from '../scripts.js'

export interface DrawnCell {
  readonly lines: readonly Line[]
  /** How many columns and rows it reaches over; absent for one. */
  readonly columns?: number
  readonly rows?: number
}

export type DrawnRow = readonly DrawnCell[]

export interface DrawnTable {
  /** What the one who drew it would call it: `grid`, `tabs`. */
  readonly kind: string
  readonly align: readonly ('left' | 'center' | 'right' | '')[]
  readonly head: readonly DrawnRow[]
  readonly rows: readonly DrawnRow[]
  /** Lines of the notes that it takes. */
  readonly taken: number
}

export const cellOf = (text: string, line: number): DrawnCell => ({ lines: [{ text, line }] })

/** Columns that nothing stands in are gone. */
export function asLines(table: DrawnTable): readonly Line[] {
  const rows = [...table.head, ...table.rows]
  const isPlain = table.head.length < 2 && rows.every((row) => row.every(isLine))
  return isPlain ? asBars(withoutEmpty(table)) : asHtml(table)
}

/** Points, code and paragraphs are more than a line. */
const startsBlock = /^(?:[-*+]\s|\d{1,3}[.)]\s|`{3}|~{3}|#{1,6}\s|>)/

const isLine = ({ lines, columns, rows }: DrawnCell): boolean => {
  const texts = lines.map(({ text }) => text.trim())
  const said = texts.filter((text) => text !== '')
  if (columns !== undefined || rows !== undefined || said.some((text) => startsBlock.test(text))) return false
  const first = texts.findIndex((text) => text !== '')
  return first < 0 || texts.slice(first, texts.findLastIndex((text) => text !== '') + 1).every((text) => text !== '')
}

function withoutEmpty(table: DrawnTable): DrawnTable {
  const all = [...table.head, ...table.rows]
  const width = all.reduce((most, row) => Math.max(most, row.length), 0)
  const isKept = Array.from({ length: width }, (_, column) => all.some((row) => textOf(row[column]) !== ''))
  if (!isKept.includes(false)) return table
  const kept = <Each>(row: readonly Each[]): readonly Each[] => row.filter((_, column) => isKept[column])
  return { ...table, align: kept(table.align), head: table.head.map(kept), rows: table.rows.map(kept) }
}

/** What its lines say in one. */
function textOf(cell: DrawnCell | undefined): string {
  let text = ''
  for (const line of cell?.lines ?? []) {
    const next = line.text.trim()
    if (next !== '') text += text === '' ? next : glue(text, next) + next
  }
  return text
}

const lineOf = (row: DrawnRow | undefined): number => row?.[0]?.lines[0]?.line ?? 1

function asBars({ align, head, rows }: DrawnTable): readonly Line[] {
  const width = [...head, ...rows].reduce((most, row) => Math.max(most, row.length), 0)
  const row = (cells: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_, column) => cells[column] ?? '').join(' | ')} |`
  const escaped = (cell: DrawnCell): string => textOf(cell).replace(/(?<!\\)\|/g, '\\|')
  const dashes = { left: ':--', center: ':-:', right: '--:', '': '---' }
  const first = lineOf(head[0] ?? rows[0])
  const marks = { verbatim: true, isRow: true } as const
  return [
    { text: row(head[0]?.map(escaped) ?? []), line: first, ...marks },
    { text: row(Array.from({ length: width }, (_, column) => dashes[align[column] ?? ''])), line: first, ...marks },
    ...rows.map((cells): Line => ({ text: row(cells.map(escaped)), line: lineOf(cells), ...marks })),
  ]
}

/** What stands in a cell is Markdown between lines of HTML. */
function asHtml({ align, head, rows }: DrawnTable): readonly Line[] {
  const lines: Line[] = []
  const put = (text: string, line: number): number => lines.push({ text, line })
  put('<table>', lineOf(head[0] ?? rows[0]))
  for (const [part, all] of [['thead', head] as const, ['tbody', rows] as const]) {
    if (all.length > 0) put(`<${part}>`, lineOf(all[0]))
    for (const row of all) {
      put('<tr>', lineOf(row))
      for (const [column, cell] of row.entries()) {
        const name = part === 'thead' ? 'th' : 'td'
        const first = cell.lines[0]?.line ?? lineOf(row)
        put(`<${name}${attributesOf(cell, align[column] ?? '')}>`, first)
        put('', first)
        const texts = dedented(cell.lines.map(({ text }) => text.trimEnd()))
        for (const [index, line] of cell.lines.entries()) put(texts[index] ?? '', line.line)
        const last = cell.lines.at(-1)?.line ?? first
        put('', last)
        put(`</${name}>`, last)
      }
      put('</tr>', lines.at(-1)?.line ?? lineOf(row))
    }
    if (all.length > 0) put(`</${part}>`, lines.at(-1)?.line ?? 1)
  }
  put('</table>', lines.at(-1)?.line ?? 1)
  return [...lines, { text: '', line: lines.at(-1)?.line ?? 1 }]
}

const attributesOf = ({ columns, rows }: DrawnCell, align: string): string =>
  [
    columns === undefined ? '' : ` colspan="${columns}"`,
    rows === undefined ? '' : ` rowspan="${rows}"`,
    align === '' ? '' : ` align="${align}"`,
  ].join('')

/** Whether a cell says nothing. */
export const isEmptyCell = ({ lines }: DrawnCell): boolean => lines.every(({ text }) => isBlank(text))
