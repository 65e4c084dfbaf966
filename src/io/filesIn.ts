/** A folder → the paths of all files and links below it. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from './faults.js'

/** With `/`, sorted; nothing when there is no folder. Links to folders are not followed. */
export async function filesIn(folder: string, inside = ''): Promise<readonly string[]> {
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
