/** Sheets of paper: how they are wanted, and what is said on each of them. Travels from the settings to the page. */
import type { Canvas } from './deck.js'

export interface SheetSettings {
  readonly paper: 'a4' | 'letter'
  /** `auto`: what suits the kind of handout. */
  readonly orientation: 'auto' | Orientation
  /** The edge that is punched, stapled or glued: it gets more room. `book`: the left one, of paper printed on both sides. */
  readonly binding: 'none' | 'left' | 'top' | 'book'
  /** Whether a sheet with the talk's title comes first. */
  readonly cover: boolean
  /** `save`: dark grounds become white, and full areas outlines. */
  readonly ink: 'save' | 'full'
}

export type Orientation = 'portrait' | 'landscape'

/** What sheets say beside the slides; plain text, '' where there is nothing to say. */
export interface SheetWords {
  readonly title: string
  readonly subtitle: string
  readonly event: string
  readonly place: string
  readonly date: string
  readonly author: string
  /** `Page {page} of {pages}`, in the deck's language. */
  readonly pageOf: string
  /** Over what the speaker says. */
  readonly speakerNotes: string
  /** Behind the title of what goes on here: `(cont.)`. */
  readonly continued: string
  /** What the cover calls the whole: `Handout`. */
  readonly handout: string
}

export interface SheetWish {
  /** Of the slides. */
  readonly canvas: Canvas
  readonly settings: SheetSettings
  readonly words: SheetWords
}
