/** Slides in the page → how much room they have and how much of it they use. Only reads. */

import { most } from '../../model/lists.js'
import { takenBeside } from './beside.js'

/** Lengths in CSS px of the canvas. */
export interface Gauge {
  /** Height that the flow may have, and has. */
  readonly room: number
  readonly used: number
  /** How far something sticks out at the right. */
  readonly overflowX: number
}

/** The element whose children are the slide's blocks; slides without one (title, agenda of a template…) are never cut. */
export const flowOf = (slide: Element): HTMLElement | null => slide.querySelector<HTMLElement>('.flow')

/** Measures many slides in one go: all reads, no writes, so that the browser lays out once. */
export function gaugeAll(slides: readonly HTMLElement[]): readonly Gauge[] {
  return slides.map(gauge)
}

/** The same, by slide. */
export const gaugesOf = (slides: readonly HTMLElement[]): Map<HTMLElement, Gauge> =>
  new Map(slides.map((slide) => [slide, gauge(slide)]))

function gauge(slide: HTMLElement): Gauge {
  const flow = flowOf(slide)
  const body = flow?.closest('.body') ?? flow?.parentElement
  if (!flow || !body) return gaugeWhole(slide)
  const style = getComputedStyle(body)
  const padding = Number.parseFloat(style.paddingTop) + Number.parseFloat(style.paddingBottom)
  return {
    room: body.clientHeight - padding - takenBeside(flow, body),
    used: flow.getBoundingClientRect().height,
    overflowX: most([flow, slide, ...flow.querySelectorAll('.column')].map(sticksOut), 0),
  }
}

/** px at the right. */
const sticksOut = ({ scrollWidth, clientWidth }: Element): number => scrollWidth - clientWidth

function gaugeWhole(slide: HTMLElement): Gauge {
  return {
    room: slide.clientHeight,
    used: slide.scrollHeight,
    overflowX: Math.max(0, slide.scrollWidth - slide.clientWidth),
  }
}

/** Tolerance in px: text rounds to whole pixels, boxes do not. */
export const SLACK = 1

export const fits = (gauge: Gauge): boolean => gauge.used <= gauge.room + SLACK

/** Height of one line of the slide's body text, px. */
export function lineHeightOf(flow: Element): number {
  const style = getComputedStyle(flow)
  const line = Number.parseFloat(style.lineHeight)
  return Number.isFinite(line) ? line : Number.parseFloat(style.fontSize) * 1.5
}
