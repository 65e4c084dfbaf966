/** A purpose → a folder of its own among the system's temporary files, gone when it is dropped and with the process at the latest. */
import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { temporaryFault } from './faults.js'

export interface TemporaryFolder {
  readonly path: string
  drop(): Promise<void>
}

/** @throws UserError when there is no room for it */
export async function openTemporaryFolder(purpose: string): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), `talkback-${purpose}-`)).catch((error: unknown) => {
    throw temporaryFault(error, tmpdir())
  })
  const vanish = (): void => rmSync(path, { recursive: true, force: true })
  process.once('exit', vanish)
  return {
    path,
    async drop() {
      await rm(path, { recursive: true, force: true, maxRetries: 3 })
      process.off('exit', vanish)
    },
  }
}
