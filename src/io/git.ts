/** A revision and a path → the text that the file had then, as git keeps it. */
import { execFile } from 'node:child_process'
import { basename, dirname, join } from 'node:path'
import { exitCode, UserError } from '../errors.js'
import type { Source } from '../model/notes.js'
import { codeOf } from './faults.js'
import { sourceOf } from './readNotes.js'

/** Notes as they are or were, and where they would be today. */
export interface NotesVersion {
  /** `file` is what the revision and the path are called together: `HEAD~1:notes/x.md`. */
  readonly source: Source
  /** Path today, whether or not there is still such a file: pictures, config and template are looked for beside it. */
  readonly notes: string
}

/** As much as notes may have. */
const MOST = 8 * 1024 * 1024

/**
 * Notes as they were in a revision.
 * @param file path as the user gives it, from the working folder
 * @throws UserError no git, no such revision, no such file in it
 */
export async function pastNotes(revision: string, file: string): Promise<NotesVersion> {
  const source = await show(revision, `./${basename(file)}`, dirname(file), `${revision}:${file}`)
  return { source, notes: file }
}

/**
 * `v1:notes/x.md`, where the path counts from the top of the repository, or with `./` from the working folder.
 * @throws UserError as pastNotes
 */
export async function pastObject(revision: string, path: string): Promise<NotesVersion> {
  const source = await show(revision, path, '.', `${revision}:${path}`)
  const top = /^\.\.?\//.test(path) ? '' : (await ask(['rev-parse', '--show-cdup'], '.')).toString('utf8').trim()
  return { source, notes: join(top, path) }
}

async function show(revision: string, path: string, folder: string, name: string): Promise<Source> {
  if (revision.startsWith('-')) {
    throw new UserError(
      `A revision can't begin with a dash: ${revision}.`,
      'Name a commit, a branch or a tag.',
      exitCode.usage,
    )
  }
  // Not `show`, which the user's settings may have print something else than the file.
  return sourceOf(await ask(['cat-file', 'blob', `${revision}:${path}`], folder, name), name)
}

/** No shell reads the arguments. */
function ask(words: readonly string[], folder: string, what?: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // What it says is read below.
    const env = { ...process.env, LC_ALL: 'C' }
    const options = { cwd: folder, env, encoding: 'buffer', maxBuffer: MOST, windowsHide: true } as const
    execFile('git', [...words], options, (error, stdout, stderr) => {
      if (error) reject(gitFault(error, stderr.toString('utf8'), folder, what ?? words.join(' ')))
      else resolve(stdout)
    })
  })
}

function gitFault(error: Error, said: string, folder: string, what: string): unknown {
  const because = { cause: error }
  if (codeOf(error) === 'ENOENT') {
    return new UserError(
      `Git could not be started in ${folder}, to read ${what}.`,
      'Install git, or name two files: `talkback diff old.md new.md`.',
      exitCode.world,
      because,
    )
  }
  if (codeOf(error) === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER')
    return new UserError(`${what} has more than 8 MB.`, 'Notes may have 8 MB.', exitCode.world, because)
  if (/not a git repository/i.test(said)) {
    return new UserError(
      `There is no git repository to read ${what} from.`,
      'Name two files: `talkback diff old.md new.md`.',
      exitCode.world,
      because,
    )
  }
  const reason = said.split('\n')[0]?.replace(/^fatal: /i, '') || error.message
  return new UserError(
    `Git has no ${what}: ${reason}.`.replace(/\.+$/, '.'),
    'See `git log` for revisions; a path after a colon counts from the top of the repository.',
    exitCode.world,
    because,
  )
}
