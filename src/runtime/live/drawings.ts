/** Drawings on slides that are being exchanged → on the slides that are the same to their reader. */
import type { Rename } from '../../model/live.js'
import { partAfter } from './nameAfter.js'

/** By the id that the slide has after the exchange. */
export type Drawings = ReadonlyMap<string, Element>

/**
 * Takes them off: until all of an update is on stage, a slide with the name that another one is to have would be taken for it.
 * A slide that is gone takes its drawing along.
 */
export function takeDrawings(slides: readonly HTMLElement[], renames: readonly Rename[]): Drawings {
  const drawings = new Map<string, Element>()
  for (const slide of slides) {
    const ink = slide.querySelector(':scope > .ink')
    const now = partAfter(slide.id, renames)
    ink?.remove()
    if (ink && now !== undefined) drawings.set(now, ink)
  }
  return drawings
}

export function putBack(drawings: Drawings, slides: readonly HTMLElement[]): void {
  for (const slide of slides) {
    const ink = drawings.get(slide.id)
    if (ink) slide.append(ink)
  }
}
