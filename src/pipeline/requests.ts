/** What is asked of the pipeline, and what it gives. */
import type { Absence } from '../diff/absences.js'
import type { DeckChanges } from '../diff/changes.js'
import type { DeckDifference } from '../diff/difference.js'
import type { UserError } from '../errors.js'
import type { FindingReport } from '../model/finding.js'
import type { Formats } from '../model/format.js'

export interface NotesRequest {
  /** Path of the notes. */
  readonly notes: string
  /** Paths of all notes of one deck, where it is made of several; `notes` is what it is called by then. */
  readonly joined?: readonly string[] | undefined
  /** Settings that outrank all others, as written. */
  readonly settings?: Readonly<Record<string, unknown>>
  /** Path of a config file. */
  readonly config?: string | undefined
  /** Folder in whose stead config and templates are looked for in the working directory. */
  readonly here?: string | undefined
  /** Path of the browser for diagrams that are not drawn yet; otherwise found. */
  readonly browser?: string | undefined
  /** Nobody is going to look at it: no browser is started for diagrams that are not drawn yet, whose labels are enough. */
  readonly words?: boolean | undefined
}

export interface CheckRequest extends NotesRequest {
  /** Never ask the network. */
  readonly offline: boolean
  /** Fetch pictures again, also those that were out of reach before. */
  readonly refresh: boolean
}

export interface DeckRequest extends CheckRequest {
  /** Folder of the deck, made or replaced as a whole. */
  readonly folder: string
  /** Names the files that are made of it: `<name>.pdf`. */
  readonly name: string
  readonly formats: Formats
}

export interface Surroundings {
  /** Path of a browser; otherwise found. */
  readonly browser?: string | undefined
  /** Ends the work early; what was on disk stays as it was. */
  readonly signal?: AbortSignal
  /** Told what is being done: `Getting 3 pictures`. */
  readonly onStage?: (text: string) => void
  /** Told of notes of which nothing can be made, so that the others are; absent: that is thrown. */
  readonly onFault?: (notes: string, fault: UserError) => void
}

export interface BuiltDeck {
  readonly notes: string
  readonly title: string
  /** Path of index.html. */
  readonly index: string
  /** Paths of what else was made of it, in order. */
  readonly files: readonly string[]
  /** Slides as planned; once a browser has opened it, slides on screen, continuations included. */
  readonly slides: number
  /** A browser has opened it. */
  readonly fitted: boolean
  /** Since the deck that it replaces; absent when there was none. */
  readonly changes?: DeckChanges
  readonly findings: readonly FindingReport[]
}

export interface DiffRequest extends Omit<NotesRequest, 'notes'> {
  /** One or two: files, revisions, `revision:path`; of two, folders of decks that were made. */
  readonly versions: readonly string[]
}

export interface PictureDiffRequest extends DiffRequest {
  /** Path of the report that is written: an HTML file. */
  readonly pictures: string
  /** As for a CheckRequest. */
  readonly offline: boolean
  readonly refresh: boolean
}

export interface NotesDifference extends DeckDifference {
  /** What the two versions are called. */
  readonly names: { readonly before: string; readonly after: string }
  /** What a git revision does not have, and today's files stand in for. */
  readonly absences: readonly Absence[]
}
