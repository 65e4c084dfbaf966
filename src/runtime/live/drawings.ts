/** Drawings on slides that are being exchanged → on the slides that are the same to their reader, as soon as these are there. */
import type { DeckUpdate } from '../../model/live.js'
import { nameAfter, partAfter } from './nameAfter.js'

export interface Drawing {
  /** Of the slide that it is for, after the exchange; undefined while that has no name of its own. */
  readonly id: string | undefined
  /** The planned slide that has the text of its own slide meanwhile. */
  readonly onto: string | undefined
  readonly ink: Element
}

/** What of an update is about names. */
export type Names = Pick<DeckUpdate, 'renames' | 'joined' | 'parted'>

/**
 * Takes them off: until all of an update is on stage, a slide with the name that another one is to have would be taken for it.
 * @param away of slides that are gone
 */
export function takeDrawings(
  slides: readonly HTMLElement[],
  { renames, joined, parted }: Names,
  away: readonly Drawing[] = [],
): readonly Drawing[] {
  const waiting = away.map(({ id, onto, ink }): Drawing => {
    const there = nameAfter(onto, renames)
    const again = parted.filter(([from]) => from === there).map(([, now]) => now)
    const isFree = id !== undefined && !renames.some(([, now]) => now === plannedOf(id))
    if (again.length === 0) return { id: isFree ? id : undefined, onto: there, ink }
    const isSame = id !== undefined && again.includes(plannedOf(id))
    return { id: isSame ? id : again[0], onto: undefined, ink }
  })
  const taken = slides.flatMap((slide): readonly Drawing[] => {
    const ink = slide.querySelector(':scope > .ink')
    ink?.remove()
    const [, onto] = joined.find(([before]) => before === plannedOf(slide.id)) ?? []
    return ink ? [{ id: partAfter(slide.id, renames), onto, ink }] : []
  })
  return [...waiting, ...taken]
}

/** @returns those whose slide is not there now, and may be again */
export function putBack(drawings: readonly Drawing[], slides: readonly HTMLElement[]): readonly Drawing[] {
  const byId = new Map(slides.map((slide) => [slide.id, slide]))
  return drawings.filter(({ id, onto, ink }) => {
    const slide = id === undefined ? undefined : byId.get(id)
    slide?.append(ink)
    return slide === undefined && (id ?? onto) !== undefined
  })
}

const plannedOf = (id: string): string => id.replace(/--\d+$/, '')
