/** A deck of before and the one that replaces it → which slides changed, as JSON and as one line. Pure. */
import { oneLine, shortened } from '../check/phrases.js'
import type { KnownSlide } from '../match/lasting.js'
import { compareSlides } from './compare.js'
import type { DeckFacts } from './facts.js'

/** A slide as its author knows it: by what it is called, and where the notes say it. */
export interface NamedSlide {
  readonly id: string
  readonly title: string
  /** Of the notes, from 1; null for what the deck says by itself, and for slides that are gone. */
  readonly line: number | null
  /** On screen, from 1; null for slides that are gone, and as long as no browser has continued the ones that are too full. */
  readonly number: number | null
}

export type SlidePlace = Pick<NamedSlide, 'line' | 'number'>

/** A slide may have changed and moved. */
export interface DeckChanges {
  readonly added: readonly NamedSlide[]
  readonly changed: readonly NamedSlide[]
  readonly moved: readonly NamedSlide[]
  readonly removed: readonly NamedSlide[]
  /** The template, or a setting that shows on every slide, is another one. */
  readonly look: boolean
}

const gone: SlidePlace = { line: null, number: null }

/** @param placeOf where a slide of the new deck is, by its index (from 0) */
export function deckChanges(
  before: DeckFacts,
  after: DeckFacts,
  placeOf: (index: number) => SlidePlace = () => gone,
): DeckChanges {
  const places = new Map(before.slides.map(({ key }, at) => [key, at]))
  const matched = after.slides.map(({ key }) => places.get(key))
  const compared = compareSlides(before.slides, after.slides, matched)
  const named = (slides: readonly KnownSlide[], index: number, place: SlidePlace): readonly NamedSlide[] => {
    const slide = slides[index]
    return slide ? [{ id: slide.id, title: oneLine(slide.title), ...place }] : []
  }
  const now = (index: number) => named(after.slides, index, placeOf(index))
  return {
    added: compared.flatMap((slide) => (slide.state === 'added' ? now(slide.after) : [])),
    changed: compared.flatMap((slide) => (slide.state === 'changed' ? now(slide.after) : [])),
    moved: compared.flatMap((slide) => ('moved' in slide && slide.moved ? now(slide.after) : [])),
    removed: compared.flatMap((slide) => (slide.state === 'removed' ? named(before.slides, slide.before, gone) : [])),
    look: before.look !== after.look,
  }
}

/** `2 changed: “Service mesh” (line 34), “Q&A” (line 51); 1 removed: “谢谢”`. */
export function changesLine({ changed, added, moved, removed, look }: DeckChanges): string {
  const parts = [
    ...(look ? ['another look'] : []),
    ...part('changed', changed),
    ...part('added', added),
    ...part('moved', moved),
    ...part('removed', removed),
  ]
  return parts.length === 0 ? 'no slide changed' : parts.join('; ')
}

/** More names than this make a line that nobody reads. */
const MOST_NAMES = 6

function part(what: string, slides: readonly NamedSlide[]): readonly string[] {
  if (slides.length === 0) return []
  // «and 1 more» would be as long as its name.
  const named = slides.length === MOST_NAMES + 1 ? slides : slides.slice(0, MOST_NAMES)
  const more = slides.length - named.length
  return [`${slides.length} ${what}: ${named.map(nameOf).join(', ')}${more > 0 ? ` and ${more} more` : ''}`]
}

/** Columns of a title by which it is known. */
const TITLE = 40

function nameOf({ title, line, number }: NamedSlide): string {
  const place = [...(number === null ? [] : [`slide ${number}`]), ...(line === null ? [] : [`line ${line}`])]
  const name = title === '' ? '(no title)' : `“${shortened(title, TITLE)}”`
  return place.length === 0 ? name : `${name} (${place.join(', ')})`
}
