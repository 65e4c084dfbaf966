/** Drawings on slides that are being exchanged → on the slides that are the same to their reader. */
import type { Rename } from '../../model/live.js'
import { partAfter } from './nameAfter.js'

/** By the id of the slide. */
export type Drawings = ReadonlyMap<string, Element>

export function drawingsOn(slides: readonly HTMLElement[]): Drawings {
  return new Map(
    slides.flatMap((slide): readonly (readonly [string, Element])[] => {
      const ink = slide.querySelector(':scope > .ink')
      return ink ? [[slide.id, ink]] : []
    }),
  )
}

/** A slide that is gone takes its drawing along. */
export function putBack(drawings: Drawings, slides: readonly HTMLElement[], renames: readonly Rename[]): void {
  for (const [id, ink] of drawings) {
    const now = partAfter(id, renames)
    const slide = now === undefined ? undefined : slides.find((each) => each.id === now)
    if (slide && !slide.querySelector(':scope > .ink')) slide.append(ink)
  }
}
