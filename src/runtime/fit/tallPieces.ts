/** Diagrams and formulas that are taller than any slide leaves room for → the same smaller: no cut goes through them. */
import { boxesOf, isOnePiece } from '../flow/walk.js'
import { fits, flowOf, type Gauge } from './measure.js'

interface TallPiece {
  readonly element: HTMLElement
  /** What it may have, and of what it has, px. */
  readonly height: number
  readonly share: number
}

/** Heights grow with the size of letters, save for some pixels between them. */
const RESERVE = 0.98

/**
 * Whatever says again what stands above it, such as the text of its item, takes its room from it. Reads all of them, then writes.
 *
 * @returns slides that have to be measured again
 */
export function fitTallPieces(
  slides: readonly HTMLElement[],
  gauges: ReadonlyMap<HTMLElement, Gauge>,
): readonly HTMLElement[] {
  const found = new Map(slides.map((slide) => [slide, tallPieces(slide, gauges.get(slide))]))
  for (const { element, height, share } of [...found.values()].flat()) {
    if (element.localName === 'figure') element.style.setProperty('--picture-room', `${height}px`)
    else element.style.setProperty('--share', String(shareOf(element) * share))
  }
  return slides.filter((slide) => found.get(slide)?.length)
}

/** As runtime/fit/formulas.ts sets it for what is too wide. */
const shareOf = (formula: HTMLElement): number => Number(formula.style.getPropertyValue('--share') || 1)

function tallPieces(slide: HTMLElement, gauge: Gauge | undefined): readonly TallPiece[] {
  const flow = flowOf(slide)
  if (!flow || !gauge || fits(gauge) || ![...flow.querySelectorAll('figure, .formula')].some(isOnePiece)) return []
  return boxesOf(flow, { grain: 'sentences', tallest: gauge.room, again: true }).flatMap(
    ({ node, top, bottom, lead }) => {
      if (!(node instanceof HTMLElement) || !isOnePiece(node)) return []
      const whole = node.getBoundingClientRect().height
      const missing = bottom - top + lead + Number.parseFloat(getComputedStyle(node).marginBottom) - gauge.room
      const height = (whole - missing) * RESERVE
      return missing > 0 && height > 0 ? [{ element: node, height, share: height / whole }] : []
    },
  )
}
