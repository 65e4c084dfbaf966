/** Changes of an update, and a slide before it → what stands in its place after it. Pure. */
import type { LiveSlide, SlideChange } from '../../model/live.js'

/** The change of one slide alone, if it is among those that are edited in their place. */
export function oneOf(changes: readonly SlideChange[], group: number): SlideChange | undefined {
  const change = changes.find(({ from, gone }) => group >= from && group < from + gone)
  const slide: LiveSlide | undefined = change?.made[group - (change?.from ?? 0)]
  return change && slide && change.gone === change.made.length ? { from: group, gone: 1, made: [slide] } : undefined
}

/** Where a slide is after the changes; one that is gone, where it would be. */
export function moved(place: number, changes: readonly SlideChange[]): number {
  let group = place
  for (const { from, gone, made } of changes) {
    if (place >= from + gone) group += made.length - gone
    else if (place >= from) group = group - place + from + Math.min(place - from, Math.max(0, made.length - 1))
  }
  return group
}
