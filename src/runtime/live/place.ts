/** Where the reader is, in words that outlast an edit: which planned slide, which part of it, how much of it is shown. */
import { most } from '../../model/lists.js'
import type { LivePlace } from '../../model/live.js'
import type { Stage } from '../player/stage.js'
import type { Parts } from './bench.js'

export interface Here {
  /** Index of the planned slide. */
  readonly group: number
  /** Which of its parts, from 0. */
  readonly part: number
}

export function hereOf(stage: Stage, groups: readonly Parts[]): Here {
  const shown = stage.current()
  const group = groups.findIndex((parts) => shown !== undefined && parts.includes(shown))
  return { group: Math.max(0, group), part: Math.max(0, shown ? (groups[group]?.indexOf(shown) ?? 0) : 0) }
}

/** What a slide says, block by block: its title aside, which all of its parts have. */
export const textsOf = (slide: HTMLElement | undefined): readonly string[] =>
  [...(slide?.querySelectorAll('.flow :is(p, li, tr, pre .line)') ?? [])]
    .map(({ textContent }) => textContent?.trim() ?? '')
    .filter((text) => text !== '')

/** How much of what was read is on each of these parts. */
export const sharedWith = (read: readonly string[], parts: Parts = []): readonly number[] =>
  parts.map((slide) => {
    const texts = new Set(textsOf(slide))
    return read.filter((text) => texts.has(text)).length
  })

/** The part with most of what was read, where an edit has moved the cuts, or its text to another slide; the same when none has any. */
export function partWith(read: readonly string[], parts: Parts = [], part: number): number {
  if (parts.length < 2) return part
  const shared = sharedWith(read, parts)
  const highest = most(shared)
  return highest > 0 && (shared[part] ?? 0) < highest ? shared.indexOf(highest) : part
}

/** Index among all slides on stage of that place, or of the first part of the slide to go to. */
export function placeIn(groups: readonly Parts[], { group, part }: Here, goTo?: string): number {
  const wanted = goTo === undefined ? -1 : groups.findIndex(([first]) => first?.dataset['key'] === goTo)
  const to =
    wanted >= 0 && wanted !== group ? { group: wanted, part: 0 } : { group: Math.min(group, groups.length - 1), part }
  const before = groups.slice(0, to.group).reduce((sum, parts) => sum + parts.length, 0)
  return before + Math.min(to.part, (groups[to.group]?.length ?? 1) - 1)
}

/** The place of a slide on stage, as other pages know it. */
export const livePlaceOf = ({ id, dataset: { key = id, part = '1' } }: HTMLElement): LivePlace => ({
  key,
  part: Number(part),
})

/** Index among all slides of a place elsewhere; of a part that is not there, the last one. */
export function indexOf(slides: readonly HTMLElement[], { key, part }: LivePlace): number {
  const first = slides.findIndex((slide) => slide.dataset['key'] === key)
  const parts = Number(slides[first]?.dataset['parts'] ?? 1)
  return first < 0 ? -1 : first + Math.min(part, parts) - 1
}
