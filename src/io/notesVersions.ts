/** What the user named (files, revisions, both) → two versions of some notes, read. */
import { stat } from 'node:fs/promises'
import { exitCode, UserError } from '../errors.js'
import { type NotesVersion, pastNotes, pastObject } from './git/pastNotes.js'
import { isNotesName } from './notesNames.js'
import { type NamedEncoding, noSuchFile, readNotes } from './readNotes.js'

export interface NotesVersions {
  readonly before: NotesVersion
  readonly after: NotesVersion
}

type Named =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'object'; readonly revision: string; readonly path: string }
  | { readonly kind: 'revision'; readonly revision: string }

/**
 * Two files; a file and a revision of it; `revision:path` in place of a file. One file alone is compared with its last commit.
 * @param words one or two
 * @throws UserError as readNotes and pastNotes, and when it is not clear which file is meant
 */
export async function readVersions(words: readonly string[], encoding?: NamedEncoding): Promise<NotesVersions> {
  const read = versionReader(encoding)
  const [one, other] = await Promise.all(words.map(named))
  if (one === undefined) throw new Error('No notes are named.')
  if (other !== undefined) return { before: await read(one, other), after: await read(other, one) }
  if (one.kind === 'object') {
    const before = await read(one, one)
    return { before, after: { source: await readNotes(before.notes, encoding), notes: before.notes } }
  }
  return { before: await read({ kind: 'revision', revision: 'HEAD' }, one), after: await read(one, one) }
}

/** One of them. */
export async function readVersion(word: string, encoding?: NamedEncoding): Promise<NotesVersion> {
  const one = await named(word)
  return versionReader(encoding)(one, one)
}

async function named(word: string): Promise<Named> {
  // Asked first: a file may be called anything.
  const facts = await stat(word).catch(() => undefined)
  if (facts && !facts.isDirectory()) return { kind: 'file', path: word }
  const isDrive = /^[a-z]:[\\/]/i.test(word)
  const [, revision, path] = isDrive ? [] : (/^([^:]+):(.+)$/s.exec(word) ?? [])
  if (revision !== undefined && path !== undefined) return { kind: 'object', revision, path }
  if (isDrive || word.trim() === '' || isNotesName(word)) throw await noSuchFile(word)
  return { kind: 'revision', revision: word }
}

const versionReader =
  (encoding: NamedEncoding | undefined) =>
  async (which: Named, other: Named): Promise<NotesVersion> => {
    if (which.kind === 'file') return { source: await readNotes(which.path, encoding), notes: which.path }
    if (which.kind === 'object') return pastObject(which.revision, which.path, encoding)
    if (other.kind === 'file') return pastNotes(which.revision, other.path, encoding)
    if (other.kind === 'object') return pastObject(which.revision, other.path, encoding)
    throw new UserError(
      `There is no file ${which.revision}, and none is named that it could be a revision of.`,
      'Name the notes, too: `talkback diff HEAD~1 notes.md`.',
      exitCode.usage,
    )
  }
