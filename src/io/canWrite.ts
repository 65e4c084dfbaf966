/** A folder, there or not yet → whether files can be written to it. */
import { mkdtemp, rmdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { exists } from './exists.js'

/** Tries it where the folder is, or where it would be made: permissions, quotas and read-only disks all count. */
export async function canWrite(folder: string): Promise<boolean> {
  let there = resolve(folder)
  while (!(await exists(there)) && dirname(there) !== there) there = dirname(there)
  try {
    await rmdir(await mkdtemp(join(there, '.talkback-')))
    return true
  } catch {
    return false
  }
}
