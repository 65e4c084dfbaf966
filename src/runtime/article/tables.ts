/** Tables that are too wide or whose rows are too tall for the text → the same, set so that they can be read and cut. */
import type { Area } from '../sheets/frame.js'

/** Rows taller than this share of a page are set cell below cell: such a row could only be cut across all of its cells. */
const tallest = 0.4

/** Reads and writes in turns, so that the page is laid out three times at most, however many tables there are. */
export function fitTables(flow: HTMLElement, body: Area): void {
  const tables = [...flow.querySelectorAll('table')]
  if (tables.length === 0) return
  const room = flow.clientWidth
  const wide = tables.filter((table) => table.offsetWidth > room + 1)
  for (const table of wide) table.classList.add('wide')
  const tooWide = wide.filter((table) => table.offsetWidth > body.width + 1)
  for (const table of tooWide) table.classList.add('narrow')
  const tooTall = tables.filter((table) => [...table.rows].some((row) => row.offsetHeight > body.height * tallest))
  for (const table of tooTall) table.classList.add('stacked')
}
