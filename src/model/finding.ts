/** Something to tell the author: a code, how bad it is, where it is, and the facts. The words are made in check/words.ts. */
import type { IncludeTrouble } from './joined.js'

export type Severity = 'error' | 'warning' | 'hint'

/** A place in the notes, or in the file it names. Lines and columns count from 1; `endLine` is the last line, when the place is more than one line. */
export interface Place {
  /** Path of another file than the notes, as messages show it. */
  readonly file?: string
  readonly line: number
  readonly column?: number
  readonly endLine?: number
}

/** Faults of a PDF that a reader suffers from: it is not put in the place of a better one. */
export const pdfHarms = ['unreadable', 'pages', 'bookmark', 'font-absent', 'blank'] as const
export type PdfHarm = (typeof pdfHarms)[number]

/** What a PDF lacks that is kept as the browser wrote it. */
export type PdfLack = 'title' | 'labels' | 'dates' | 'tags' | 'notes' | 'sheet'

/** What a PDF of ours was read back for, and proved not to have: one kind of fault, and how often. */
export interface PdfFault {
  readonly kind: PdfHarm | 'link' | 'font-drawn' | 'text'
  readonly count: number
  /** The first of them: a bookmark's title, a link's place, a font's name, a word; a reason; the number of pages there are. */
  readonly what: string
  /** Where the first one is, from 1; 0 when it is on no page. */
  readonly page: number
}

/**
 * Why a diagram is not drawn: nobody here draws its kind, it is broken or empty, it took too long or is too large, or what draws it is
 * not there.
 */
export interface DiagramFault {
  /** What its language is called: `PlantUML`. */
  readonly name: string
  /** How many, where they all lack the same. */
  readonly count: number
  readonly why: 'unknown' | 'broken' | 'empty' | 'slow' | 'large' | 'no-mermaid' | 'no-browser'
  /** What the drawing program said of it; '' when nothing. */
  readonly says: string
}

/** Why a picture is a card: what there is to do about it follows from this. */
export type PictureTrouble =
  | 'private-address'
  | 'outside'
  | 'too-large'
  | 'kind'
  | 'slender'
  | 'no-place'
  | 'missing'
  | 'unreadable'
  | 'host'
  | 'answer'
  | 'offline'

export interface PictureFault {
  readonly source: string
  /** As the card says it. */
  readonly reason: string
  readonly trouble?: PictureTrouble
}

/**
 * Every finding there is, with the facts its sentence needs.
 * A new finding is one line here and one sentence in check/words.ts; the compiler asks for the second.
 */
