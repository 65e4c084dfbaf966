/** A table as measured → a table that can be edited. */
import { least, most } from '../model/lists.js'
import type { Outline, Paragraph, TableCell, TablePart } from '../model/parts.js'
import { solid } from './colours.js'
import { liftOf, paragraphsXml } from './paragraphs.js'
import { nameXml } from './shapes.js'
import type { Scene } from './style.js'
import { emu } from './units.js'
import { tag } from './xml.js'

const URI = 'http://schemas.openxmlformats.org/drawingml/2006/table'
/** «No Style, No Grid»: all that is drawn is said by the cells. */
const NO_STYLE = '{2D5ABB26-0587-4C30-8999-92F81FD0307C}'

export function tableXml(table: TablePart, id: number, scene: Scene): string {
  const { head } = table
  const columns = lengthsOf(table.columns)
  const rows = lengthsOf(table.rows.map(({ height }) => height))
  return tag(
    'p:graphicFrame',
    {},
    tag(
      'p:nvGraphicFramePr',
      {},
      nameXml({ id, name: `Table ${id}` }),
      tag('p:cNvGraphicFramePr', {}, tag('a:graphicFrameLocks', { noGrp: 1 })),
      tag('p:nvPr', {}),
    ),
    // As large as what is in it, to the last unit.
    tag(
      'p:xfrm',
      {},
      tag('a:off', { x: emu(table.box.x), y: emu(table.box.y) }),
      tag('a:ext', { cx: sumOf(columns), cy: sumOf(rows) }),
    ),
    tag(
      'a:graphic',
      {},
      tag(
        'a:graphicData',
        { uri: URI },
        tag(
          'a:tbl',
          {},
          tag('a:tblPr', { firstRow: head ? 1 : undefined }, tag('a:tableStyleId', {}, NO_STYLE)),
          tag('a:tblGrid', {}, ...columns.map((w) => tag('a:gridCol', { w }))),
          ...table.rows.map(({ cells }, index) =>
            tag('a:tr', { h: rows[index] }, ...cells.map((cell) => cellXml(cell, scene))),
          ),
        ),
      ),
    ),
  )
}

/**
 * Px of a cell's padding that letters may take which run wider. A single line may take much; with more than a hair, one of
 * several would take in a character of the next.
 */
function roomIn({ align, box, line }: Paragraph): number {
  if (align === 'right') return 0
  return box.height < line * 1.5 ? box.width : 2 + box.width * 0.02
}

/** Px in a row → units of the file. Edges are rounded, not lengths, so that all of them are as long as the whole. */
function lengthsOf(lengths: readonly number[]): readonly number[] {
  const edges = [0, ...lengths].map((_, index) => emu(sumOf(lengths.slice(0, index))))
  return lengths.map((_, index) => (edges[index + 1] ?? 0) - (edges[index] ?? 0))
}

const sumOf = (lengths: readonly number[]): number => lengths.reduce((sum, length) => sum + length, 0)

function cellXml(cell: TableCell, scene: Scene): string {
  const { paragraphs, padding, align, fill, above, below, columns, rows, covered } = cell
  const [first] = paragraphs
  const lift = first ? Math.min(padding.top, liftOf(first, scene)) : 0
  const left = least(paragraphs.map(({ box, bullet }) => box.x - (bullet?.hang ?? 0)))
  const right = most(paragraphs.map(({ box }) => box.x + box.width))
  const edges = first ? { x: left, width: right - left } : { x: 0, width: 0 }
  return tag(
    'a:tc',
    {
      rowSpan: covered === 'above' || covered === 'both' ? undefined : rows,
      gridSpan: covered === 'left' || covered === 'both' ? undefined : columns,
      hMerge: covered === 'left' || covered === 'both' ? 1 : undefined,
      vMerge: covered === 'above' || covered === 'both' ? 1 : undefined,
    },
    tag('a:txBody', {}, '<a:bodyPr/>', '<a:lstStyle/>', paragraphsXml(paragraphs, edges, scene)),
    tag(
      'a:tcPr',
      {
        marL: emu(padding.left),
        marR: emu(padding.right - (first ? Math.min(padding.right / 2, roomIn(first)) : 0)),
        marT: emu(padding.top - lift),
        marB: emu(Math.max(0, padding.bottom + Math.min(0, lift))),
        anchor: { top: 't', middle: 'ctr', bottom: 'b' }[align],
      },
      edgeXml('a:lnL', undefined, scene),
      edgeXml('a:lnR', undefined, scene),
      edgeXml('a:lnT', above, scene),
      edgeXml('a:lnB', below, scene),
      fill === undefined ? '<a:noFill/>' : solid(fill, scene.palette),
    ),
  )
}

function edgeXml(name: string, edge: Outline | undefined, { palette }: Scene): string {
  if (!edge) return tag(name, { w: 0 }, '<a:noFill/>')
  const dash = edge.dashed ? tag('a:prstDash', { val: 'dash' }) : ''
  return tag(name, { w: emu(edge.width) }, solid(edge.colour, palette), dash)
}
