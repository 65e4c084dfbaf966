/** A made deck → what the next build is to know of it, and the numbers that its slides have on screen. */
import { type DeckFacts, printOf, slideFacts } from '../diff/facts.js'
import type { Deck } from '../model/deck.js'
import type { FitReport } from '../model/fitted.js'
import type { MadeBundle } from './makeBundle.js'

export function factsOf({ drafted, pictures, logo }: MadeBundle): DeckFacts {
  const { deck, settings, template } = drafted
  const { css, layouts, fonts } = template
  const { accent, footer, font } = settings
  const look = [css, [...layouts], fonts, accent, footer, font, logo?.path ?? '', deck.canvas, deck.words]
  return { look: printOf(look), slides: slideFacts(deck, pictures) }
}

/** @returns the number (from 1) of a planned slide, by its index: on screen, once a browser has continued the ones that are too full */
export function slideNumbers({ slides }: Deck, report?: FitReport): (index: number) => number {
  const pages = new Map(report?.slides.map(({ id, part, page }) => [part === 1 ? id : '', page]))
  return (index) => pages.get(slides[index]?.id ?? '') ?? index + 1
}
