/** A path and a folder → whether the one stays in the other, as it is written and with symbolic links followed. */
import { realpath } from 'node:fs/promises'
import { isAbsolute, relative, resolve, sep } from 'node:path'

export const OUTSIDE = 'outside the folder of the notes'

/** Reads nothing: what a path says by itself, whichever system it was written for. */
export function leadsOut(path: string, folder: string): boolean {
  if (path.startsWith('/') || /^[a-z]:/i.test(path) || path.includes('\0')) return true
  return !isIn(resolve(folder, path), folder)
}

/** As the paths are written. */
export function isIn(path: string, folder: string): boolean {
  const inside = relative(folder, path)
  return inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside)
}

/** @param path absolute, or from the working directory. What does not exist lies nowhere, and so not outside. */
export async function liesIn(path: string, folder: string): Promise<boolean> {
  const [real, home] = await Promise.all([path, folder].map((each) => realpath(each).catch(() => undefined)))
  return real === undefined || home === undefined || !leadsOut(relative(home, real), folder)
}
