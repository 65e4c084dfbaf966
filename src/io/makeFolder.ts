/** A path → the folder of that name, with those above it. */
import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { codeOf } from './faults.js'

/**
 * Node's own `recursive` never comes back from where no folder can be made though the one above is there, as in /proc.
 * @param mode of what is made; as usual when not given
 * @throws what the system says; EEXIST when it is no folder
 */
export async function makeFolder(path: string, mode?: number): Promise<void> {
  try {
    await makeOne(path, mode)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' || dirname(path) === path) throw error
    await makeFolder(dirname(path), mode)
    await makeOne(path, mode)
  }
}

/** Another process may make it at the same time. */
async function makeOne(path: string, mode: number | undefined): Promise<void> {
  try {
    await mkdir(path, mode)
  } catch (error) {
    const isFolder = await stat(path).then(
      (facts) => facts.isDirectory(),
      () => false,
    )
    if (!isFolder) throw error
  }
}
