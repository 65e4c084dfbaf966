/** The deck: which slides there are, in which order, with what on them. Not yet HTML, not yet fitted. */

import type { CalloutType } from './callouts.js'
import type { Finding } from './finding.js'
import type { NotesPart } from './joined.js'
import type { Block, Inline, Lines, SlideWish, SpeakerNote } from './notes.js'

/** `agenda` and `closing` are made by the deck and say again what other slides say. */
export type SlideKind = 'title' | 'agenda' | 'section' | 'content' | 'closing'

/** How one slide is arranged. A template may have a file for each; `content` serves those it has none for. */
export const layouts = [
  'title',
  'agenda',
  'section',
  'points',
  'columns',
  'prose',
  'statement',
  'quote',
  'numbers',
  'picture',
  'full',
  'gallery',
  'beside',
  'comparison',
  'groups',
  'timeline',
  'flow',
  'steps',
  'cards',
  'pairs',
  'code',
  'table',
  'closing',
] as const
export type Layout = (typeof layouts)[number]

/** Those that go by the shape of the text: the page takes them back where it does not fit. */
export const composedLayouts: readonly Layout[] = [
  'comparison',
  'groups',
  'numbers',
  'timeline',
  'flow',
  'steps',
  'cards',
  'pairs',
]

/**
 * Ways in which a slide may be set beside the plain flow of its layout: classes, over the same HTML. `columns`: where all of it
 * fits so; `packed`: where it needs fewer slides so, too; `dense`: its tables in the type of wide ones, where they are whole so; `led`: its
 * picture reaches to the edges of the slide.
 */
export type Candidate = 'columns' | 'packed' | 'dense' | 'stacked' | 'led'

export interface Slide {
  /** Its address: stable under editing of other slides; unique in the deck; safe as an element id. */
  readonly id: string
  /** Who it is, whatever it says and is called; absent as long as nobody looked for it in an earlier deck. */
  readonly key?: string
  /** Marks of the addresses that it had in earlier decks (addressMark.ts). */
  readonly was?: readonly string[]
  readonly kind: SlideKind
  readonly layout: Layout
  /** Why it has that layout, where it is not for what it says: several before it are all alike. */
  readonly because?: 'variety'
  /** What its content qualifies for; the page measures these, and takes the way that costs least. */
  readonly candidates?: readonly Candidate[]
  /** What it says may stand lower than right below its title, where that is little. */
  readonly centred?: true
  /** Its section has little on each of its slides, and is set in larger type. */
  readonly large?: boolean
  readonly title: readonly Inline[]
  /** The heading above this one, said small over the title. */
  readonly eyebrow?: readonly Inline[]
  /** Index into Deck.sections; absent before the first section. */
  readonly section?: number
  readonly blocks: readonly Block[]
  /** Of the title slide, where it has a panel for what the talk was part of, and how much there is of it. */
  readonly panel?: CoverPanel
  /** What the speaker says, or wrote to themselves: never on the slide. Not all of it is for everyone (speakerNotes.ts). */
  readonly speakerNotes: readonly SpeakerNote[]
  /** Of a written slide. */
  readonly wish?: SlideWish
  /** Depth in the PDF's bookmarks, from 1; absent when the slide has none of its own. */
  readonly bookmark?: number
  /**
   * Headings above this slide that have no slide of their own and are met here first: their bookmarks come right
   * before this slide's and lead to it, at the depths just above its own.
   */
  readonly bookmarkParents?: readonly string[]
  /** Without a bookmark of its own: the depth of that which those of its sub-headings are below. */
  readonly bookmarkAbove?: number
  readonly lines: Lines
}

export interface CoverPanel {
  /** How many sections; absent where the slides are what is counted, or nothing is. */
  readonly sections?: number
  /** A short talk is not counted. */
  readonly counts: boolean
}

export interface Section {
  readonly title: readonly Inline[]
  /** Id of the slide that opens it: its divider. */
  readonly slide: string
}

/** What the title slide says beside the title; every field as the notes have it, '' when they don't. */
export interface TitleFacts {
  readonly subtitle: string
  readonly event: string
  readonly place: string
  readonly date: string
  readonly author: string
}

/** What stands behind the facts that the author gave a footnote. */
export type FactMarks = { readonly [Name in keyof TitleFacts]?: readonly Inline[] }

/** CSS pixels; 1280 × 720 by default. */
export interface Canvas {
  readonly width: number
  readonly height: number
}

/** Words the deck says by itself, in its own language. */
export interface DeckWords {
  readonly agenda: string
  /** On the cover, behind the number of sections; `{pages}` are the slides of the fitted deck. */
  readonly coverSections: string
  /** Behind the number of slides. */
  readonly coverSlides: string
  /** Title of the slide that gathers what several talks left behind. */
  readonly takeaways: string
  /** Title of the slide that gathers links at the end. */
  readonly references: string
  /** Behind the title of a continued slide: `{part}/{parts}`. */
  readonly part: string
  /** Behind what a continued slide says again, so that its points keep their context. */
  readonly continued: string
  /** What is said of a picture that the notes say nothing of, to those who can't see it: `Picture {name}`. */
  readonly picture: string
  readonly pictureUnavailable: string
  /** Over the list of headings in a document. */
  readonly contents: string
  /** Over what the speaker noted, on paper. */
  readonly speakerNotes: string
  /** What the cover of a handout calls it. */
  readonly handout: string
  /** In the foot of sheets: `Page {page} of {pages}`. */
  readonly pageOf: string
  /** What a screen reader says for the whole. */
  readonly slides: string
  /** What kind of box it is, over what stands in it. */
  readonly callouts: Readonly<Record<CalloutType, string>>
  /** Between that and its title. */
  readonly colon: string
}

export interface Deck {
  readonly file: string
  /** The files that it is made of, where there are several: lines are those of all of them together. */
  readonly parts?: readonly NotesPart[]
  /** Plain text. */
  readonly title: string
  readonly facts: TitleFacts
  readonly factMarks: FactMarks
  readonly lang: string
  readonly canvas: Canvas
  /** A column of reveal.js per section. */
  readonly stacks: boolean
  /** Seconds that the talk may take; 0 when nobody said. */
  readonly duration: number
  readonly sections: readonly Section[]
  readonly slides: readonly Slide[]
  readonly words: DeckWords
  readonly findings: readonly Finding[]
}
