/** Drawings on slides that are being exchanged → on the same slides again, whatever these look like and are called now. */
import { lastingName } from '../lastingName.js'

export interface Drawing {
  /** Of the slide that it is for. */
  readonly name: string
  readonly ink: Element
}

export const takeDrawings = (slides: readonly HTMLElement[]): readonly Drawing[] =>
  slides.flatMap((slide): readonly Drawing[] => {
    const ink = slide.querySelector(':scope > .ink')
    ink?.remove()
    return ink ? [{ name: lastingName(slide), ink }] : []
  })

/** @returns those whose slide is not there now, and may be again */
export function putBack(drawings: readonly Drawing[], slides: readonly HTMLElement[]): readonly Drawing[] {
  if (drawings.length === 0) return drawings
  const byName = new Map(slides.map((slide) => [lastingName(slide), slide]))
  return drawings.filter(({ name, ink }) => {
    const slide = byName.get(name)
    slide?.append(ink)
    return slide === undefined
  })
}
