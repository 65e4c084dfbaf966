/** A deck as planned → what the next build is to know of it. Pure. */
import type { KnownSlide } from '../match/lasting.js'
import type { Slide } from '../model/deck.js'
import type { Lines } from '../model/notes.js'

export interface DeckFacts {
  readonly slides: readonly KnownSlide[]
  /** The same for two decks whose slides are dressed the same. */
  readonly look: string
}

/** First and last line of the notes that a slide comes from; null for what the deck says by itself. */
export const linesIn = ({ kind, lines }: Slide): Lines | null =>
  kind === 'agenda' || kind === 'closing' ? null : lines
