/** The deck folder of before → what of it belongs into the new one: exports, and files that Talkback did not make. */
import { copyFile, link, mkdir, readdir, readlink, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { UserError } from '../errors.js'
import { codeOf } from './faults.js'
import { type Made, type MadeKind, readManifest } from './manifest.js'

/**
 * Links or copies files from the old folder into the stage; the old folder stays as it is.
 * @param made what this build has written: its exports replace earlier ones of the same name
 * @returns the earlier exports that came along
 * @throws UserError when this build would replace a file that Talkback did not make
 */
export async function carryOver(old: string, stage: string, made: Made): Promise<ReadonlyMap<string, MadeKind>> {
  const earlier = (await readManifest(old)) ?? new Map<string, MadeKind>()
  const exports = new Map<string, MadeKind>()
  for (const path of await filesIn(old)) {
    const kind = earlier.get(path)
    if (kind === 'deck' || (kind === 'export' && made.has(path))) continue
    if (kind === undefined && made.has(path)) {
      throw new UserError(
        `This build would replace ${join(old, path)}, which Talkback did not make.`,
        'Move that file away, or choose another place with --out.',
      )
    }
    if (kind === 'export') exports.set(path, kind)
    await carry(join(old, path), join(stage, path))
  }
  return exports
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

async function carry(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  const pointsTo = await readlink(from).catch(() => undefined)
  if (pointsTo !== undefined) return symlink(pointsTo, to)
  // A second name for the same file costs nothing; file systems without that get a copy.
  await link(from, to).catch(() => copyFile(from, to))
}
