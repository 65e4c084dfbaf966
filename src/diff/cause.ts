/** Two decks made by two versions of Talkback → what differs as the notes say otherwise, and what as Talkback does otherwise. Pure. */
import { type ComparedSlide, compareSlides } from './compare.js'
import { type DeckFacts, type DeckSlide, marksIn } from './facts.js'

/** `talkback`: what the notes say of the slide is still said. */
export type Cause = 'notes' | 'talkback'

/** Versions by which two decks were made, when they are two. */
export interface Upgrade {
  /** '' when the deck does not say. */
  readonly from: string
  readonly to: string
}

export interface ComparedDecks {
  readonly compared: readonly ComparedSlide[]
  readonly upgrade: Upgrade | undefined
  causeOf(slide: ComparedSlide): Cause
}

/** Of another version's deck nobody knows what it is made of in every detail: it is compared by what readers see of it. */
export function compareDecks(
  before: DeckFacts,
  after: DeckFacts,
  matched?: readonly (number | undefined)[],
): ComparedDecks {
  const upgrade = before.version === after.version ? undefined : { from: before.version, to: after.version }
  const compared = compareSlides(before.slides, after.slides, matched, upgrade ? looksSame : undefined)
  return { compared, upgrade, causeOf: upgrade ? causes(before, after, compared) : () => 'notes' }
}

const looksSame = (one: DeckSlide, other: DeckSlide): boolean =>
  one.title === other.title && one.text === other.text && one.layout === other.layout

function causes(before: DeckFacts, after: DeckFacts, compared: readonly ComparedSlide[]): ComparedDecks['causeOf'] {
  const [old, now] = [before, after].map(({ slides }) => slides.flatMap(({ said }) => marksIn(said)))
  const [known, kept] = [new Set(old), new Set(now)]
  const isSameOrder = old?.join() === now?.join()
  const isStill = (slide: DeckSlide | undefined, among: ReadonlySet<string>): boolean =>
    marksIn(slide?.said ?? '').every((line) => among.has(line))
  const isTurned = (one: DeckSlide | undefined, other: DeckSlide | undefined): boolean =>
    one?.said !== other?.said && sorted(one) === sorted(other)
  const ownCause = (slide: ComparedSlide): Cause => {
    const was = 'before' in slide ? before.slides[slide.before] : undefined
    const is = 'after' in slide ? after.slides[slide.after] : undefined
    const isMoved = 'moved' in slide && slide.moved && !isSameOrder
    if (isMoved || !isStill(was, kept) || !isStill(is, known)) return 'notes'
    return was && is && isTurned(was, is) ? 'notes' : 'talkback'
  }
  const ofNotes = compared.some((slide) => slide.state !== 'same' && ownCause(slide) === 'notes')
  // What the deck says by itself follows from the rest.
  return (slide) => {
    const facts = 'after' in slide ? after.slides[slide.after] : before.slides[slide.before]
    return facts?.said === '' ? (ofNotes ? 'notes' : 'talkback') : ownCause(slide)
  }
}

const sorted = (slide: DeckSlide | undefined): string => [...marksIn(slide?.said ?? '')].sort().join()
