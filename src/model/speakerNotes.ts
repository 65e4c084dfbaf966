/** What the author has for the speaker, and where a file or page goes → what of it goes along: decided here and nowhere else. */
import type { Deck, Slide } from './deck.js'
import type { Block, NoteOrigin } from './notes.js'

/** The setting `speakerNotes`: what leaves the author. */
export type SpeakerNotesWish = 'none' | 'written' | 'all'

type Reach = 'everything' | 'everything unless none' | 'as wished' | 'nothing'

/** A new kind of file is one line here. */
const reaches = {
  /** The page that `serve` shows its author, who presents from it. */
  author: 'everything',
  /** A deck in a folder: the speaker view is in it. */
  folder: 'everything unless none',
  'single file': 'as wished',
  markdown: 'as wished',
  pptx: 'as wished',
  'pdf notes': 'as wished',
  'notes handout': 'as wished',
  'diff report': 'as wished',
  /** Two, three, four or six slides a sheet. */
  handout: 'nothing',
  article: 'nothing',
  /** The page that `serve` shows to others (serve/forGuests.ts). */
  guest: 'nothing',
} as const satisfies Readonly<Record<string, Reach>>

export type Destination = keyof typeof reaches

export function goesAlong(origin: NoteOrigin, destination: Destination, wish: SpeakerNotesWish): boolean {
  const reach: Reach = reaches[destination]
  switch (reach) {
    case 'everything':
      return true
    case 'everything unless none':
      return wish !== 'none'
    case 'as wished':
      return wish === 'all' || (wish === 'written' && origin === 'written')
    case 'nothing':
      return false
  }
}

/** The deck with those speaker notes that go along. */
export function deckFor(deck: Deck, destination: Destination, wish: SpeakerNotesWish): Deck {
  const slides = deck.slides.map((slide): Slide => {
    const speakerNotes = slide.speakerNotes.filter(({ origin }) => goesAlong(origin, destination, wish))
    return speakerNotes.length === slide.speakerNotes.length ? slide : { ...slide, speakerNotes }
  })
  return slides.every((slide, index) => slide === deck.slides[index]) ? deck : { ...deck, slides }
}

/** The same for notes that were read: what is for the speaker stands on the page's own level there. */
export const blocksFor = (
  blocks: readonly Block[],
  destination: Destination,
  wish: SpeakerNotesWish,
): readonly Block[] => blocks.filter((block) => block.kind !== 'aside' || goesAlong(block.origin, destination, wish))
