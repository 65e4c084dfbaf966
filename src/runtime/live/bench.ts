/** HTML of slides → fitted slides, made out of sight while the rest of the deck is on stage. */
import type { LiveSlide } from '../../model/live.js'
import { fitSlides } from '../fit/fit.js'
import type { DeckData } from '../settings.js'

/** A slide as planned → the elements it became: itself, and the parts it is continued on. */
export type Parts = readonly HTMLElement[]

/**
 * Fits slides where nothing of the player reaches them: beside the deck, flat and at their own size, as at the start.
 * The HTML is our own rendering, in which all text of the notes is escaped; scripts would not run in it either.
 */
export function fitAside(slides: readonly LiveSlide[], deck: DeckData): readonly Parts[] {
  const bench = document.createElement('div')
  bench.className = 'live-bench flat'
  bench.setAttribute('aria-hidden', 'true')
  const talk = document.createElement('div')
  talk.className = 'talk'
  const holder = document.createElement('div')
  holder.className = 'slides'
  holder.innerHTML = slides.map(({ html }) => html).join('\n')
  talk.append(holder)
  bench.append(talk)
  document.body.append(bench)
  try {
    const planned = [...holder.querySelectorAll<HTMLElement>('section.slide')]
    return inGroups(fitSlides(planned, deck))
  } finally {
    bench.remove()
  }
}

/** Fitted slides in order → the parts of each planned one together. */
export function inGroups(slides: readonly HTMLElement[]): readonly Parts[] {
  const groups: HTMLElement[][] = []
  for (const slide of slides) {
    const goesOn = Number(slide.dataset['part'] ?? 1) > 1
    const last = groups.at(-1)
    if (goesOn && last) last.push(slide)
    else groups.push([slide])
  }
  return groups
}
