/** Folders → the paths of the files right in them. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** A folder in a folder is none: its time changes with whatever happens in it, such as the very build that is watched for. */
export async function filesRightIn(folders: readonly string[]): Promise<readonly string[]> {
  const found = folders.map(async (folder) => {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
    return entries.filter((entry) => !entry.isDirectory()).map(({ name }) => join(folder, name))
  })
  return (await Promise.all(found)).flat()
}
