/** A deck of before and the one that replaces it → which slides changed, as JSON and as one line. Pure. */
import { oneLine } from '../check/phrases.js'
import { compareSlides } from './compare.js'
import type { DeckFacts, SlideFacts } from './facts.js'

export interface NumberedSlide {
  /** From 1, in the new deck; of a slide that was removed, in the deck before. */
  readonly number: number
  readonly id: string
  readonly title: string
}

/** A slide may have changed and moved. */
export interface DeckChanges {
  readonly added: readonly NumberedSlide[]
  readonly changed: readonly NumberedSlide[]
  readonly moved: readonly NumberedSlide[]
  readonly removed: readonly NumberedSlide[]
  /** The template, or a setting that shows on every slide, is another one. */
  readonly look: boolean
}

/** @param numberOf the number that readers see for the slide of an index (from 0) in the new deck */
export function deckChanges(
  before: DeckFacts,
  after: DeckFacts,
  numberOf: (index: number) => number = (index) => index + 1,
): DeckChanges {
  const compared = compareSlides(before.slides, after.slides)
  const named = (slides: readonly SlideFacts[], index: number, number: number): readonly NumberedSlide[] => {
    const slide = slides[index]
    return slide ? [{ number, id: slide.id, title: oneLine(slide.title) }] : []
  }
  const now = (index: number) => named(after.slides, index, numberOf(index))
  return {
    added: compared.flatMap((slide) => (slide.state === 'added' ? now(slide.after) : [])),
    changed: compared.flatMap((slide) => (slide.state === 'changed' ? now(slide.after) : [])),
    moved: compared.flatMap((slide) => ('moved' in slide && slide.moved ? now(slide.after) : [])),
    removed: compared.flatMap((slide) =>
      slide.state === 'removed' ? named(before.slides, slide.before, slide.before + 1) : [],
    ),
    look: before.look !== after.look,
  }
}

/** `3 changed: 4, 7, 9; 1 added: 12; 1 removed: «Q&A»`. */
export function changesLine({ changed, added, moved, removed, look }: DeckChanges): string {
  const numbers = (slides: readonly NumberedSlide[]) => ranges(slides.map(({ number }) => number))
  const titles = removed.map(({ title, number }) => (title === '' ? `${number}` : `«${title}»`))
  const parts = [
    ...(look ? ['another look'] : []),
    ...part('changed', changed.length, numbers(changed)),
    ...part('added', added.length, numbers(added)),
    ...part('moved', moved.length, numbers(moved)),
    ...part('removed', removed.length, titles),
  ]
  return parts.length === 0 ? 'no slide changed' : parts.join('; ')
}

/** More names than this make a line that nobody reads. */
const MOST_NAMES = 12

function part(what: string, count: number, names: readonly string[]): readonly string[] {
  if (count === 0) return []
  const more = names.length > MOST_NAMES ? [`${names.length - MOST_NAMES} more`] : []
  return [`${count} ${what}: ${[...names.slice(0, MOST_NAMES), ...more].join(', ')}`]
}

/** `4`, `7–9`: numbers that follow on each other are one name. */
function ranges(numbers: readonly number[]): readonly string[] {
  const found: [first: number, last: number][] = []
  for (const number of numbers) {
    const last = found.at(-1)
    if (last && last[1] + 1 === number) last[1] = number
    else found.push([number, number])
  }
  return found.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`))
}
