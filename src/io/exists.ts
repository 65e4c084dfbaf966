/** A path → whether there is something of that name: a file, a folder, or a link, wherever it leads. */
import { existsSync } from 'node:fs'
import { lstat } from 'node:fs/promises'

export const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  )

/** At once, for whoever can't wait; a link that leads nowhere is nothing. */
export const existsNow = (path: string): boolean => existsSync(path)
