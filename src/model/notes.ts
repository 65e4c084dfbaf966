/** The user's notes after reading: a flat run of blocks in reading order, each with the lines it came from. */
import type { CalloutType } from './callouts.js'
import type { Finding } from './finding.js'
import type { Included, NotesPart } from './joined.js'

/** One file of notes as text: bytes decoded, BOM gone, line ends `\n`. */
export interface Source {
  /** Path as the user gave it; findings show it. */
  readonly file: string
  /** Path that an untitled talk is named after, where `file` is none: notes of a revision are called `HEAD:talk.md`. */
  readonly path?: string
  readonly text: string
  /** The files that the text was put together from, where there are several. */
  readonly parts?: readonly NotesPart[]
  /** Absent where the notes ask for no other file. */
  readonly included?: Included
  /** How its bytes were read, where they are not plain UTF-8 and no mark says what they are. */
  readonly decoded?: {
    /** As the Web calls it: `euc-jp`. */
    readonly encoding: string
    /** Nobody named it. */
    readonly isGuess: boolean
  }
}

/** First and last line of the notes (from 1, both included). */
export type Lines = readonly [first: number, last: number]

/** What a text is in the layout that it is set in: what is said first or large, the counter behind a number, what stands between
 * that and the rest, the rest. */
export type PieceKind = 'lead' | 'unit' | 'between' | 'rest'

/** What marks a stretch of text: emphasis, what only HTML has names for, what appears by itself, and what a layout sets apart. */
export type MarkKind =
  | 'strong'
  | 'em'
  | 'strike'
  | 'sup'
  | 'sub'
  | 'kbd'
  | 'mark'
  | 'insert'
  | 'small'
  | 'step'
  | PieceKind

/** CSS pixels; or a share, of the room that there is, or of the picture's own size. */
export interface Length {
  readonly of: 'px' | 'room' | 'self'
  readonly amount: number
}

/** How large a picture is to be at most, as the notes say it; its shape stays its own. */
export interface PictureSize {
  readonly width?: Length
  readonly height?: Length
}

/** Marks, abbreviations and links hold other inlines: most switches take them together, as `default`, by `children`, which nothing else has. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | FormulaInline
  | { readonly kind: 'break' }
  | { readonly kind: MarkKind; readonly children: readonly Inline[] }
  /** What stands for something longer, which the title says. */
  | { readonly kind: 'abbreviation'; readonly title: string; readonly children: readonly Inline[] }
  /** Characters, and how they are read aloud. */
  | { readonly kind: 'ruby'; readonly base: string; readonly reading: string }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] }
  /** `words`: what is written in it, where the notes draw it themselves. */
  | {
      readonly kind: 'image'
      readonly src: string
      readonly alt: string
      readonly words?: string
      readonly size?: PictureSize
    }
  /** A mark: the label as the notes have it, and the number that readers see, by order of first use. */
  | { readonly kind: 'footnote'; readonly label: string; readonly number: number }

export interface Heading {
  readonly kind: 'heading'
  /** 1 to 6. */
  readonly level: number
  readonly inlines: readonly Inline[]
  /** What the heading was inferred from (`bold line`, `1、`, `bullet`…), absent when the notes say so themselves. */
  readonly inferred?: string
  /** Attributes in braces behind the heading, `## Title {layout=quote}`: only names that the settings know. */
  readonly attributes?: Readonly<Record<string, string>>
  readonly lines: Lines
}

/** What appears by itself in the player, behind what stands before it. Absent: it is there from the start. */
interface Step {
  readonly step?: true
}

export interface Paragraph extends Step {
  readonly kind: 'paragraph'
  readonly inlines: readonly Inline[]
  /** A short line ending in a colon: it names what follows, and stays with it. */
  readonly introduces?: boolean
  /** Who spoke, when and where to find it: said small below the slide's title, which it stands right under. */
  readonly byline?: boolean
  readonly lines: Lines
}

/** How the numbers of an ordered list are written: 1. | 一、 | ① | (1) | （1） | a. | A. | i. | I. */
export type NumberStyle =
  | 'decimal'
  | 'cjk'
  | 'circled'
  | 'closed'
  | 'closed-wide'
  | 'alpha'
  | 'upper-alpha'
  | 'roman'
  | 'upper-roman'

export interface ListItem extends Step {
  /** The number the notes give the item; absent in bullet lists. */
  readonly number?: number
  /** Task lists: done or not; absent elsewhere. */
  readonly done?: boolean
  readonly blocks: readonly Block[]
  readonly lines: Lines
}

