/** A deck as planned → what another build is to know of it: little enough to keep. Pure. */
import { createHash } from 'node:crypto'
import type { KnownSlide } from '../match/lasting.js'
import type { Deck, Slide } from '../model/deck.js'
import type { Lines } from '../model/notes.js'

export interface DeckSlide extends KnownSlide {
  readonly layout: string
  /** Marks of the lines of the notes that it comes from, one behind the other; '' for what the deck says by itself. */
  readonly said: string
}

export interface DeckFacts {
  /** Of the Talkback that made it; '' when it does not say. */
  readonly version: string
  readonly slides: readonly DeckSlide[]
  /** The same for two decks whose slides are dressed the same: what was asked for, and what Talkback and the template made of it. */
  readonly look: string
}

/**
 * @param known the slides of the deck
 * @param text of the notes
 * @param bodyLine the first line behind their front matter, which the title slide comes from as well
 */
export function deckSlides(
  { slides }: Deck,
  known: readonly KnownSlide[],
  { text, bodyLine }: { readonly text: string; readonly bodyLine: number },
): readonly DeckSlide[] {
  const marks = text.split('\n').map((line) => (line.trim() === '' ? '' : markOf(line.trim())))
  return slides.flatMap((slide, at) => {
    const [facts, lines] = [known[at], linesIn(slide)]
    if (facts === undefined) return []
    const head = slide.kind === 'title' ? marks.slice(0, bodyLine - 1) : []
    const said = [...head, ...(lines ? marks.slice(Math.max(lines[0] - 1, head.length), lines[1]) : [])].join('')
    return [{ ...facts, layout: slide.layout, said }]
  })
}

/** Four characters that stand for a line. */
const markOf = (line: string): string => createHash('sha256').update(line).digest('base64').slice(0, MARK)
const MARK = 4

/** The lines that a slide comes from, a mark each. */
export const marksIn = (said: string): readonly string[] =>
  Array.from({ length: said.length / MARK }, (_, at) => said.slice(at * MARK, (at + 1) * MARK))

/** First and last line of the notes that a slide comes from; null for what the deck says by itself. */
export const linesIn = ({ kind, lines }: Slide): Lines | null =>
  kind === 'agenda' || kind === 'closing' ? null : lines
