/** All sections and the one we are in → the few that a divider shows: where we are. */

export interface SectionEntry {
  readonly title: string
  /** Of the slide that opens it. */
  readonly id: string
}

export interface TrailEntry extends SectionEntry {
  /** From 1. */
  readonly number: number
  readonly here: boolean
}

/** So many have room for their titles side by side. */
const most = 5

/** All sections, or of many the nearest: two before and two behind where there are so many. */
export function trailOf(sections: readonly SectionEntry[], at: number): readonly TrailEntry[] {
  const first = Math.max(0, Math.min(at - Math.floor(most / 2), sections.length - most))
  return sections
    .slice(first, first + most)
    .map((section, index) => ({ ...section, number: first + index + 1, here: first + index === at }))
}
