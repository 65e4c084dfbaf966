/** Headings that want their slide beside them → small slides in the margin, page by page. */

import type { Canvas } from '../../model/deck.js'
import { px } from '../sheets/sheet.js'
import type { Columns } from './columns.js'
import { figureOf } from './figure.js'
import type { ArticleHeading } from './headings.js'
import { isClear, placeInMargin, type Want } from './margin.js'
import type { Spots } from './spots.js'

/** Between two slides, px. */
const gap = 14

export interface FigureRoom {
  readonly canvas: Canvas
  readonly margin: Columns['margin']
  /** Px. */
  readonly pageHeight: number
  /** What takes the margin, too, by page from 0. */
  readonly taken: ReadonlyMap<number, readonly Want[]>
}

/** @returns the figures of a page, counted from 0, each at its place beside the text */
export function figuresOf(
  headings: readonly ArticleHeading[],
  spots: Spots,
  { canvas, margin, pageHeight, taken }: FigureRoom,
): (page: number) => readonly HTMLElement[] {
  if (!margin) return () => []
  const height = (canvas.height * margin.width) / canvas.width
  const slides = slidesById()
  const byPage = new Map<number, { readonly slide: HTMLElement; readonly top: number }[]>()
  for (const { element, slide: id } of headings) {
    const slide = slides.get(id)
    const spot = spots(element)
    if (!slide || !spot) continue
    const page = byPage.get(spot.page) ?? []
    page.push({ slide, top: spot.top })
    byPage.set(spot.page, page)
  }
  return (page) => {
    const wanted = byPage.get(page) ?? []
    const tops = placeInMargin(
      wanted.map(({ top }) => ({ top, height })),
      { height: pageHeight, gap },
    )
    return wanted.flatMap(({ slide }, index) => {
      const top = tops[index]
      if (top === undefined || !isClear(top, height, taken.get(page) ?? [])) return []
      const figure = figureOf(slide, canvas, margin.width)
      Object.assign(figure.style, { left: px(margin.left), top: px(top) })
      return [figure]
    })
  }
}

/** By the ids that slides have in the deck; on the page open for print, they go by shorter names. */
function slidesById(): ReadonlyMap<string, HTMLElement> {
  const { report, slides } = window.talkback ?? { report: { slides: [] }, slides: [] }
  return new Map(
    report.slides.flatMap(({ id }, index) => {
      const slide = slides[index]
      return slide ? [[id, slide] as const] : []
    }),
  )
}
