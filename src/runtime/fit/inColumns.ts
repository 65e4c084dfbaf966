/** Slides whose flow stands in columns → the same, as one column to be read and cut: where a browser parts columns is its own affair. */
import type { Columns } from '../flow/box.js'
import { flowOf } from './measure.js'

/** deck.css: one column, as wide as each of them. */
const AS_ONE = 'as-one'

/** @param read only reads */
export function readAsOne<Read>(slides: readonly HTMLElement[], read: () => Read): Read {
  const inColumns = slides.filter(({ classList }) => classList.contains('columns'))
  for (const { classList } of inColumns) classList.add(AS_ONE)
  const found = read()
  for (const { classList } of inColumns) classList.remove(AS_ONE)
  return found
}

/** Only reads. @returns undefined where the slide has none */
export function columnsOf(slide: HTMLElement): Columns | undefined {
  if (!slide.classList.contains(AS_ONE)) return undefined
  const flow = flowOf(slide)
  const [first, second] = flow?.children ?? []
  const isAcross = first && second && getComputedStyle(first).columnSpan === 'all'
  const above = flow && isAcross ? second.getBoundingClientRect().top - flow.getBoundingClientRect().top : 0
  return { count: 2, above }
}
