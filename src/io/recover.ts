/** What builds that were killed left behind → the deck whole, the old or the new, and nothing else. */
import { readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { exists } from './exists.js'
import { codeOf } from './faults.js'
import { MANIFEST } from './manifest.js'
import { finish, giveBack, patiently, stateOf } from './putInPlace.js'
import { isBeingBuilt, leaveStage, openStage, stagePrefix } from './stageNames.js'

/**
 * Finishes what was decided, undoes what was not, and deletes the stages. Those of running processes are left alone.
 * Every build calls this first.
 * @param isAbandoned asked of the stage of a running process that has taken the deck: whether it has had time enough
 */
export async function recover(target: string, isAbandoned?: (stage: string) => boolean): Promise<void> {
  const parent = dirname(target)
  for (const name of await stagesOf(target)) {
    const stage = join(parent, name)
    const isLate = async (): Promise<boolean> =>
      isAbandoned !== undefined && (await stateOf(stage)) !== 'free' && isAbandoned(name)
    if (isBeingBuilt(name, target) && !(await isLate())) continue
    // Of several that find it, one gets it.
    const mine = openStage(target)
    if (!(await moved(stage, mine))) continue
    try {
      const state = await stateOf(mine)
      // Whoever deleted the deck wants none, and one that has a manifest again was built since.
      if (state !== 'free' && (await exists(target)) && !(await exists(join(target, MANIFEST)))) {
        await (state === 'held' ? giveBack(mine, target) : finish(mine, target))
      }
      // What can't be deleted is in nobody's way; the next build tries again.
      await rm(mine, { recursive: true, force: true, maxRetries: 3 }).catch(() => {})
    } finally {
      leaveStage(mine)
    }
  }
}

/** Whether a build, running or not, has taken the deck's manifest and not yet put one back. */
export async function isTaken(target: string): Promise<boolean> {
  const states = (await stagesOf(target)).map((name) => stateOf(join(dirname(target), name)))
  return (await Promise.all(states)).some((state) => state !== 'free')
}

/** A link of such a name is nobody's stage: what it leads to is not ours to move. */
async function stagesOf(target: string): Promise<readonly string[]> {
  const entries = await readdir(dirname(target), { withFileTypes: true }).catch(() => [])
  const stages = entries.filter((entry) => entry.isDirectory() && entry.name.startsWith(stagePrefix(target)))
  return stages.map(({ name }) => name)
}

async function moved(from: string, to: string): Promise<boolean> {
  try {
    await patiently(() => rename(from, to))
    return true
  } catch (error) {
    leaveStage(to)
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}
