/** Tables that are too wide or whose rows are too tall for the text → the same, set so that they can be read and cut. */

import { fitFormulasIn } from '../fit/formulas.js'
import { prepareTables } from '../fit/tallTables.js'
import type { Area } from '../sheets/frame.js'
import type { Want } from './margin.js'
import type { Spots } from './spots.js'

/** Set over the whole sheet, a table that becomes so much shorter was squeezed. */
const SQUEEZED = 0.7

/** Reads and writes in turns, so that the page is laid out a few times, however many tables there are. */
export function fitTables(flow: HTMLElement, body: Area, tallest: number): void {
  const tables = [...flow.querySelectorAll('table')]
  if (tables.length === 0) return
  const room = flow.clientWidth
  const inText = tables.map(({ offsetWidth, offsetHeight }) => ({ width: offsetWidth, height: offsetHeight }))
  for (const table of tables) table.classList.add('wide')
  const whole = tables.map((table) => table.offsetHeight)
  const wide = tables.filter((_, index) => {
    const { width = 0, height = 0 } = inText[index] ?? {}
    return width > room + 1 || (whole[index] ?? 0) < height * SQUEEZED
  })
  for (const table of tables) table.classList.toggle('wide', wide.includes(table))
  const tooWide = wide.filter((table) => table.offsetWidth > body.width + 1)
  for (const table of tooWide) table.classList.add('narrow')
  fitFormulasIn(tooWide, body.width)
  prepareTables(tables, tallest)
}

/** By page, from 0: where a table takes the margin as well. Only reads. */
export function wideAreas(flow: HTMLElement, spots: Spots): ReadonlyMap<number, readonly Want[]> {
  const areas = new Map<number, Want[]>()
  for (const table of flow.querySelectorAll<HTMLTableElement>('table.wide')) {
    const head = table.tHead?.offsetHeight ?? 0
    for (const row of table.querySelectorAll<HTMLElement>('tbody > tr')) {
      const spot = spots(row)
      if (!spot) continue
      const area = { top: spot.top - head, height: row.offsetHeight + head }
      areas.set(spot.page, [...(areas.get(spot.page) ?? []), area])
    }
  }
  return areas
}