/** Layouts that a list may be set in where its items are of such a shape, each in pieces (`PieceKind`). */
export type ListLayout = 'numbers' | 'timeline' | 'flow' | 'steps' | 'cards' | 'pairs'

export interface List extends Step {
  readonly kind: 'list'
  readonly as?: ListLayout
  /** What the notes have where they have no list; documents show that. */
  readonly instead?: readonly Block[]
  readonly ordered: boolean
  readonly numbers?: NumberStyle
  readonly items: readonly ListItem[]
  readonly lines: Lines
}

export interface Quote extends Step {
  readonly kind: 'quote'
  readonly blocks: readonly Block[]
  readonly lines: Lines
}

/** GitHub's `> [!NOTE]` and the like. */
export interface Callout extends Step {
  readonly kind: 'callout'
  readonly type: CalloutType
  /** Beside its type, where it has one. */
  readonly title?: readonly Inline[]
  readonly blocks: readonly Block[]
  readonly lines: Lines
}

/** Lines from and to, counted from 1; none at all stands for all lines. */
export type LineMarks = readonly (readonly [from: number, to: number])[]

export interface Code extends Step {
  readonly kind: 'code'
  /** As the fence names it, '' when it doesn't. */
  readonly language: string
  readonly text: string
  /** The number of the first line, where the notes ask for numbers. */
  readonly numbered?: number
  /** The lines that matter, a step after another. */
  readonly marks?: readonly LineMarks[]
  /**
   * Its text as HTML, with an element around what has an ink (render/inks/highlight.ts), line by line as the text; absent where
   * nobody knows the language. Ready for the page: code has thousands of words, and they are the same in every build.
   */
  readonly inked?: string
  readonly lines: Lines
}

/** A formula in TeX, without the signs around it, as the notes have it. */
interface Tex {
  readonly tex: string
  /** What is typeset, where that is more: with its numbers, those that it refers to, and what formulas before it define. */
  readonly whole?: string
}

/** One within a line. */
export interface FormulaInline extends Tex {
  readonly kind: 'math'
}

/** One that stands by itself. */
export interface Formula extends Step, Tex {
  readonly kind: 'math'
  readonly lines: Lines
}

export interface TableCell {
  /** What it says in a line. */
  readonly inlines: readonly Inline[]
  /** What it says where that is more than a line: lists, code, several paragraphs. Then it has no inlines. */
  readonly blocks?: readonly Block[]
  /** How many columns and rows it reaches over; absent for one. */
  readonly columns?: number
  readonly rows?: number
}

export interface Table extends Step {
  readonly kind: 'table'
  /** By column. */
  readonly align: readonly ('left' | 'center' | 'right' | '')[]
  /** Empty where there is none. */
  readonly head: readonly TableCell[]
  /** How many of the rows belong to the head as well; absent for none. */
  readonly headRows?: number
  readonly rows: readonly (readonly TableCell[])[]
  readonly lines: Lines
}

/** Something that plays or is open elsewhere: slides and paper show a card that leads there. */
export interface Media extends Step {
  readonly kind: 'media'
  readonly medium: 'video' | 'audio' | 'page'
  /** '' where it leads nowhere that is safe. */
  readonly href: string
  readonly title: string
  /** Of the address; '' for files beside the notes. */
  readonly host: string
  /** A picture of it. */
  readonly poster?: string
  readonly lines: Lines
}

/** A diagram as it was drawn: part of the page, so that its labels are text like any other. */
export interface Drawing {
  /** What it was drawn from. */
  readonly code: Code
  /** An `<svg>` of our own writing (render/diagrams/), in classes of deck.css. */
  readonly svg: string
  /** Its own size, CSS px. */
  readonly width: number
  readonly height: number
}

/** A picture that stands alone. Its caption is its alt text or title; one that the notes draw has what they put below it. */
export interface Picture extends Step {
  readonly kind: 'picture'
  /** Of a drawing: a name that follows from what it was drawn from. */
  readonly src: string
  /** Of a drawing: its labels. */
  readonly alt: string
  /** What is written in it, where the notes draw it themselves. */
  readonly words?: string
  readonly caption: string
  readonly size?: PictureSize
  /** Where a link around it leads. */
  readonly href?: string
  /** Absent for pictures that come from a file. */
  readonly drawing?: Drawing
  readonly lines: Lines
}

export interface Definitions extends Step {
  readonly kind: 'definitions'
  readonly items: readonly { readonly term: readonly Inline[]; readonly blocks: readonly Block[] }[]
  readonly lines: Lines
}

