/** A table in the page → its columns, rows and cells as they are measured. */
import type { Outline, TableCell, TablePart } from '../../model/parts.js'
import { paragraphOf } from './lines.js'
import { boxAt, px } from './place.js'
import type { TakeObject } from './runs.js'
import type { Here, Scene } from './scene.js'

export function tableOf(table: HTMLTableElement, scene: Scene, here: Here, take: TakeObject): TablePart | undefined {
  const rows = [...table.rows]
  const most = rows.reduce<readonly Element[]>(
    (longest, { cells }) => (cells.length > longest.length ? [...cells] : longest),
    [],
  )
  if (most.length === 0) return undefined
  const style = getComputedStyle(table)
  const edges = { above: edgeOf(style, 'Top', scene, here), below: edgeOf(style, 'Bottom', scene, here) }
  return {
    kind: 'table',
    box: boxAt(table.getBoundingClientRect(), scene.origin),
    head: table.tHead !== null,
    columns: most.map((cell) => cell.getBoundingClientRect().width),
    rows: rows.map((row, index) => ({
      height: row.getBoundingClientRect().height,
      cells: most.map((_, column) => {
        const cell = cellOf(row.cells[column], scene, here, take)
        // The table's own edges, where they are drawn in one with those of its cells.
        const first = index === 0 ? edges.above : undefined
        const last = index === rows.length - 1 ? edges.below : undefined
        return { ...(first ? { above: first } : {}), ...(last ? { below: last } : {}), ...cell }
      }),
    })),
  }
}

const NO_PADDING = { left: 0, top: 0, right: 0, bottom: 0 }

function cellOf(cell: Element | undefined, scene: Scene, here: Here, take: TakeObject): TableCell {
  if (!cell) return { paragraphs: [], padding: NO_PADDING, align: 'top' }
  const style = getComputedStyle(cell)
  const fill = scene.paint(style.backgroundColor, here.opacity)
  const paragraph = paragraphOf(cell, [...cell.childNodes], scene, here, take)
  const [above, below] = [edgeOf(style, 'Top', scene, here), edgeOf(style, 'Bottom', scene, here)]
  return {
    paragraphs: paragraph ? [paragraph] : [],
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

function edgeOf(style: CSSStyleDeclaration, side: 'Top' | 'Bottom', scene: Scene, here: Here): Outline | undefined {
  const [width, kind, css] = [style[`border${side}Width`], style[`border${side}Style`], style[`border${side}Color`]]
  const colour = scene.paint(css, here.opacity)
  if (kind === 'none' || px(width) === 0 || colour === undefined) return undefined
  return { colour, width: px(width), dashed: kind === 'dashed' || kind === 'dotted' }
}
