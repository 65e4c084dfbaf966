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

export interface NotesDifference extends DeckDifference {
  /** What the two versions are called. */
  readonly names: { readonly before: string; readonly after: string }
}

/** @throws UserError as readVersions, and as planNotes */
export async function diffNotes({ versions, ...request }: DiffRequest): Promise<NotesDifference> {
  const { before, after } = await readVersions(versions)
  const [old, made] = [await draft(before, request), await draft(after, request)]
  return { names: { before: before.source.file, after: after.source.file }, ...deckDifference(old.deck, made.deck) }
}

/** Config and template are those of today: it is the notes that are compared. */
async function draft({ source, notes }: NotesVersion, request: Omit<NotesRequest, 'notes'>): Promise<DraftedNotes> {
  const head = readFrontMatter(source)
  return draftNotes(source, head, await lookOf(head, { ...request, notes }))
}
