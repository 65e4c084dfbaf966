/** A bundle → a folder of its own among the system's temporary files, for as long as someone looks at the deck. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bundle } from '../model/bundle.js'
import { writingFault } from './faults.js'
import { type Stage, stageBundle } from './stageBundle.js'

/** @throws UserError when there is no room for it */
export async function stageTemporarily(bundle: Bundle): Promise<Pick<Stage, 'folder' | 'drop'>> {
  const folder = await mkdtemp(join(tmpdir(), 'talkback-check-')).catch((error: unknown) => {
    throw writingFault(error, tmpdir())
  })
  const drop = () => rm(folder, { recursive: true, force: true, maxRetries: 3 })
  try {
    const stage = await stageBundle(bundle, join(folder, 'deck'))
    return { folder: stage.folder, drop: () => stage.drop().finally(drop) }
  } catch (error) {
    await drop()
    throw error
  }
}
