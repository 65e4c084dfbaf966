/** Diagrams and formulas that are taller than any slide leaves room for → the same smaller: no cut goes through them. */
import { ALONE, boxesOf, isOnePiece } from '../flow/walk.js'
import { fits, flowOf, type Gauge } from './measure.js'
import { lettersOf } from './smallPieces.js'

interface TallPiece {
  readonly element: HTMLElement
  /** What it may have, and of what it has, px. */
  readonly height: number
  readonly share: number
  /** What it would stand below makes its letters too small. */
  readonly alone: boolean
}

/** Heights grow with the size of letters, save for some pixels between them. */
const RESERVE = 0.98

/**
 * Whatever says again what stands above it, such as the text of its item, takes its room from it, unless its letters would be too
 * small for that. Reads all of them, then writes.
 *
 * @param floor of letters, px
 * @returns slides that have to be measured again
 */
export function fitTallPieces(
  slides: readonly HTMLElement[],
  gauges: ReadonlyMap<HTMLElement, Gauge>,
  floor: number,
): readonly HTMLElement[] {
  const found = new Map(slides.map((slide) => [slide, tallPieces(slide, gauges.get(slide), floor)]))
  for (const { element, height, share, alone } of [...found.values()].flat()) {
    if (element.localName === 'figure') element.style.setProperty('--picture-room', `${height}px`)
    else element.style.setProperty('--share', String(shareOf(element) * share))
    if (alone) element.classList.add(ALONE)
  }
  return slides.filter((slide) => found.get(slide)?.length)
}

/** As runtime/fit/formulas.ts sets it for what is too wide. */
const shareOf = (formula: HTMLElement): number => Number(formula.style.getPropertyValue('--share') || 1)

function tallPieces(slide: HTMLElement, gauge: Gauge | undefined, floor: number): readonly TallPiece[] {
  const flow = flowOf(slide)
  if (!flow || !gauge || fits(gauge) || ![...flow.querySelectorAll('figure, .formula')].some(isOnePiece)) return []
  return boxesOf(flow, { grain: 'sentences', tallest: gauge.room, again: true }).flatMap(
    ({ node, top, bottom, lead }) => {
      if (!(node instanceof HTMLElement) || !isOnePiece(node)) return []
      const whole = node.getBoundingClientRect().height
      const missing = bottom - top + lead + Number.parseFloat(getComputedStyle(node).marginBottom) - gauge.room
      if (missing <= 0) return []
      const below = (whole - missing) * RESERVE
      const alone = lead > 0 && (lettersOf(node) * below) / whole < floor
      const height = alone ? Math.min(whole, (whole - missing + lead) * RESERVE) : below
      return height > 0 ? [{ element: node, height, share: height / whole, alone }] : []
    },
  )
}
