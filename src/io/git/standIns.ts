/** Files that a revision does not have itself → today's in their places, and what is told of each. */
import { createHash } from 'node:crypto'
import type { Absence } from '../../diff/absences.js'
import type { Found } from '../pictures/found.js'
import { writeTemporarily } from '../writeFileWhole.js'
import type { PastFolder } from './pastFolder.js'

export interface StandIns {
  readonly absences: readonly Absence[]
  /** @param file what it is called */
  tell(file: string, why: Absence['why'], today: boolean): void
  /**
   * @param path in the folder of the past
   * @param now the same of today, as it was found
   */
  standIn(path: string, file: string, now: Found | undefined): Promise<void>
}

export function standInsFor(folder: PastFolder, revision: string): StandIns {
  const absences: Absence[] = []
  const tell: StandIns['tell'] = (file, why, today) => {
    absences.push({ file, revision, why, today })
  }
  return {
    absences,
    tell,
    async standIn(path, file, now) {
      const why = folder.whyNot(path)
      const bytes = now && 'bytes' in now ? now.bytes : undefined
      if (bytes) await writeTemporarily(path, bytes)
      if (bytes && folder.lfsHash(path) === createHash('sha256').update(bytes).digest('hex')) return
      // What never was there is told by a card in its place.
      if (bytes || why) tell(file, why ?? 'absent', bytes !== undefined)
    },
  }
}
