/** Slides with tables wider than they are → the same tables in smaller type, in several, or with words broken: in this order. */
import { columnGroups } from './columns.js'
import { flowOf, gaugeAll } from './measure.js'
import { hasSpans } from './spans.js'

/** Settles every table that sticks out at the side. Whether slides are then too full is not asked here. */
export function fitTables(slides: readonly HTMLElement[]): void {
  let open = tooWide(slides.filter((slide) => flowOf(slide)?.querySelector('table')))
  for (const slide of open) slide.classList.add('narrow')
  open = tooWide(open)
  const plans = open.flatMap((slide) => [...(flowOf(slide)?.querySelectorAll('table') ?? [])].map(planOf))
  for (const { table, groups } of plans) if (groups) splitTable(table, groups)
  for (const slide of tooWide(open)) slide.classList.add('breakable')
}

const tooWide = (slides: readonly HTMLElement[]): HTMLElement[] => {
  const gauges = gaugeAll(slides)
  return slides.filter((_slide, index) => (gauges[index]?.overflowX ?? 0) > 0)
}

interface Plan {
  readonly table: HTMLTableElement
  readonly groups: readonly (readonly number[])[] | undefined
}

function planOf(table: HTMLTableElement): Plan {
  // Columns that cells reach over are not parted.
  if (hasSpans(table)) return { table, groups: undefined }
  const room = table.parentElement?.clientWidth ?? 0
  const widths = [...(table.rows[0]?.cells ?? [])].map((cell) => cell.getBoundingClientRect().width)
  return { table, groups: columnGroups(widths, room) }
}

/** One table becomes one per group of columns, each with all rows. */
function splitTable(table: HTMLTableElement, groups: readonly (readonly number[])[]): void {
  if (groups.length < 2) return
  const copies = groups.map((columns) => {
    const copy = table.cloneNode(true)
    if (!(copy instanceof HTMLTableElement)) throw new Error('A copy of a table is one.')
    for (const row of copy.rows) {
      for (const [index, cell] of [...row.cells].entries()) if (!columns.includes(index)) cell.remove()
    }
    return copy
  })
  table.replaceWith(...copies)
}
