/** A revision and a path → the text that the file had then, as git keeps it. */
import { basename, dirname, join, posix } from 'node:path'
import { exitCode, UserError } from '../../errors.js'
import type { Source } from '../../model/notes.js'
import { type NamedEncoding, sourceOf } from '../readNotes.js'
import { askGit } from './askGit.js'

/** Notes as they are or were, and where they would be today. */
export interface NotesVersion {
  /** `file` is what the revision and the path are called together: `HEAD~1:notes/x.md`. */
  readonly source: Source
  /** Path today, whether or not there is still such a file. */
  readonly notes: string
  /** Where git has them; absent for the file as it is. */
  readonly past?: PastPlace
}

export interface PastPlace {
  readonly revision: string
  /** Folder of the repository. */
  readonly top: string
  /** Of the notes, from there, with `/`. */
  readonly path: string
}

/**
 * Notes as they were in a revision.
 * @param file path as the user gives it, from the working folder
 * @throws UserError no git, no such revision, no such file in it
 */
export async function pastNotes(revision: string, file: string, encoding?: NamedEncoding): Promise<NotesVersion> {
  const [name, folder] = [basename(file), dirname(file)]
  const source = await show(revision, `./${name}`, folder, `${revision}:${file}`, encoding)
  const { top, prefix } = await repositoryAt(folder)
  return { source: { ...source, path: file }, notes: file, past: { revision, top, path: posix.join(prefix, name) } }
}

/**
 * `v1:notes/x.md`, where the path counts from the top of the repository, or with `./` from the working folder.
 * @throws UserError as pastNotes
 */
export async function pastObject(revision: string, path: string, encoding?: NamedEncoding): Promise<NotesVersion> {
  const source = await show(revision, path, '.', `${revision}:${path}`, encoding)
  const { top, up, prefix } = await repositoryAt('.')
  const fromHere = /^\.\.?\//.test(path)
  const notes = fromHere ? join(path) : join(up, path)
  return {
    source: { ...source, path: notes },
    notes,
    past: { revision, top, path: posix.join(fromHere ? prefix : '', path) },
  }
}

/** @returns the top of the repository, absolute and (`up`) from the folder; and the folder from the top, `''` or `notes/` */
async function repositoryAt(
  folder: string,
): Promise<{ readonly top: string; readonly up: string; readonly prefix: string }> {
  const answer = await askGit(['rev-parse', '--show-toplevel', '--show-cdup', '--show-prefix'], { folder })
  const [top = '', up = '', prefix = ''] = answer.toString('utf8').split('\n')
  return { top, up, prefix }
}

async function show(
  revision: string,
  path: string,
  folder: string,
  name: string,
  encoding?: NamedEncoding,
): Promise<Source> {
  if (revision.startsWith('-')) {
    throw new UserError(
      `A revision can't begin with a dash: ${revision}.`,
      'Name a commit, a branch or a tag.',
      exitCode.usage,
    )
  }
  // Not `show`, which the user's settings may have print something else than the file.
  const bytes = await askGit(['cat-file', 'blob', `${revision}:${path}`], { folder, what: name })
  return sourceOf(bytes, name, encoding)
}
