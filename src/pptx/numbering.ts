/**
 * Numbers of points → where each list starts, as programs for slides count: on from the point before on the same level, as long
 * as it is of the same kind and says the same start; anything else on that level, or on one further out, ends the list.
 */
import type { Paragraph } from '../model/parts.js'

interface Count {
  readonly scheme: string
  readonly start: number
  readonly next: number
}

/** @returns for each paragraph the number that its list starts with; undefined where it has none */
export function startsOf(paragraphs: readonly Paragraph[]): readonly (number | undefined)[] {
  let counts: readonly (Count | undefined)[] = []
  return paragraphs.map(({ level, bullet }) => {
    const outer = counts.slice(0, level)
    if (!bullet || !('scheme' in bullet)) {
      counts = outer
      return undefined
    }
    const { scheme, number } = bullet
    const count = counts[level]
    const start = count?.scheme === scheme && count.next === number ? count.start : number
    const padded = Array.from({ length: level }, (_, depth) => outer[depth])
    counts = [...padded, { scheme, start, next: number + 1 }]
    return start
  })
}
