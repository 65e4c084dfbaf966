/** How slides may be set and the heights of their texts → the way that leaves the least of the sheets blank. Pure arithmetic. */
import { least } from '../../model/lists.js'
import { entryHeight, type NotesColumns } from './notesColumns.js'
import { type Entry, type Place, placeEntries } from './place.js'

/** Lengths in px. */
export interface SheetsWanted {
  /** Height of a sheet's room. */
  readonly room: number
  readonly gap: number
  /** Text that stands below its slide at least, and the line above what goes on. */
  readonly least: number
  readonly head: number
}

/** What is to stand on the sheets: a slide and the height of its text, 0 for none. */
export interface Wanted {
  readonly text: number
  readonly opens: boolean
}

// A sheet left blank counts 1; two of half a sheet are better than one.
const TORN = 0.06
/** One size smaller. */
const SMALLER = 0.01

/** @param sizes the largest first; for each, where slide and text of an entry stand */
export function bestSize<Size extends (index: number) => NotesColumns>(
  sizes: readonly Size[],
  wanted: readonly Wanted[],
  sheets: SheetsWanted,
): Size | undefined {
  const costs = sizes.map((size, smaller) => {
    const entries = wanted.map((entry, index) => draftOf(size(index), entry, sheets))
    return costOf(placeEntries(entries, sheets.room, sheets.gap), sheets.room) + smaller * SMALLER
  })
  return sizes[costs.indexOf(least(costs))]
}

/** An entry as if its text could be torn anywhere: only laying it out would tell. */
export function draftOf(columns: NotesColumns, { text, opens }: Wanted, { room, least, head }: SheetsWanted): Entry {
  const height = entryHeight(columns, text)
  return {
    height,
    least: entryHeight(columns, least),
    opens,
    tear(first) {
      const parts = [first]
      for (let rest = height - first; rest > 0; rest -= room - head) parts.push(Math.min(room, head + rest))
      return parts
    },
  }
}

/** The last sheet may be as blank as it is. */
function costOf(placed: readonly (readonly Place[])[], room: number): number {
  const bottoms: number[] = []
  for (const { sheet, bottom } of placed.flat()) bottoms[sheet] = Math.max(bottoms[sheet] ?? 0, bottom)
  const torn = placed.filter(({ length }) => length > 1).length
  return bottoms.slice(0, -1).reduce((sum, bottom) => sum + (1 - bottom / room) ** 2, torn * TORN)
}
