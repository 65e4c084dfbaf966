/** What two decks' manifests say of them, or one's and a deck as planned → what is different between the two. Pure. */
import { oneLine } from '../check/phrases.js'
import type { Lines } from '../model/notes.js'
import { compareDecks } from './cause.js'
import {
  changedWords,
  type DeckDifference,
  nothing,
  type PlacedSlide,
  type SlideDifference,
  type Told,
} from './difference.js'
import type { DeckFacts } from './facts.js'

/** A deck of which only this is known. */
export interface KnownDeck {
  readonly facts: DeckFacts
  /** Of its slides, in order, as far as they are known. */
  readonly lines: readonly (Lines | null)[]
}

export function madeDifference(before: KnownDeck, after: KnownDeck): DeckDifference {
  const { compared, upgrade, causeOf } = compareDecks(before.facts, after.facts)
  const different = compared.filter((slide) => slide.state !== 'same' || slide.moved)
  return {
    same: compared.length - different.length,
    ...(upgrade ? { upgrade } : {}),
    slides: different.map((slide): SlideDifference => {
      const at = 'before' in slide ? slide.before : undefined
      const now = 'after' in slide ? slide.after : undefined
      return {
        change: slide.state,
        moved: 'moved' in slide && slide.moved,
        before: placed(before, at),
        after: placed(after, now),
        words: slide.state === 'same' ? [] : changedWords(told(before, at), told(after, now)),
        ...(upgrade ? { by: causeOf(slide) } : {}),
      }
    }),
  }
}

function placed({ facts, lines }: KnownDeck, index = -1): PlacedSlide | null {
  const slide = facts.slides[index]
  return slide ? { number: null, id: slide.id, title: oneLine(slide.title), lines: lines[index] ?? null } : null
}

function told({ facts }: KnownDeck, index = -1): Told {
  const slide = facts.slides[index]
  return slide ? { ...nothing, title: slide.title, text: slide.text, layout: slide.layout } : nothing
}
