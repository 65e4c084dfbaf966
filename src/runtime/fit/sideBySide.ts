/** Columns side by side → the heights at which all of them may be cut, each at an end of its own. Only reads. */
import { flowOf } from './measure.js'

/** What is never cut in a column: its lines may stand at any height beside those of the others. */
const WHOLE = 'p, h2, h3, h4, h5, h6, dt, figure, .row, tr, .line, .formula, .media'
/** What must not end a part: a heading, or a line that introduces what follows. */
const KEEPS_NEXT = 'h2, h3, h4, h5, h6, dt, p.introduces'

/** What comes to a part that reaches down to its bottom, and did not to one that ends at the band above. */
export interface Band {
  /** Where the highest of it begins: bands overlap, as columns end at different heights. */
  readonly top: number
  readonly bottom: number
  /** In each column, the first of it, or of what is below; none where nothing is. */
  readonly starts: readonly (Element | undefined)[]
}

export const isSideBySide = (element: Element): boolean =>
  element.matches('.side-by-side:not(.stacked)') && element.closest('.slide.stacked') === null

/** Whether something in a column of the slide has no room on any. */
export function isTooTall(slide: Element, room: number): boolean {
  const all = flowOf(slide)?.querySelectorAll(':scope > .side-by-side > .column') ?? []
  return [...all].flatMap(piecesOf).some(({ top, bottom }) => bottom - top > room)
}

export function bandsOf(columns: Element): readonly Band[] {
  const pieces = [...columns.children].map(piecesOf)
  const ends = pieces.flat().map(({ bottom }) => bottom)
  const heights = ends.sort((one, other) => one - other).filter((end, index) => end - (ends[index - 1] ?? 0) > 1)
  const next = pieces.map(() => 0)
  return heights.map((bottom, index) => {
    const above = heights[index - 1] ?? Number.NEGATIVE_INFINITY
    const firsts = pieces.map((column, at) => {
      while ((column[next[at] ?? 0]?.bottom ?? Number.POSITIVE_INFINITY) <= above + 1) next[at] = (next[at] ?? 0) + 1
      return column[next[at] ?? 0]
    })
    const top = firsts.reduce((least, piece) => Math.min(least, piece?.top ?? least), bottom)
    return { top, bottom, starts: firsts.map((piece) => piece?.element) }
  })
}

interface Piece {
  readonly element: Element
  readonly top: number
  readonly bottom: number
}

function piecesOf(column: Element): readonly Piece[] {
  const whole = [...column.querySelectorAll(WHOLE)].filter((each) => !each.parentElement?.closest(WHOLE))
  const places = whole.map((element) => element.getBoundingClientRect())
  return whole.map((element, index) => {
    const { top = 0, bottom = 0 } = places[index] ?? {}
    const next = element.matches(KEEPS_NEXT) ? places[index + 1] : undefined
    return { element, top, bottom: Math.max(bottom, next?.bottom ?? bottom) }
  })
}
