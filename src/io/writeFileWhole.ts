/** One file's bytes → the file on disk, whole or as it was before. */
import { randomBytes } from 'node:crypto'
import { rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type { Content } from '../model/content.js'
import { exists } from './exists.js'
import { temporaryFault, writingFault } from './faults.js'
import { makeFolder } from './makeFolder.js'
import { writeContent } from './writeContent.js'

/**
 * Writes beside the target and then renames, which replaces it in one step. Makes the folders above it.
 * @param beside what else is there by now, for those whose disk is full: fits behind «the file there is the old one»
 * @throws UserError when the disk says no
 */
export async function writeFileWhole(path: string, content: Content, beside = ''): Promise<void> {
  const random = randomBytes(4).toString('hex')
  const unfinished = join(dirname(path), `.${basename(path)}.talkback-${process.pid}-${random}`)
  try {
    await makeFolder(dirname(path))
    await writeContent(unfinished, content)
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {})
    const state = (await exists(path)) ? 'the file there is the old one' : 'nothing was put there'
    throw writingFault(error, path, `${state}${beside}`)
  }
}

/** The same below the system's folder of temporary files. */
export const writeTemporarily = (path: string, content: Uint8Array): Promise<void> =>
  writeFileWhole(path, content).catch((error: unknown) => Promise.reject(temporaryFault(error, tmpdir())))
