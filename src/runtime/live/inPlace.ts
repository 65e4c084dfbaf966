/** Changes of an update, and a slide before it → what stands in its place after it. Pure. */
import type { LiveSlide, SlideChange } from '../../model/live.js'
import type { Here } from './place.js'

/** The change of one slide alone, if it is among those that are edited in their place. */
export function oneOf(changes: readonly SlideChange[], group: number): SlideChange | undefined {
  const change = changes.find(({ from, gone }) => group >= from && group < from + gone)
  const slide: LiveSlide | undefined = change?.made[group - (change?.from ?? 0)]
  return change && slide && change.gone === change.made.length ? { from: group, gone: 1, made: [slide] } : undefined
}

/** Whether the slide that was read is not what stands in its place now, but another one of the changes. */
export const isElsewhere = (name: string | undefined, inPlace: SlideChange, changes: readonly SlideChange[]): boolean =>
  inPlace.made[0]?.id !== name && changes.some(({ made }) => made.some(({ id }) => id === name))

/** Where the reader's slide is after the changes; of one that is gone, where it would be. */
export function moved(here: Here, changes: readonly SlideChange[]): Here {
  let { group } = here
  for (const { from, gone, made } of changes) {
    if (here.group >= from + gone) group += made.length - gone
    else if (here.group >= from)
      group = group - here.group + from + Math.min(here.group - from, Math.max(0, made.length - 1))
  }
  return { ...here, group }
}
