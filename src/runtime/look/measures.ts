/** A fitted slide → how it is set: the cut before it, its type, how much of it is covered, where things begin. Only reads. */
import type { SlideMeasure } from '../../model/look.js'
import { flowOf } from '../fit/measure.js'

/** What begins at an edge that the eye follows; what stands beside something else, as pictures in a row do, does not. */
const BLOCKS = ':scope > :is(p, pre, table, figure, h2, h3, h4, h5, h6), li > p'
const COVERING = 'p, pre, table, h2, h3, h4, h5, h6, dt, figure, .formula'

export function measureOf(slide: HTMLElement): SlideMeasure {
  const flow = flowOf(slide)
  const { kind = '', section = '', cut = '' } = slide.dataset
  return {
    group: `${kind} ${section}`,
    cut,
    area: flow ? coveredShare(flow) : 1,
    body: flow ? inTenths(Number.parseFloat(getComputedStyle(flow).fontSize)) : 0,
    lone: slide.classList.contains('huge'),
    lefts: flow ? leftsIn(flow, slide.getBoundingClientRect().left) : [],
  }
}

/** Lines of text cover what their letters do, and not the room behind their ends. */
function coveredShare(flow: HTMLElement): number {
  const room = flow.closest('.body') ?? flow
  const pieces = [...flow.querySelectorAll(COVERING)].filter((each) => !each.parentElement?.closest(COVERING))
  const covered = pieces.flatMap(rectsOf).reduce((sum, { width, height }) => sum + width * height, 0)
  return Math.round(Math.min(1, covered / Math.max(1, room.clientWidth * room.clientHeight)) * 1000) / 1000
}

function rectsOf(piece: Element): readonly DOMRect[] {
  if (piece.matches('pre, table, figure, .formula')) return [piece.getBoundingClientRect()]
  const range = document.createRange()
  range.selectNodeContents(piece)
  return [...range.getClientRects()]
}

const leftsIn = (flow: Element, origin: number): readonly number[] => [
  ...new Set([...flow.querySelectorAll(BLOCKS)].map((each) => inTenths(each.getBoundingClientRect().left - origin))),
]

const inTenths = (length: number): number => Math.round(length * 10) / 10
