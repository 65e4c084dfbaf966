/** Fitted slides → what the stage needs to know of them: titles, sections, and about how long each takes to say. */
import { secondsToSay } from '../../model/pace.js'

/** The title as it is read, without the number of the part. */
export const titleOf = (slide: HTMLElement): string =>
  (slide.querySelector('.title, .cover-title')?.textContent ?? '').replace(/\s+/g, ' ').trim()

export interface SectionSpan {
  /** '' before the first section. */
  readonly title: string
  /** Index of its first slide, from 0. */
  readonly from: number
  readonly count: number
}

/** The talk's sections in order; what comes before the first, and after the last, is one of its own. */
export function sectionsOf(slides: readonly HTMLElement[]): readonly SectionSpan[] {
  const starts = slides.flatMap((slide, index) =>
    index === 0 || slide.dataset['section'] !== slides[index - 1]?.dataset['section'] ? [index] : [],
  )
  return starts.map((from, index) => {
    const first = slides[from]
    return {
      title: first?.dataset['kind'] === 'section' ? titleOf(first) : (first?.dataset['opens'] ?? ''),
      from,
      count: (starts[index + 1] ?? slides.length) - from,
    }
  })
}

/** What appears one after another, in order; reveal.js gives each a step of its own. */
export const stepsOf = (slide: Element): readonly HTMLElement[] => [...slide.querySelectorAll<HTMLElement>('.fragment')]

/** Speaker notes, a text each paragraph. All parts of a continued slide have the same. */
export const notesOf = (slide: HTMLElement): readonly string[] =>
  [...slide.querySelectorAll('aside.notes > *')].map(({ textContent }) => textContent ?? '')

/** Seconds, by what is on the slide or what its notes say. The notes of a continued slide are shared out among its parts. */
export function secondsOf(slide: HTMLElement): number {
  const shown = [...(slide.querySelector('.frame')?.children ?? [])].filter((part) => !part.matches('.foot, .trail'))
  const parts = Number(slide.dataset['parts'] ?? 1)
  const said = notesOf(slide).join('\n')
  const share = Math.ceil(said.length / parts)
  return secondsToSay(shown.map(({ textContent }) => textContent).join('\n'), said.slice(0, share))
}
