/** Tables that are too wide or whose rows are too tall for the text → the same, set so that they can be read and cut. */
import type { Area } from '../sheets/frame.js'
import { prepareTables } from '../sheets/tallTables.js'

/** Reads and writes in turns, so that the page is laid out a few times, however many tables there are. */
export function fitTables(flow: HTMLElement, body: Area, tallest: number): void {
  const tables = [...flow.querySelectorAll('table')]
  if (tables.length === 0) return
  const room = flow.clientWidth
  const wide = tables.filter((table) => table.offsetWidth > room + 1)
  for (const table of wide) table.classList.add('wide')
  const tooWide = wide.filter((table) => table.offsetWidth > body.width + 1)
  for (const table of tooWide) table.classList.add('narrow')
  prepareTables(tables, tallest)
}
