/** Changes of slides, and the list they were told of → the list after them, as the page has it. */
import type { LiveSlide, SlideChange } from '../../src/model/live.js'

export function applyChanges<Item>(
  list: readonly Item[],
  changes: readonly SlideChange[],
  make: (slide: LiveSlide) => Item,
): readonly Item[] {
  const result = [...list]
  for (const { from, gone, made } of [...changes].reverse()) result.splice(from, gone, ...made.map(make))
  return result
}
