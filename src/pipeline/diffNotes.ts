/** Two versions of some notes → what is different between their decks. */
import { type DeckDifference, deckDifference } from '../diff/difference.js'
import type { NotesVersion } from '../io/git.js'
import { readVersions } from '../io/notesVersions.js'
import { readFrontMatter } from '../parse/frontMatter.js'
import { type DraftedNotes, draftNotes, lookOf } from './planNotes.js'
import type { NotesRequest } from './requests.js'

export interface DiffRequest extends Omit<NotesRequest, 'notes'> {
  /** One or two: files, revisions, `revision:path`. */
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
}

/** The two decks that are compared, and what their pictures and fonts are looked for by. */
export interface ComparedNotes {
  readonly before: DraftedNotes
  readonly after: DraftedNotes
  /** Where the notes are, or would be today. */
  readonly paths: { readonly before: string; readonly after: string }
  readonly difference: NotesDifference
}

/** @throws UserError as readVersions, and as planNotes */
export async function compareNotes({ versions, ...request }: DiffRequest): Promise<ComparedNotes> {
  const { before, after } = await readVersions(versions)
  const [old, made] = [await draft(before, request), await draft(after, request)]
  const names = { before: before.source.file, after: after.source.file }
  return {
    before: old,
    after: made,
    paths: { before: before.notes, after: after.notes },
    difference: { names, ...deckDifference(old.deck, made.deck) },
  }
}

/** @throws UserError as readVersions, and as planNotes */
export const diffNotes = async (request: DiffRequest): Promise<NotesDifference> =>
  (await compareNotes(request)).difference

/** Config and template are those of today: it is the notes that are compared. */
async function draft({ source, notes }: NotesVersion, request: Omit<NotesRequest, 'notes'>): Promise<DraftedNotes> {
  const head = readFrontMatter(source)
  return draftNotes(source, head, await lookOf(head, { ...request, notes }))
}
