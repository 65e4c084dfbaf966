/** Items with the numbers that were written → items with the numbers they have: `1.` `1.` `1.` counts on. */
import type { ListItem } from '../../model/notes.js'

/**
 * A list keeps its numbers, gaps, ties and all, unless its first two are equal: then its author lets the reader count, as
 * every reader of Markdown does. (The first two tell, as in Prettier; two equal ones further down are the author's.) A
 * number that is ahead of the count stays in such a list too: `1.` `1.` `1.` `5.` has a 5.
 */
export function countedOn(items: readonly ListItem[]): readonly ListItem[] {
  const [first, second] = items
  if (first?.number === undefined || first.number !== second?.number) return items
  let count = first.number - 1
  return items.map((item) => {
    count = Math.max(count + 1, item.number ?? 0)
    return { ...item, number: count }
  })
}
