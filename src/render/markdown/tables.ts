/** A table → a table that also reads as one in a plain text editor: columns aligned, a Chinese character counted as two. */
import type { Inline, Table } from '../../model/notes.js'
import { displayWidth } from '../../model/text.js'
import { writeInlines } from './inlines.js'

/** Cells longer than this stick out: nobody reads lines padded to the longest sentence. */
const widest = 48

export function writeTable({ align, head, rows }: Table): readonly string[] {
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

const writeCell = (inlines: readonly Inline[]): string => writeInlines(inlines, false).replaceAll('|', '\\|')

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
