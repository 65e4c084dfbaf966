/** A deck as it stands fitted in the page: what rules look at, each for one thing that a reader would trip over. */
import type { Canvas, Deck } from '../../model/deck.js'
import type { Finding, Place } from '../../model/finding.js'
import type { FittedSlide } from '../../model/fitted.js'
import type { DeckLook } from '../../model/look.js'

export interface FittedDeck {
  readonly canvas: Canvas
  readonly slides: readonly FittedSlide[]
  /** The lines of the notes that the slide with this id, or this part of a slide, comes from. */
  readonly placeOf: (id: string) => Place
}

export interface SeenDeck extends FittedDeck {
  readonly look: DeckLook
}

export type Rule = (deck: SeenDeck) => readonly Finding[]

export function fittedDeck({ canvas, slides: planned }: Deck, slides: readonly FittedSlide[]): FittedDeck {
  const lines = new Map(planned.map((slide) => [slide.id, slide.lines]))
  return {
    canvas,
    slides,
    placeOf(id) {
      const [line, endLine] = lines.get(id) ?? lines.get(id.replace(/--\d+$/, '')) ?? [1, 1]
      return { line, endLine }
    },
  }
}

/** Layouts that may leave most of a slide free: what they say, they say in a line. */
export const saysItAll: ReadonlySet<string> = new Set(['title', 'section', 'statement', 'quote', 'numbers'])

/** Where the slide of this page comes from; the first line, when there is no such page. */
export function placeOfPage({ slides, placeOf }: FittedDeck, page: number): Place {
  return placeOf(slides[page - 1]?.id ?? '')
}
