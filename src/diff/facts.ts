/** A deck as planned → what tells its slides apart from those of another version of it: little enough to keep. Pure. */
import { createHash } from 'node:crypto'
import type { Pictures } from '../model/bundle.js'
import type { Deck, Slide, SlideKind } from '../model/deck.js'
import type { Lines } from '../model/notes.js'
import { blocksText, plainText } from '../model/text.js'

export interface SlideFacts {
  readonly id: string
  readonly kind: SlideKind
  /** Plain text. */
  readonly title: string
  /** All other words on it, a line per paragraph, item or row. */
  readonly text: string
  /** The same for two slides that say and show the same, speaker notes included, wherever in the deck they stand. */
  readonly print: string
}

export interface DeckFacts {
  readonly slides: readonly SlideFacts[]
  /** The same for two decks whose slides are dressed the same. */
  readonly look: string
}

const nothing: Pictures = new Map()

/** @param pictures as far as they are known: another picture under the same name is a change, too */
export function slideFacts(deck: Deck, pictures = nothing): readonly SlideFacts[] {
  const titleFacts = Object.values(deck.facts).filter(Boolean)
  return deck.slides.map((slide): SlideFacts => {
    const own = slide.kind === 'title' ? titleFacts : []
    return {
      id: slide.id,
      kind: slide.kind,
      title: plainText(slide.title),
      text: [...own, blocksText(slide.blocks)].filter(Boolean).join('\n'),
      print: printOf([own, contentOf(slide, pictures)]),
    }
  })
}

/** What it says and how, without where it stands: neither lines nor the number of its section. */
function contentOf({ kind, layout, title, eyebrow, blocks, speakerNotes }: Slide, pictures: Pictures): string {
  const content = [kind, layout, title, eyebrow ?? null, blocks, speakerNotes]
  return JSON.stringify(content, (name: string, value: unknown) => {
    if (name === 'lines') return undefined
    if (name !== 'src' || typeof value !== 'string') return value
    const picture = pictures.get(value)
    // The path of a picture in the bundle follows from its bytes. One that is lost may well be there tomorrow: no change.
    return picture?.state === 'ready' ? [value, picture.path] : value
  })
}

/** A short hash of anything that JSON can hold. */
export const printOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)

/** First and last line of the notes that a slide comes from; null for what the deck says by itself. */
export const linesIn = ({ kind, lines }: Slide): Lines | null =>
  kind === 'agenda' || kind === 'closing' ? null : lines
