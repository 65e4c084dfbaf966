/** A path and a folder → whether the one stays in the other, as it is written and with links followed; and the folder that notes may name files of. */
import { existsSync } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'

const HIDDEN = 'hidden, as its name or that of a folder begins with a dot'

/** Why notes may not name this file, in words. */
export const whyOutside = (file: string, bound: string): string =>
  isIn(file, bound) && isHidden(relative(bound, file)) ? HIDDEN : beyond(bound)

/** What lies there, in words: the bound may be the notes' folder, or a repository or a site around it, so its path is said. */
export const beyond = (bound: string): string => `outside ${resolve(bound)}, and notes reach no further`

/** What lies in the root of a repository, or of a site or vault that notes are part of. */
const ROOT_SIGNS = [
  '.git',
  '.hg',
  '.obsidian',
  '_config.yml',
  'hugo.toml',
  'hugo.yaml',
  'config.toml',
  'mkdocs.yml',
  'docusaurus.config.js',
  'docusaurus.config.ts',
  'book.toml',
] as const

/**
 * The bound of what notes, and what lies beside them, may name: the nearest root of a repository or a site above them, as
 * their authors see it as one thing; else their folder. A home is no root, even where it is kept in a repository.
 *
 * @param folder of the notes
 */
export function boundOf(folder: string): string {
  const home = homedir()
  for (let place = resolve(folder); place !== home && place !== dirname(place); place = dirname(place))
    if (ROOT_SIGNS.some((sign) => existsSync(join(place, sign)))) return place
  return folder
}

/** Reads nothing: what a path says by itself, whichever system it was written for. */
export function leadsOut(path: string, folder: string, bound = folder): boolean {
  if (path.startsWith('/') || /^[a-z]:/i.test(path) || path.includes('\0')) return true
  const file = resolve(folder, path)
  return !isIn(file, bound) || isHidden(relative(bound, file))
}

/** As the paths are written. */
export function isIn(path: string, folder: string): boolean {
  const inside = relative(folder, path)
  return inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside)
}

/** What begins with a dot is not for showing: keys, histories, settings. */
const isHidden = (inside: string): boolean => inside.split(sep).some((part) => part.startsWith('.') && part !== '..')

/**
 * With links followed, of the path and the folder.
 * @param path absolute, or from the working directory. What does not exist lies nowhere, and so not outside.
 */
export async function liesIn(path: string, folder: string): Promise<boolean> {
  const [real, home] = await Promise.all([path, folder].map((each) => realpath(each).catch(() => undefined)))
  return real === undefined || home === undefined || !leadsOut(relative(home, real), home)
}
