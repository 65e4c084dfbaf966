/** Turns what the page reports after fitting into findings: slides that hold more than they show. */
import type { Deck } from '../model/deck.js'
import type { Finding } from '../model/finding.js'
import type { FitReport } from '../model/fitted.js'

/** Below a pixel, rounding speaks, not content. */
const slack = 1

/** One finding for each slide on screen that is too full, at the lines its content comes from. */
export function overflowFindings(report: Pick<FitReport, 'slides'>, deck: Deck): readonly Finding[] {
  const linesOf = new Map(deck.slides.map(({ id, lines }) => [id, lines]))
  return report.slides
    .filter(({ overflow }) => overflow.x > slack || overflow.y > slack)
    .map(({ id, overflow: { x, y } }) => {
      const [line, endLine] = linesOf.get(id.replace(/--\d+$/, '')) ?? linesOf.get(id) ?? [1, 1]
      return { code: 'slide-overflow', place: { line, endLine }, facts: { slide: id, x, y } }
    })
}
