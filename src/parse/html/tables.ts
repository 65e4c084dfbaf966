/** `<table>` → a table of the model: spans kept, a list or code in a cell kept as blocks, boxes that only look like tables opened. */

import { cellStarts } from '../../model/grid.js'
import { pushAll } from '../../model/lists.js'
import type { Block, Inline, Table, TableCell } from '../../model/notes.js'
import type { Around, Place, ReadBlocks } from './around.js'
import { type HtmlElement, type HtmlNode, named } from './node.js'

type Row = readonly TableCell[]

/** Nobody has more columns than these; HTML allows a thousand. */
const widest = 60

export function readTable(table: HtmlElement, place: Place, around: Around, read: ReadBlocks): readonly Block[] {
  const parts = partsOf(table.children)
  const apart = parts.apart.length === 0 ? [] : read(parts.apart, place, around)
  const written = [...parts.head, ...parts.body]
  const [only, ...others] = written.flatMap(cellsIn)
  if (only && others.length === 0) return [...apart, ...read(only.children, place, around)]

  const lines = around.linesOf([table])
  const rows = written.map((row) => cellsIn(row).map((cell) => readCell(cell, around, read)))
  const headRows = Math.max(parts.head.length, isHead(parts.body[0]) && parts.head.length === 0 ? 1 : 0)
  const kept = withinTable(rows, headRows)
  if (kept.flat().every(isEmpty)) return apart
  const [head = [], ...body] = headRows > 0 ? kept : [[], ...kept]
  const made: Table = {
    kind: 'table',
    align: alignOf(written, kept),
    head,
    ...(headRows > 1 ? { headRows: headRows - 1 } : {}),
    rows: body,
    lines,
  }
  return [...apart, made]
}

interface Parts {
  readonly head: readonly HtmlElement[]
  readonly body: readonly HtmlElement[]
  /** The caption, and what stands where no cell is. */
  readonly apart: readonly HtmlNode[]
}

function partsOf(nodes: readonly HtmlNode[]): Parts {
  const head: HtmlElement[] = []
  const body: HtmlElement[] = []
  const foot: HtmlElement[] = []
  const apart: HtmlNode[] = []
  const take = (children: readonly HtmlNode[], rows: HtmlElement[]): void => {
    for (const node of children) {
      const name = node.kind === 'element' ? node.name : ''
      const children = node.kind === 'element' ? node.children : []
      if (node.kind === 'element' && name === 'tr') {
        rows.push(node)
        pushAll(
          apart,
          children.filter((child) => !isCell(child)),
        )
      } else if (name === 'thead') take(children, head)
      else if (name === 'tbody') take(children, body)
      else if (name === 'tfoot') take(children, foot)
      else if (name !== 'colgroup') apart.push(node)
    }
  }
  take(nodes, body)
  return { head, body: [...body, ...foot], apart }
}

const isCell = (node: HtmlNode): boolean => (named(node, 'td') ?? named(node, 'th')) !== undefined
const cellsIn = (row: HtmlElement): readonly HtmlElement[] =>
  row.children.flatMap((child) => named(child, 'td') ?? named(child, 'th') ?? [])
const isHead = (row: HtmlElement | undefined): boolean =>
  row !== undefined && cellsIn(row).length > 0 && cellsIn(row).every(({ name }) => name === 'th')

function readCell(cell: HtmlElement, around: Around, read: ReadBlocks): TableCell {
  const blocks = read(cell.children, 'item', around).flatMap((block) => unnested(block, cell, around))
  return { ...asCell(blocks, around), ...spanOf(cell, 'colspan', 'columns'), ...spanOf(cell, 'rowspan', 'rows') }
}

/** What is a line of text, or pictures, stands in one. */
export function asCell(read: readonly Block[], around: Pick<Around, 'aside'>): TableCell {
  for (const block of read) if (block.kind === 'aside') around.aside(block)
  const blocks = read.filter(({ kind }) => kind !== 'aside')
  const [only, ...others] = blocks
  if (only === undefined) return { inlines: [] }
  if (others.length === 0 && only.kind === 'paragraph') return { inlines: only.inlines }
  if (blocks.every(({ kind }) => kind === 'picture')) return { inlines: blocks.flatMap(asInline) }
  return { inlines: [], blocks }
}

const asInline = (block: Block): readonly Inline[] => {
  if (block.kind !== 'picture') return []
  const { src, alt, words, size } = block
  const image: Inline = { kind: 'image', src, alt, ...(size && { size }), ...(words === undefined ? {} : { words }) }
  return [block.href === undefined ? image : { kind: 'link', href: block.href, children: [image] }]
}

/** A table in a cell has no room of its own: a point a row. */
function unnested(block: Block, cell: HtmlElement, around: Around): readonly Block[] {
  if (block.kind !== 'table') return [block]
  around.drop('table', around.linesOf([cell]), false)
  const rows = [block.head, ...block.rows].filter((row) => !row.every(isEmpty))
  const items = rows.map((row) => ({
    blocks: [
      {
        kind: 'paragraph' as const,
        inlines: row.flatMap(({ inlines }, index): readonly Inline[] =>
          index === 0 ? inlines : [{ kind: 'text', text: ' · ' }, ...inlines],
        ),
        lines: block.lines,
      },
      ...row.flatMap(({ blocks = [] }) => blocks),
    ],
    lines: block.lines,
  }))
  return [{ kind: 'list', ordered: false, items, lines: block.lines }]
}

const isEmpty = ({ inlines, blocks }: TableCell): boolean => inlines.length === 0 && blocks === undefined

function spanOf(
  { attributes }: HtmlElement,
  name: string,
  as: 'columns' | 'rows',
): Pick<TableCell, 'columns' | 'rows'> {
  const count = Number.parseInt(attributes.get(name) ?? '1', 10)
  if (!(count > 1) && !(as === 'rows' && count === 0)) return {}
  return { [as]: as === 'columns' ? Math.min(count, widest) : count === 0 ? Number.MAX_SAFE_INTEGER : count }
}

/** No cell reaches beyond the rows that there are, nor out of the head. */
const withinTable = (rows: readonly Row[], headRows: number): readonly Row[] =>
  rows.map((row, index) => {
    const left = (index < headRows ? headRows : rows.length) - index
    return row.map(({ rows: span, ...cell }) => {
      const most = span === undefined ? 1 : Math.min(span, left)
      return most > 1 ? { ...cell, rows: most } : cell
    })
  })

/** As the first cell of a column says that says anything. */
function alignOf(written: readonly HtmlElement[], rows: readonly Row[]): Table['align'] {
  const { starts, count } = cellStarts(rows)
  const align: Table['align'][number][] = Array.from({ length: count }, () => '')
  written.forEach((row, index) => {
    cellsIn(row).forEach((cell, at) => {
      const column = starts[index]?.[at] ?? 0
      const said = /(?:^|text-align:\s*)(left|center|right)\b/i.exec(
        cell.attributes.get('align') ?? cell.attributes.get('style') ?? row.attributes.get('align') ?? '',
      )?.[1]
      const value = said?.toLowerCase()
      if (cell.name === 'td' && align[column] === '' && (value === 'left' || value === 'center' || value === 'right'))
        align[column] = value
    })
  })
  return align
}
