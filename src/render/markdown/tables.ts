/** A table → a table that also reads as one in a plain text editor: columns aligned, a Chinese character counted as two. */
import { cellStarts } from '../../model/grid.js'
import type { Block, Table, TableCell } from '../../model/notes.js'
import { displayWidth } from '../../model/text.js'
import type { Context } from './context.js'
import { writeInlines } from './inlines.js'

/** Cells longer than this stick out: nobody reads lines padded to the longest sentence. */
const widest = 48

export function writeTable(table: Table, context: Context): readonly string[] {
  const { align, head, headRows, rows } = table
  const isPlain = [head, ...rows].flat().every((cell) => !cell.blocks && !cell.columns && !cell.rows)
  if (!isPlain || headRows || head.length === 0) return writeHtmlTable(table, context)
  const cells = [head, ...rows].map((row) => row.map(writeCell))
  const widths = head.map((_, column) =>
    cells.reduce((most, row) => {
      const width = displayWidth(row[column] ?? '')
      return width > widest ? most : Math.max(most, width)
    }, 3),
  )
  const line = (row: readonly string[]): string => `| ${row.join(' | ')} |`
  const [first = '', ...others] = cells.map((row) =>
    line(widths.map((width, column) => pad(row[column] ?? '', width, align[column] ?? ''))),
  )
  return [first, line(widths.map((width, column) => rule(width, align[column] ?? ''))), ...others]
}

const writeCell = ({ inlines }: TableCell): string => writeInlines(inlines, false).replaceAll('|', '\\|')

/** Blank lines around what a cell says make it Markdown again. */
function writeHtmlTable({ align, head, headRows = 0, rows }: Table, context: Context): readonly string[] {
  const all = head.length > 0 ? [head, ...rows] : rows
  const heads = head.length > 0 ? headRows + 1 : 0
  const { starts } = cellStarts(all)
  const written = all.map((row, index) => {
    const tag = index < heads ? 'th' : 'td'
    const cells = row.flatMap((cell, at) => {
      const side = tag === 'td' ? (align[starts[index]?.[at] ?? 0] ?? '') : ''
      const values = { colspan: cell.columns, rowspan: cell.rows, align: side || undefined }
      const attributes = Object.entries(values).map(([name, value]) => (value ? ` ${name}="${value}"` : ''))
      const open = `<${tag}${attributes.join('')}>`
      const said = context.inner(cell.blocks ?? [asParagraph(cell)], 'item')
      return said.every((line) => line === '') ? [`${open}</${tag}>`] : [open, '', ...said, '', `</${tag}>`]
    })
    return ['<tr>', ...cells, '</tr>']
  })
  const part = (name: string, lines: readonly (readonly string[])[]): readonly string[] =>
    lines.length === 0 ? [] : [`<${name}>`, ...lines.flat(), `</${name}>`]
  return ['<table>', ...part('thead', written.slice(0, heads)), ...part('tbody', written.slice(heads)), '</table>']
}

const asParagraph = ({ inlines }: TableCell): Block => ({ kind: 'paragraph', inlines, lines: [1, 1] })

type Align = Table['align'][number]

const rule = (width: number, align: Align): string => {
  const left = align === 'left' || align === 'center' ? ':' : '-'
  const right = align === 'right' || align === 'center' ? ':' : '-'
  return `${left}${'-'.repeat(width - 2)}${right}`
}

function pad(text: string, width: number, align: Align): string {
  const room = Math.max(0, width - displayWidth(text))
  const before = align === 'right' ? room : align === 'center' ? Math.floor(room / 2) : 0
  return `${' '.repeat(before)}${text}${' '.repeat(room - before)}`
}
