/** The deck folder of before → what of it belongs into the new one: exports, and files that Talkback did not make. */
import { copyFile, link, readdir, readlink, rm, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { DeckFacts } from '../diff/facts.js'
import { UserError } from '../errors.js'
import { codeOf } from './faults.js'
import { makeFolder } from './makeFolder.js'
import { type Made, type MadeKind, readManifest } from './manifest.js'

export interface Carried {
  readonly exports: ReadonlyMap<string, MadeKind>
  readonly facts: DeckFacts | undefined
}

/**
 * Links or copies files from the old folder into the stage; the old folder stays as it is. May be called again, for what
 * another build has put in the place of the old folder: then the later files count.
 * @param made what this build has written: its exports replace earlier ones of the same name
 * @param isRetired tells of an earlier export's path whether it is to go
 * @returns the earlier exports that came along, and which slides the deck of before has
 * @throws UserError when this build would replace a file that Talkback did not make
 */
export async function carryOver(
  old: string,
  stage: string,
  made: Made,
  isRetired: (path: string) => boolean,
): Promise<Carried> {
  const manifest = await readManifest(old)
  const exports = new Map<string, MadeKind>()
  for (const path of await filesIn(old)) {
    const kind = manifest?.made.get(path)
    if (kind === 'deck' || (kind === 'export' && (made.has(path) || isRetired(path)))) continue
    if (kind === undefined && made.has(path)) {
      throw new UserError(
        `This build would replace ${join(old, path)}, which Talkback did not make.`,
        'Move that file away, or choose another place with --out.',
      )
    }
    const there = await carry(join(old, path), join(stage, path))
    if (there && kind === 'export') exports.set(path, kind)
  }
  return { exports, facts: manifest?.facts }
}

/** Paths of all files and links below a folder, with `/`, sorted; nothing when there is no folder. */
async function filesIn(folder: string, inside = ''): Promise<readonly string[]> {
  const entries = await readdir(join(folder, inside), { withFileTypes: true }).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  })
  const paths = entries.map(async (entry) => {
    const path = inside === '' ? entry.name : `${inside}/${entry.name}`
    return entry.isDirectory() ? filesIn(folder, path) : [path]
  })
  return (await Promise.all(paths)).flat().sort()
}

/** @returns whether there was such a file: another build may have moved the folder away meanwhile */
async function carry(from: string, to: string): Promise<boolean> {
  await makeFolder(dirname(to))
  await rm(to, { force: true })
  try {
    const pointsTo = await readlink(from).catch(() => undefined)
    if (pointsTo !== undefined) await symlink(pointsTo, to)
    // A second name for the same file costs nothing; file systems without that get a copy.
    else await link(from, to).catch(() => copyFile(from, to))
    return true
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}
