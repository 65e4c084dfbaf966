/** Tokens of a table → its cells; cells beyond the last column go on in it, so that no word is lost. */
import { cellsOf } from '../../model/cells.js'
import type { Inline, Lines, Table } from '../../model/notes.js'
import type { Token } from '../markdown.js'

interface TableContext {
  readonly lines: Lines
  readonly cell: (text: string) => readonly Inline[]
  /** A line as Markdown was given it. */
  readonly raw: (index: number) => string
}

export const readTable = (tokens: readonly Token[], { lines, cell, raw }: TableContext): Table => {
  const align: Table['align'][number][] = []
  const rows: (readonly Inline[])[][] = []
  let row: (readonly Inline[])[] = []
  let rowLine = -1
  for (const token of tokens) {
    if (token.type === 'tr_open') {
      row = []
      rowLine = token.map?.[0] ?? -1
    } else if (token.type === 'th_open') align.push(alignment(String(token.attrGet('style') ?? '')))
    else if (token.type === 'inline') row.push(cell(token.content))
    else if (token.type === 'tr_close') {
      const surplus = rowLine < 0 ? [] : cellsOf(raw(rowLine)).slice(row.length)
      const more = surplus.join(' ').trim()
      if (more !== '') row.push([...(row.pop() ?? []), { kind: 'text', text: ' ' }, ...cell(more)])
      rows.push(row)
    }
  }
  const [head = [], ...body] = rows
  return { kind: 'table', align, head, rows: body, lines }
}

const alignment = (style: string): Table['align'][number] => {
  const value = /text-align:(left|center|right)/.exec(style)?.[1]
  return value === 'left' || value === 'center' || value === 'right' ? value : ''
}
