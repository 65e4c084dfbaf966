/** What the file is made of: everything the page measured, and what only the notes know. */
import type { DeckLook, PictureFile, SlideParts } from '../model/parts.js'
import type { Typefaces } from '../model/typefaces.js'

export interface EditableDeck {
  readonly title: string
  readonly subject: string
  readonly author: string
  readonly keywords: string
  /** BCP 47. */
  readonly lang: string
  /** That the file carries. */
  readonly date: Date
  /** Size of a slide, CSS px. */
  readonly canvas: { readonly width: number; readonly height: number }
  readonly look: DeckLook
  readonly typefaces: Typefaces
  readonly slides: readonly EditableSlide[]
  /** Titles of the sections; slides name them by their place here. */
  readonly sections: readonly string[]
  /** By the source of a picture, and by the mark of what a picture was taken of. */
  readonly pictures: ReadonlyMap<string, PictureFile>
}

export interface EditableSlide extends SlideParts {
  /** What the speaker says, a line each. */
  readonly notes: readonly string[]
  /** Place in EditableDeck.sections; absent before the first. */
  readonly section?: number
}
