/** What pictures that are no slides say and show: contact sheets and social cards. Travels from the deck to the page. */

export interface ContactSheetParts {
  /** Page numbers of the slides on it, from 1. */
  readonly pages: readonly number[]
  /** Pixels of the picture for each CSS pixel. */
  readonly scale: number
  /** HTML, its lines ending between words. */
  readonly title: string
  /** Plain text that stands below the title; '' is left out. */
  readonly facts: readonly string[]
  /** Titles, in the order of Deck.sections. */
  readonly sections: readonly string[]
  /** Behind the title of a section that goes on here. */
  readonly continued: string
  /** Which sheet of several it is: `{part}/{parts}`. */
  readonly part: string
}

export interface SocialCardParts {
  /** HTML, its lines ending between words. */
  readonly title: string
  /** Plain text, here and below; '' is left out. */
  readonly event: string
  readonly author: string
  readonly date: string
  readonly logo?: LogoPicture
}

/** The talk's logo, as the bundle has it. */
export interface LogoPicture {
  /** Inside the deck's folder. */
  readonly path: string
  /** CSS pixels. */
  readonly width: number
  readonly height: number
}
