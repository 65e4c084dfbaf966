/** What the page reports after fitting: one entry per slide on screen, in order. Lengths in CSS px of the canvas. */
export interface FittedSlide {
  /** From 1. */
  readonly page: number
  /** Id of the element; parts after the first carry `--2`, `--3`… */
  readonly id: string
  readonly part: number
  readonly parts: number
  readonly layout: string
  readonly overflow: { readonly x: number; readonly y: number }
  readonly minFontPx: number
  /** Of the letters in diagrams, which no template sets; absent where there are none. */
  readonly minDrawnPx?: number
  /** Share of the slide's room that is used, 0 to 1. */
  readonly fill: number
  readonly words: number
}

/** A heading of the notes as the PDF's bookmarks show it. */
export interface Bookmark {
  readonly title: string
  /** Depth, from 1. */
  readonly level: number
  /** From 1. */
  readonly page: number
  /** Distance from the page's top. */
  readonly top: number
}

/** What must be found on a page, once all of it is to be seen. */
export interface PageSample {
  readonly words: readonly string[]
  /** Nothing is to be seen on it, so it may be blank. */
  readonly empty?: boolean
}

export interface FitReport {
  readonly slides: readonly FittedSlide[]
  readonly bookmarks: readonly Bookmark[]
  /** For each slide, a few words as they stand on it: whoever prints it looks for them. */
  readonly samples: readonly PageSample[]
  /** Milliseconds that fitting took. */
  readonly took: number
}

/** A deck laid out for paper: slides as pages, or sheets of a handout. */
export interface LaidPaper {
  readonly pages: number
  readonly bookmarks: readonly Bookmark[]
  /** For each page the number that readers show for it, where pages don't just count. */
  readonly labels?: readonly number[]
}
