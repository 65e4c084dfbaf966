/** Slides that are to be cut → the same, with tables whose columns stay as they are and whose rows find room on a slide. */

import { flowOf, type Gauge } from './measure.js'
import { tearTables } from './tallTables.js'

/** A head that takes more of a slide is not said again on the next one: it becomes a row like the others. */
const TALLEST_HEAD = 0.5

/** Reads and writes in turns, however many slides there are. */
export function prepareRows(slides: readonly HTMLElement[], gauges: ReadonlyMap<HTMLElement, Gauge>): void {
  const rooms = new Map<HTMLTableElement, number>()
  for (const slide of slides) {
    for (const table of flowOf(slide)?.querySelectorAll('table') ?? []) rooms.set(table, gauges.get(slide)?.room ?? 0)
  }
  if (rooms.size === 0) return
  tearTables([...rooms.keys()], (table) => {
    const room = rooms.get(table) ?? 0
    return { head: room * TALLEST_HEAD, row: room - (table.tHead?.offsetHeight ?? 0) }
  })
}
