/** A made deck → what the next build is to know of it, and where its slides are: in the notes and on screen. */
import type { SlidePlace } from '../diff/changes.js'
import { type DeckFacts, deckSlides, linesIn } from '../diff/facts.js'
import { ownVersion } from '../io/assets.js'
import type { KnownSlide } from '../match/lasting.js'
import { hashOf } from '../match/traits.js'
import type { Deck } from '../model/deck.js'
import type { FitReport } from '../model/fitted.js'
import type { MadeBundle } from './makeBundle.js'
import type { DraftedNotes } from './planNotes.js'

export function factsOf({ drafted, known, logo }: MadeBundle): DeckFacts {
  const { deck, settings, template } = drafted
  const { css, layouts, fonts } = template
  const { accent, footer, font } = settings
  const wish = [settings.template, accent, footer, font, logo?.path ?? '', deck.canvas]
  const look = `${hashOf(wish)} ${hashOf([css, [...layouts], fonts, deck.words])}`
  return { version: ownVersion(), look, slides: slidesOf(drafted, known) }
}

export const slidesOf = ({ deck, source: { text }, bodyLine }: DraftedNotes, known: readonly KnownSlide[]) =>
  deckSlides(deck, known, { text, bodyLine })

/** @returns where a planned slide is, by its index; its number only once a browser has continued the slides that are too full */
export function slidePlaces({ slides }: Deck, report?: FitReport): (index: number) => SlidePlace {
  const numbers = new Map(report?.slides.map(({ id, part, page }) => [part === 1 ? id : '', page]))
  return (index) => {
    const slide = slides[index]
    return { line: (slide && linesIn(slide)?.[0]) ?? null, number: numbers.get(slide?.id ?? '') ?? null }
  }
}
