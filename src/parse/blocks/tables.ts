/** Tokens of a table → its cells; cells beyond the last column go on in it, so that no word is lost. */
import { cellsOf } from '../../model/cells.js'
import type { Block, Lines, Table, TableCell } from '../../model/notes.js'
import type { Token } from '../markdown.js'

interface TableContext {
  readonly lines: Lines
  readonly cell: (text: string) => TableCell
  /** A line as Markdown was given it. */
  readonly raw: (index: number) => string
}

export const readTable = (tokens: readonly Token[], { lines, cell, raw }: TableContext): Table => {
  const align: Table['align'][number][] = []
  const rows: TableCell[][] = []
  let row: TableCell[] = []
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
      if (more !== '') row.push(joined(row.pop(), cell(more), lines))
      rows.push(row)
    }
  }
  const [head = [], ...body] = rows
  // Markdown has no table without a head: an empty one is none.
  return { kind: 'table', align, head: head.every(isEmpty) ? [] : head, rows: body, lines }
}

const isEmpty = ({ inlines, blocks }: TableCell): boolean => inlines.length === 0 && blocks === undefined

/** What stands in two cells, in one. */
function joined(one: TableCell | undefined, other: TableCell, lines: Lines): TableCell {
  if (one?.blocks || other.blocks) return { inlines: [], blocks: [...blocksOf(one, lines), ...blocksOf(other, lines)] }
  return { inlines: [...(one?.inlines ?? []), { kind: 'text', text: ' ' }, ...other.inlines] }
}

const blocksOf = (cell: TableCell | undefined, lines: Lines): readonly Block[] =>
  cell?.blocks ?? (cell?.inlines.length ? [{ kind: 'paragraph', inlines: cell.inlines, lines }] : [])

const alignment = (style: string): Table['align'][number] => {
  const value = /text-align:(left|center|right)/.exec(style)?.[1]
  return value === 'left' || value === 'center' || value === 'right' ? value : ''
}
