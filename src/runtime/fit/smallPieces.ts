/** Diagrams and formulas that a list or a column makes too small to be read → the same as wide as the slide. */
import { isOnePiece } from '../flow/walk.js'
import { flowOf } from './measure.js'

/** Where a piece has less than the slide's width. */
const NARROW = 'li, .side-by-side > .column'
/** What stays where it is: a cell, a box with a ground of its own. */
const BOUND = 'table, blockquote, aside, dl'

/** A slide that has columns with such pieces sets them one below the other; a list's stand out of it, to the left. */
export interface Widened {
  readonly stacked: readonly HTMLElement[]
  readonly pieces: readonly HTMLElement[]
}

/** Reads all of them, then writes. */
export function widenSmallPieces(slides: readonly HTMLElement[], floor: number): Widened {
  const small = slides.flatMap((slide) => {
    const flow = flowOf(slide)
    const found = flow ? [...flow.querySelectorAll<HTMLElement>('figure.diagram, div.formula')] : []
    return found.flatMap((piece) => {
      const inside = piece.closest(BOUND) === null && piece.closest(NARROW) !== null
      if (!flow || !inside || !isOnePiece(piece) || !isBoundByWidth(piece) || lettersOf(piece) >= floor - 0.05)
        return []
      const home = piece.closest('.side-by-side > .column') ?? flow
      const out = piece.getBoundingClientRect().left - home.getBoundingClientRect().left
      // Type may become larger yet, and with it what lists are set in by.
      return [{ slide, piece, out: out / Number.parseFloat(getComputedStyle(piece).fontSize) }]
    })
  })
  const stacked = [...new Set(small.filter(({ piece }) => piece.closest('.side-by-side')).map(({ slide }) => slide))]
  for (const slide of stacked) slide.classList.add('stacked')
  for (const { piece, out } of small) if (out > 0.05) piece.style.setProperty('--out', `${out}em`)
  return { stacked, pieces: small.map(({ piece }) => piece) }
}

/** A drawing that is less wide than its room is as tall as it may be. */
function isBoundByWidth(piece: HTMLElement): boolean {
  const drawing = piece.querySelector('.drawing')
  return drawing === null || drawing.getBoundingClientRect().width > piece.clientWidth - 2
}

/** The smallest letters, as they are seen, px; what stands raised in a formula is smaller by nature. */
export function lettersOf(piece: Element): number {
  const formula = piece.querySelector('.katex')
  if (formula) return Number.parseFloat(getComputedStyle(formula).fontSize)
  return drawnLetters(piece).reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY)
}

/** Drawings are scaled. */
export const drawnLetters = (within: Element): readonly number[] =>
  [...within.querySelectorAll<SVGTextElement>('.drawing text')].flatMap((text) => {
    if (text.textContent?.trim() === '') return []
    const { a, b } = text.getScreenCTM() ?? { a: 1, b: 0 }
    return [Number.parseFloat(getComputedStyle(text).fontSize) * Math.hypot(a, b)]
  })
