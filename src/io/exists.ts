/** A path → whether there is something of that name: a file, a folder, or a link, wherever it leads. */
import { lstat } from 'node:fs/promises'

export const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  )