export interface FindingFacts {
  // bytes
  'encoding-guessed': { readonly encoding: string; readonly sample: string }
  'bytes-broken': { readonly encoding: string; readonly count: number }
  // front matter and settings
  /** That place is skipped, and nothing around it. */
  'front-matter-broken': { readonly reason: string }
  /** As broken, but the value counts, as the text that stands there. */
  'front-matter-text': { readonly reason: string }
  /** `alone`: nothing but a front matter is there, as in half of a file. */
  'front-matter-unclosed': { readonly alone?: true }
  /** A config file that came with the notes; it says nothing, then. */
  'config-broken': { readonly reason: string }
  'config-unknown': { readonly name: string; readonly advice: string }
  /** What stands for the day on which somebody builds. */
  'date-moving': { readonly value: string }
  'setting-unknown': { readonly name: string; readonly nearest?: string }
  /** Or a template; `advice`: a sentence on what to do, where there is more to say than where it is looked for. */
  'setting-file': { readonly name: string; readonly path: string; readonly reason: string; readonly advice?: string }
  'setting-invalid': { readonly name: string; readonly value: string; readonly expected: string }
  // slides that somebody wrote
  /** `tool`: '' for nobody's in particular; `signs`: what shows it, as it is written. */
  'read-as-slides': { readonly tool: string; readonly signs: readonly string[] }
  /** Another file that was to stand in this place. */
  'include-unread': { readonly path: string; readonly lack?: IncludeTrouble; readonly reason?: string }
  /** A pattern of the author's own that parts slides, which is not read. */
  'separator-unread': { readonly name: string; readonly value: string }
  /** `text`: its title. */
  'slide-hidden': { readonly text: string }
  /** What is for other formats; `text`: its first line. */
  'part-hidden': { readonly text: string }
  /** Of a tool that are no text; `lines`: those that they stand on. */
  'directives-read': { readonly tool: string; readonly names: readonly string[]; readonly lines: readonly number[] }
  'directives-unmet': { readonly tool: string; readonly names: readonly string[]; readonly lines: readonly number[] }
  // reading messy notes: repairs (all hints)
  'heading-space': { readonly text: string }
  'heading-empty': { readonly count: number }
  'heading-inferred': { readonly text: string; readonly from: string }
  'list-marker': { readonly marker: string; readonly count: number }
  'list-indent': { readonly count: number }
  'table-mended': { readonly count: number }
  /** `tool`: what the notes are written in, beside Markdown; `lines`: those that said nothing to a reader. */
  'origin-read': { readonly tool: string; readonly lines: readonly number[] }
  /** `kind`: what it is drawn with (parse/drawn/). */
  'table-drawn': { readonly kind: string; readonly count: number }
  'table-ended': Record<never, never>
  'lines-as-points': { readonly count: number }
  'bold-mended': { readonly count: number }
  /** Marks that are shown as they are written. */
  'bold-open': { readonly text: string }
  'heading-repeated': { readonly text: string }
  'indent-not-code': { readonly count: number }
  'fence-unclosed': Record<never, never>
  /** `language`: as its fence has it. */
  'code-empty': { readonly language: string }
  /** `lines`: those that say so. */
  'speaker-notes': { readonly spelling: string; readonly lines: readonly number[] }
  /** Read by some tool, and by nobody else. */
  'comment-dropped': { readonly tool: string; readonly lines: readonly number[] }
  /** Tags of site generators, and on which lines they stand. */
  'site-tags': { readonly tags: readonly { readonly name: string; readonly lines: readonly number[] }[] }
  'formula-unclosed': Record<never, never>
  'formula-empty': Record<never, never>
  /** `\\eqref{label}` where no formula has that label. */
  'formula-reference': { readonly label: string }
  /** `reason`: in the words of what typesets formulas. */
  'formula-broken': { readonly tex: string; readonly reason: string }
  'html-dropped': { readonly tag: string; readonly count: number; readonly withContent?: true }
  'heading-long': { readonly text: string }
  // reading messy notes: content that is not shown as written
  'characters-dropped': { readonly count: number; readonly sample: string }
  /** `sample`: what stood there and what it means, a few of them. */
  'characters-folded': { readonly count: number; readonly sample: string }
  placeholder: { readonly text: string }
  'names-nothing': { readonly text: string }
  /** Only the words of a link are shown, as nothing has that name. */
  'link-nowhere': { readonly href: string }
  /** The same, of all that lead to files beside the notes; `href`: the first of them. */
  'link-beside': { readonly href: string; readonly lines: readonly number[] }
  'footnote-undefined': { readonly label: string }
  'footnote-unused': { readonly label: string }
  /** `file`: where the first of the two stands, when that is another one. */
  'repeated-lines': { readonly first: number; readonly count: number; readonly file?: string }
  'notes-empty': Record<never, never>
  // pictures
  'picture-unreachable': PictureFault
  'picture-missing': PictureFault
  'picture-refused': PictureFault
  /** `folder`: where `/` begins for it, from the bound of the notes; '' for that itself. */
  'pictures-root': { readonly source: string; readonly folder: string }
  'pictures-kept': { readonly count: number }
  /** Bytes; the long side in pixels; quality of JPEG, from 0 to 100. */
  'pdf-pictures-smaller': {
    readonly file: string
    readonly most: number
    readonly before: number
    readonly after: number
    readonly side: number
    readonly quality: number
  }
  'pdf-too-large': { readonly file: string; readonly size: number; readonly most: number }
  'drawing-drawn': { readonly source: string }
  /** `dropped`: `<script>, onload`. */
  'drawing-cleaned': { readonly source: string; readonly dropped: string }
  /** A diagram that shows the code it is written in. */
  'diagram-source': DiagramFault
  // glyphs
  'glyph-missing': { readonly characters: string }
  // slides, after fitting
  'slide-overflow': { readonly slide: string; readonly x: number; readonly y: number }
  'type-small': { readonly slide: string; readonly size: number; readonly floor: number }
  'diagram-small': { readonly slide: string; readonly size: number; readonly floor: number }
  'slide-empty': { readonly slide: string }
  'slide-sparse': { readonly slide: string; readonly percent: number }
  'line-alone': { readonly slide: string; readonly part: number; readonly parts: number }
  'slide-picture-shrunk': { readonly slide: string; readonly percent: number }
  'text-faint': { readonly text: string; readonly ratio: number; readonly wanted: number; readonly slides: number }
  'font-foreign': { readonly text: string; readonly font: string }
  'word-lost': { readonly words: string }
  // what was made of the deck
  'pdf-fault': PdfFault & { readonly file: string; readonly aside: string }
  'pdf-flaw': PdfFault & { readonly file: string }
  'pdf-unfinished': { readonly file: string; readonly reason: string; readonly lacks: readonly PdfLack[] }
  // templates
  'template-fault': { readonly template: string; readonly reason: string }
}

export type FindingCode = keyof FindingFacts

/** A finding with its facts; `severity` follows from the code (see check/words.ts). */
export type Finding = {
  readonly [Code in FindingCode]: { readonly code: Code; readonly place: Place; readonly facts: FindingFacts[Code] }
}[FindingCode]

/** A finding as it is printed and as `--json` shows it. */
export interface FindingReport {
  readonly code: FindingCode
  readonly severity: Severity
  readonly file: string
  readonly line: number
  readonly column: number
  readonly message: string
  readonly hint: string
}
