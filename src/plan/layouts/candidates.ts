/** A slide's content → the ways in which it may be set beside the plain flow; the page takes the cheapest (runtime/flow/prices.ts). */
import type { Candidate, Layout } from '../../model/deck.js'
import type { Block, ListItem } from '../../model/notes.js'
import { plainText } from '../../model/text.js'

/** A point of more letters takes more than a line of half a slide. */
const shortPoint = 36
const fewestPoints = 8

/** A new one: its name in `Candidate` (model/deck.ts), a line here, its price, and what it looks like in deck.css. */
const rules: Readonly<Record<Candidate, (blocks: readonly Block[], layout: Layout) => boolean>> = {
  columns: manyShortPoints,
  // What stands side by side, one below the other.
  stacked: (blocks, layout) =>
    layout === 'beside' || blocks.some((block) => block.kind === 'columns' && block.as === undefined),
}
const names: readonly Candidate[] = ['columns', 'stacked']

export const candidatesOf = (blocks: readonly Block[], layout: Layout): readonly Candidate[] =>
  names.filter((name) => rules[name](blocks, layout))

/** One flat list of them, with nothing but an introducing line beside it. */
function manyShortPoints(blocks: readonly Block[]): boolean {
  const list = blocks.at(-1)
  if (list?.kind !== 'list' || blocks.length > 2) return false
  return list.items.length >= fewestPoints && list.items.every(isShort)
}

function isShort({ blocks: [first, ...others] }: ListItem): boolean {
  return first?.kind === 'paragraph' && others.length === 0 && plainText(first.inlines).length <= shortPoint
}
