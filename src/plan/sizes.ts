/** Slides of a deck → the same, each told whether its section is set in larger type: letters that change from slide to slide are seen. */
import { type Canvas, composedLayouts, type Layout, type Slide } from '../model/deck.js'
import { estimate, roomOf } from './estimate.js'

/** Share of a slide that text in larger type may take while it is set in the usual one, about. */
const LITTLE = 0.5
/** What is said large in any case, or shown: such slides have a size of their own. */
export const ownSize: ReadonlySet<Layout> = new Set([
  'title',
  'agenda',
  'section',
  'closing',
  'statement',
  'quote',
  'picture',
  'full',
  'gallery',
  ...composedLayouts,
])

/** It is for the slides of a section alone to say, so an edit changes nothing outside of it. */
export function sizedBySection(slides: readonly Slide[], canvas: Canvas): readonly Slide[] {
  const room = roomOf(canvas)
  const isFull = ({ layout, blocks }: Slide): boolean => !ownSize.has(layout) && estimate(blocks, room) > LITTLE
  const full = new Set(slides.filter(isFull).map(({ section }) => section))
  return slides.map((slide) =>
    ownSize.has(slide.layout) || !full.has(slide.section) ? { ...slide, large: true } : slide,
  )
}