/** One of those that stand side by side. */
export interface Column {
  /** Share of the width, 0 to 1; those that say none share what is left. */
  readonly width?: number
  readonly blocks: readonly Block[]
}

/** What the author wrote side by side: read, and laid out where there is no room, column after column. */
export interface Columns extends Step {
  readonly kind: 'columns'
  /** Not the author's, but ours: what stands below several labels or sub-headings of like shape. */
  readonly as?: 'comparison' | 'groups'
  /** What the notes have where they have a list; documents show that. */
  readonly instead?: readonly Block[]
  /** Two at least. */
  readonly columns: readonly Column[]
  readonly lines: Lines
}

/** What a footnote says. */
export interface Footnote {
  readonly kind: 'footnote'
  /** As the notes have it, or made different where another footnote has the same there. */
  readonly label: string
  /** Of its marks; absent where nothing refers to it. */
  readonly number?: number
  readonly blocks: readonly Block[]
  readonly lines: Lines
}

/**
 * `written`: what the author wrote as speaker notes, and what was taken off a slide without being private (titles of links, what
 * `density: brief` moves).
 * `comment` and `unfinished` are private: what the author tells nobody but themselves, and what is still to be written.
 */
export type NoteOrigin = 'written' | 'comment' | 'unfinished'

/** A paragraph, a piece of code or a table for the speaker (remarks.ts). */
export interface SpeakerNote {
  readonly text: string
  readonly origin: NoteOrigin
}

/** Not for the slide: speaker notes, comments, placeholders such as TODO. Who gets to see them is decided in speakerNotes.ts. */
export interface Aside {
  readonly kind: 'aside'
  readonly origin: NoteOrigin
  readonly text: string
  readonly lines: Lines
}

/** What stands behind a slide's text, or beside it where it has a side. */
export interface Background {
  readonly picture?: string
  /** As CSS writes colours: not checked yet. */
  readonly colour?: string
  readonly side?: 'left' | 'right'
  /** Of the slide's width, where it has a side: 0 to 1. */
  readonly share?: number
  readonly fit?: 'cover' | 'contain' | 'auto'
}

/** What the author of written slides asks of one of them. */
export interface SlideWish {
  readonly backgrounds?: readonly Background[]
  /** It is in no deck and on no paper. */
  readonly hidden?: true
  /** The talk's title slide, which the tool makes of the front matter. */
  readonly title?: true
  /** It opens a part of the talk, with nothing but its heading. */
  readonly divider?: true
  /** A name that the settings know (`layouts`). */
  readonly layout?: string
  /** Set smaller than others, as there is much on it. */
  readonly small?: true
  /** '' for none. */
  readonly header?: string
  readonly footer?: string
  readonly paginate?: boolean
  /** Its points appear one after another. */
  readonly steps?: true
}

/**
 * A rule the author wrote as a cut between slides (`---` with content on both sides). Among written slides every cut counts, also two
 * in a row; the first slide may have one before it, for what is asked of it.
 */
export interface Cut {
  readonly kind: 'cut'
  /** The plan's own, for slides alone: documents have none. */
  readonly ours?: true
  /** Of the slide that begins here. */
  readonly slide?: SlideWish
  readonly lines: Lines
}

/** `slides`: the author's own cuts are law, and nothing is inferred from what stands between them. */
export type WayOfReading = 'notes' | 'slides'

export type Block =
  | Heading
  | Paragraph
  | List
  | Quote
  | Callout
  | Code
  | Formula
  | Table
  | Picture
  | Media
  | Definitions
  | Columns
  | Footnote
  | Aside
  | Cut

/** The notes, read. Never fails: what is odd about them is in `findings`. */
export interface Notes {
  readonly file: string
  /** As in the source. */
  readonly path?: string
  /** Front matter as written (YAML or `Title: x` lines); values not yet checked. Keys are lower case. */
  readonly front: Readonly<Record<string, FrontValue>>
  /** BCP 47: `zh-Hans`, `zh-Hant`, `ja`, `en`…, from front matter `lang` or from the text. */
  readonly lang: string
  readonly read: WayOfReading
  readonly blocks: readonly Block[]
  readonly findings: readonly Finding[]
}

/** A front matter value, and where it stands. */
export interface FrontValue {
  readonly value: string | number | boolean | null | readonly (string | number | boolean | null)[]
  readonly line: number
  /** Where on that line it begins; absent when nobody looked. */
  readonly column?: number
  /** Labels of the footnotes that were called in it: their marks are taken out, as the value is plain text. */
  readonly footnotes?: readonly string[]
}
