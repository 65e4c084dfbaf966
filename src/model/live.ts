/** What a served deck and its server say to each other. */
import type { FindingReport } from './finding.js'

/** What a served page can have made of its deck. */
export const exportKinds = ['pdf', 'handout', 'pptx'] as const
export type ExportKind = (typeof exportKinds)[number]

/** A planned slide as the page gets it: its lasting key and its `<section>`, not yet fitted. */
export interface LiveSlide {
  readonly key: string
  readonly html: string
}

/**
 * Slides `from` to before `from + gone` of the deck before are replaced by these. As many come as go where slides were
 * edited: each then stands in the place of one of them.
 */
export interface SlideChange {
  /** Counted from 0, in the deck before any of the changes. */
  readonly from: number
  readonly gone: number
  readonly made: readonly LiveSlide[]
}

/** A finding as pages show it. */
export type LiveFinding = Omit<FindingReport, 'code'>

/** Where a reader is: a slide of the deck, and which part of it when it is continued. */
export interface LivePlace {
  readonly key: string
  /** From 1. */
  readonly part: number
}

/** How the talk stands, for all pages that are in step. */
export interface LiveStand {
  readonly place: LivePlace
  /** How many of the slide's steps are to be seen. */
  readonly shown: number
  /** The screen is black, whatever the slide. */
  readonly black: boolean
}

/** The clock of the talk, without any machine's own time. */
export interface LiveClock {
  /** Milliseconds of the talk until now. */
  readonly elapsed: number
  readonly running: boolean
}

export interface DeckUpdate {
  readonly kind: 'deck'
  /** Goes up by one with every update; a page that misses one loads itself anew. */
  readonly round: number
  readonly title: string
  /** '' when nobody says. */
  readonly author: string
  /** In the order of the deck; places in them don't overlap. */
  readonly changes: readonly SlideChange[]
  /** Address of the style sheet, when it is another one than before. */
  readonly style?: string
  /** Key of the slide to go to, when the author wants to follow. */
  readonly goTo?: string
}

/** A file that was made of the deck. */
export interface ExportedFile {
  readonly name: string
  /** Where it lies, as the author would type it. */
  readonly path: string
  /** Where the page gets it. */
  readonly address: string
}

/** An export that a page asked for: under way, made, or not. */
export type LiveExport = { readonly kinds: readonly ExportKind[] } & (
  | { readonly state: 'working'; readonly text: string }
  /** Of the findings only errors: what was made of the deck and is not as it should be. */
  | { readonly state: 'done'; readonly files: readonly ExportedFile[]; readonly errors: readonly LiveFinding[] }
  | { readonly state: 'failed'; readonly message: string; readonly hint: string }
)

/** From the server to the page. */
export type LiveMessage =
  | DeckUpdate
  /** More has changed than slides and style. */
  | { readonly kind: 'reload' }
  /** `broken`: what is on screen is the last deck that could be made. `findings` are the worst, in order. */
  | { readonly kind: 'findings'; readonly broken: boolean; readonly findings: readonly LiveFinding[] }
  /** Go there: another one in step with this page has. */
  | ({ readonly kind: 'stand' } & LiveStand)
  /** Another one in step with this page has started, stopped or set the clock. */
  | ({ readonly kind: 'clock' } & LiveClock)
  /** One sentence to show for a moment. */
  | { readonly kind: 'say'; readonly text: string }
  | { readonly kind: 'export'; readonly export: LiveExport }
  /** The page that lists decks says something else now. */
  | { readonly kind: 'decks' }

/** From the page to the server. */
export type PageMessage =
  | ({ readonly kind: 'stand' } & LiveStand)
  /** How it stands at its start: counts as long as nobody has gone anywhere. */
  | ({ readonly kind: 'here' } & LiveStand)
  | ({ readonly kind: 'clock' } & LiveClock)
  /** How it stands when the page comes: counts as long as the server knows of none. */
  | ({ readonly kind: 'clock-here' } & LiveClock)
  /** Open the editor where this slide is in the notes. */
  | { readonly kind: 'edit-slide'; readonly key: string }
  /** Open the editor where a finding is: its index in the last `findings` message. */
  | { readonly kind: 'edit-finding'; readonly index: number }

/** What the server writes into a page, as JSON, for its script. */
export interface LiveData {
  /** Path of the socket. */
  readonly socket: string
  readonly round: number
  readonly role: LiveRole
  /** Pages go where one of them goes. */
  readonly sync: boolean
  /** The page was asked for by a name that only the machine has which serves it. */
  readonly atHome: boolean
  /** Where the author's page asks for exports, by POST. */
  readonly exports?: string
}

/** `author`: has the key that was printed for them. `remote`: moves the talk. `guest`: goes along with it, and gets nothing that is for the speaker. */
export type LiveRole = 'author' | 'remote' | 'guest'
