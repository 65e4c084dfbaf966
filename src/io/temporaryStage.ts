/** A bundle → a folder of its own among the system's temporary files, for as long as someone looks at the deck. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bundle } from '../model/bundle.js'
import { temporaryFault } from './faults.js'
import { type Stage, stageBundle } from './stageBundle.js'
import { openTemporaryFolder } from './temporaryFolder.js'

/** @throws UserError when there is no room for it */
export async function stageTemporarily(bundle: Bundle): Promise<Pick<Stage, 'folder' | 'drop'>> {
  const { path, drop } = await openTemporaryFolder('check')
  try {
    const stage = await stageBundle(bundle, join(path, 'deck'))
    return { folder: stage.folder, drop: () => stage.drop().finally(drop) }
  } catch (error) {
    await drop()
    throw temporaryFault(error, tmpdir())
  }
}
