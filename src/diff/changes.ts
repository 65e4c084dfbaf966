/** A deck of before and the one that replaces it → which slides changed, as JSON and as one line. Pure. */
import { oneLine, shortened } from '../check/phrases.js'
import { type Cause, compareDecks, type Upgrade } from './cause.js'
import type { ComparedSlide } from './compare.js'
import type { DeckFacts, DeckSlide } from './facts.js'

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
export interface SlideChanges {
  readonly added: readonly NamedSlide[]
  readonly changed: readonly NamedSlide[]
  readonly moved: readonly NamedSlide[]
  readonly removed: readonly NamedSlide[]
  /** The template, or a setting that shows on every slide, is another one. */
  readonly look: boolean
}

/** What the notes changed. */
export interface DeckChanges extends SlideChanges {
  /** What another version of Talkback changed, where the notes say the same; absent when it is the same version. */
  readonly upgrade?: Upgrade & SlideChanges
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
  const { compared, upgrade, causeOf } = compareDecks(before, after, matched)
  const named = (slides: readonly DeckSlide[], index: number, place: SlidePlace): readonly NamedSlide[] => {
    const slide = slides[index]
    return slide ? [{ id: slide.id, title: oneLine(slide.title), ...place }] : []
  }
  const now = (index: number) => named(after.slides, index, placeOf(index))
  const changes = (slides: readonly ComparedSlide[], look: boolean): SlideChanges => ({
    added: slides.flatMap((slide) => (slide.state === 'added' ? now(slide.after) : [])),
    changed: slides.flatMap((slide) => (slide.state === 'changed' ? now(slide.after) : [])),
    moved: slides.flatMap((slide) => ('moved' in slide && slide.moved ? now(slide.after) : [])),
    removed: slides.flatMap((slide) => (slide.state === 'removed' ? named(before.slides, slide.before, gone) : [])),
    look,
  })
  const lookCause =
    before.look === after.look ? undefined : upgrade && isAskedAlike(before, after) ? 'talkback' : 'notes'
  const of = (cause: Cause) =>
    changes(
      compared.filter((slide) => causeOf(slide) === cause),
      lookCause === cause,
    )
  return { ...of('notes'), ...(upgrade ? { upgrade: { ...upgrade, ...of('talkback') } } : {}) }
}

/** Whether the same look was asked for; manifests of long ago don't say. */
function isAskedAlike(before: DeckFacts, after: DeckFacts): boolean {
  const [asked = '', made] = before.look.split(' ')
  return made === undefined || after.look.startsWith(`${asked} `)
}

/** `2 changed: “Service mesh” (line 34), “Q&A” (line 51); 1 removed: “谢谢”; by Talkback 0.2.0, not 0.1.0: 1 added: “Costs”`. */
export function changesLine({ upgrade, ...changes }: DeckChanges): string {
  const parts = partsOf(changes)
  const own = upgrade ? partsOf(upgrade) : []
  const told = parts.length === 0 ? 'no slide changed' : parts.join('; ')
  return upgrade && own.length > 0 ? `${told}; ${upgradeWords(upgrade)}: ${own.join('; ')}` : told
}

/** Who changed what the notes still say. */
export const upgradeWords = ({ from, to }: Upgrade): string => `by Talkback ${to}, not ${from || 'an earlier one'}`

const partsOf = ({ look, changed, added, moved, removed }: SlideChanges): readonly string[] => [
  ...(look ? ['another look'] : []),
  ...part('changed', changed),
  ...part('added', added),
  ...part('moved', moved),
  ...part('removed', removed),
]

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
