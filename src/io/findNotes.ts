/** What the user named (files, globs, folders) → the files of notes, each once, in a stable order. */
import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../errors.js'
import { codeOf } from './faults.js'
import { liesIn } from './inside.js'
import { isFoundNotes, PIPED } from './notesNames.js'
import { noSuchFile } from './readNotes.js'

const SKIPPED: readonly string[] = ['node_modules', 'dist']

/**
 * Finds notes. A folder stands for all in it and in its folders, but hidden ones, node_modules and dist; a glob looks into no such either.
 * @param patterns in the order of the command line, which the result keeps; within one, `day-2` is before `day-10`
 * @param onFault told what names nothing, where others name something; absent: that is thrown
 * @throws UserError when one of them names nothing
 */
export async function findNotes(
  patterns: readonly string[],
  onFault?: (fault: UserError) => void,
): Promise<readonly string[]> {
  const found = new Map<string, string>()
  const faults: UserError[] = []
  for (const pattern of patterns) {
    for (const file of await filesOf(pattern).catch(put)) {
      const real = await realpath(file).catch(() => file)
      if (!found.has(real)) found.set(real, file)
    }
  }
  const [first] = faults
  if (first !== undefined && found.size === 0) throw first
  for (const fault of faults) onFault?.(fault)
  return [...found.values()]

  function put(error: unknown): readonly string[] {
    if (onFault === undefined || !(error instanceof UserError)) throw error
    faults.push(error)
    return []
  }
}

async function filesOf(pattern: string): Promise<readonly string[]> {
  if (pattern === PIPED) return [pattern]
  // Asked first, since a file may well be called `notes [draft].md`.
  const facts = await stat(pattern).catch(codeOf)
  if (typeof facts === 'object' && facts.isDirectory()) return notesIn(pattern)
  // What can't be looked at is there all the same: whoever reads it says why not.
  if (typeof facts === 'object' || !['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'EINVAL'].includes(facts)) return [pattern]
  if (!/[*?[\]{}]/.test(pattern)) throw await noSuchFile(pattern)

  const { glob } = await import('tinyglobby')
  const slashes = process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern
  // Whoever writes `dist/*.md` means it.
  const skipped = SKIPPED.filter((name) => !slashes.split('/').includes(name))
  const ignore = skipped.map((name) => `**/${name}/**`)
  const all = await glob(slashes, { ignore, expandDirectories: false })
  // The ones to ignore count from the working folder, and do not reach files outside it.
  const files = all.filter((file) => !file.split(/[\\/]/).some((part) => skipped.includes(part)))
  // What is found on the way may be a link to anywhere; what was typed may be one, too, and is meant.
  const base = slashes.replace(/[^/]*[*?[\]{}].*$/, '') || '.'
  const own = await withoutLeavers(files, base)
  if (own.length === 0) throw new UserError(`Nothing is called ${pattern}.`, 'Check the pattern: `notes/*.md`.')
  return sorted(own)
}

async function withoutLeavers(files: readonly string[], folder: string): Promise<readonly string[]> {
  const stays = await Promise.all(files.map((file) => liesIn(file, folder)))
  return files.filter((_, index) => stays[index])
}

async function notesIn(folder: string): Promise<readonly string[]> {
  const own = await withoutLeavers(await notesUnder(folder), folder)
  if (own.length === 0) throw new UserError(`${folder} holds no notes.`, 'Notes are files that end in .md or .txt.')
  return sorted(own)
}

/** Links to folders are not followed: they may lead back up. */
async function notesUnder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const notes = entries.filter((entry) => !entry.isDirectory() && isFoundNotes(entry.name))
  const within = entries.filter(
    (entry) => entry.isDirectory() && !entry.name.startsWith('.') && !SKIPPED.includes(entry.name),
  )
  const below = await Promise.all(within.map(({ name }) => notesUnder(join(folder, name)).catch(() => [])))
  return [...notes.map(({ name }) => join(folder, name)), ...below.flat()]
}

/** Folder by folder, what lies right in one before what lies deeper. */
function sorted(files: readonly string[]): readonly string[] {
  const { compare } = new Intl.Collator('en', { numeric: true })
  const parts = new Map(files.map((file) => [file, file.split(/[\\/]/)]))
  return [...files].sort((one, other) => {
    const [left, right] = [parts.get(one) ?? [], parts.get(other) ?? []]
    const at = left.findIndex((part, index) => part !== right[index])
    const isLast = at === left.length - 1
    if (at >= 0 && isLast !== (at === right.length - 1)) return isLast ? -1 : 1
    return compare(left[at] ?? '', right[at] ?? '')
  })
}
