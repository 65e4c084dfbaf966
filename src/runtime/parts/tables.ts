/** A table in the page → its columns, rows and cells as they are measured, with those that reach over several. */
import type { Outline, Paragraph, TableCell, TablePart } from '../../model/parts.js'
import { columnEdges, gridOf } from '../fit/spans.js'
import type { Atom } from './atoms.js'
import { paragraphOf } from './lines.js'
import { boxAt, px } from './place.js'
import type { TakeObject } from './runs.js'
import type { Here, Scene } from './scene.js'

/** What stands in a cell: objects in its lines, and, where it holds more than lines, all that is in it. */
export interface CellTakes {
  readonly object: TakeObject
  readonly blocks: (cell: Element) => readonly Atom[]
  readonly atom: (atom: Atom) => void
}

export function tableOf(table: HTMLTableElement, scene: Scene, here: Here, take: CellTakes): TablePart | undefined {
  const rows = [...table.rows]
  const { spots, columns } = gridOf(rows)
  if (spots.size === 0) return undefined
  const style = getComputedStyle(table)
  const edges = { above: edgeOf(style, 'Top', scene, here), below: edgeOf(style, 'Bottom', scene, here) }
  const grid = rows.map((): (TableCell | undefined)[] => Array.from({ length: columns }, () => undefined))
  for (const [cell, { row, column }] of spots) {
    // No further than there are rows: the part below may stand on the next slide.
    const [wide, high] = [cell.colSpan, Math.min(Math.max(1, cell.rowSpan), rows.length - row)]
    const said = cellOf(cell, scene, here, take)
    const spans = { ...(wide > 1 ? { columns: wide } : {}), ...(high > 1 ? { rows: high } : {}) }
    const { above, below, fill } = said
    for (let down = 0; down < high; down++)
      for (let right = 0; right < wide; right++) {
        const line = grid[row + down]
        if (!line) continue
        const painted = { ...(fill ? { fill } : {}), ...(above ? { above } : {}), ...(below ? { below } : {}) }
        if (down + right === 0) line[column] = { ...said, ...spans }
        else
          line[column + right] = {
            ...EMPTY,
            ...painted,
            ...spans,
            covered: right === 0 ? 'above' : down === 0 ? 'left' : 'both',
          }
      }
  }
  const lefts = columnEdges(table)
  return {
    kind: 'table',
    box: boxAt(table.getBoundingClientRect(), scene.origin),
    head: table.tHead !== null,
    columns: lefts.slice(1).map((edge, index) => edge - (lefts[index] ?? 0)),
    rows: rows.map((row, index) => ({
      height: row.getBoundingClientRect().height,
      cells: (grid[index] ?? []).map((cell = EMPTY) => {
        // The table's own edges, where they are drawn in one with those of its cells.
        const first = index === 0 ? edges.above : undefined
        const last = index === rows.length - 1 ? edges.below : undefined
        return { ...(first ? { above: first } : {}), ...(last ? { below: last } : {}), ...cell }
      }),
    })),
  }
}

const EMPTY: TableCell = { paragraphs: [], padding: { left: 0, top: 0, right: 0, bottom: 0 }, align: 'top' }

/** What stands in no line. */
const BLOCKS = ':scope > :is(p, ul, ol, dl, pre, blockquote, div, figure, article, table)'

function cellOf(cell: Element, scene: Scene, here: Here, take: CellTakes): TableCell {
  const style = getComputedStyle(cell)
  const fill = scene.paint(style.backgroundColor, here.opacity)
  const [above, below] = [edgeOf(style, 'Top', scene, here), edgeOf(style, 'Bottom', scene, here)]
  return {
    paragraphs: cell.querySelector(BLOCKS) ? paragraphsIn(cell, take) : lineIn(cell, scene, here, take),
    padding: {
      left: px(style.paddingLeft),
      top: px(style.paddingTop),
      right: px(style.paddingRight),
      bottom: px(style.paddingBottom),
    },
    align: style.verticalAlign === 'middle' ? 'middle' : style.verticalAlign === 'bottom' ? 'bottom' : 'top',
    ...(fill === undefined || fill === here.ground ? {} : { fill }),
    ...(above ? { above } : {}),
    ...(below ? { below } : {}),
  }
}

function lineIn(cell: Element, scene: Scene, here: Here, { object }: CellTakes): readonly Paragraph[] {
  const paragraph = paragraphOf(cell, [...cell.childNodes], scene, here, object)
  return paragraph ? [paragraph] : []
}

/** Text of all that is in it; what is no text lies on the table. */
function paragraphsIn(cell: Element, { blocks, atom }: CellTakes): readonly Paragraph[] {
  return blocks(cell).flatMap((each) => {
    if (each.kind === 'text') return [each.paragraph]
    if (each.part.kind === 'text') return each.part.paragraphs
    if (each.part.kind !== 'shape') atom(each)
    return []
  })
}

function edgeOf(style: CSSStyleDeclaration, side: 'Top' | 'Bottom', scene: Scene, here: Here): Outline | undefined {
  const [width, kind, css] = [style[`border${side}Width`], style[`border${side}Style`], style[`border${side}Color`]]
  const colour = scene.paint(css, here.opacity)
  if (kind === 'none' || px(width) === 0 || colour === undefined) return undefined
  return { colour, width: px(width), dashed: kind === 'dashed' || kind === 'dotted' }
}
