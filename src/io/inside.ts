/** A path and a folder → whether the one stays in the other, as it is written and with links followed; and the folder that notes may name files of. */
import { existsSync } from 'node:fs'
import { readlink, realpath } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'

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
 * With links followed, of the path and the folder. What does not exist lies where it would: where links lead to is not told, not
 * even whether something is there.
 * @param path absolute, or from the working directory
 */
export async function liesIn(path: string, folder: string): Promise<boolean> {
  const home = await realpath(folder).catch(() => undefined)
  if (home === undefined) return true
  const real = await realOf(resolve(path))
  return real !== undefined && !leadsOut(relative(home, real), home)
}

/** Links that lead to further ones. */
const MOST_LINKS = 40

/** Links followed, also of what is not there; undefined for those that lead around in a circle. */
async function realOf(path: string, links = 0): Promise<string | undefined> {
  const real = await realpath(path).catch(() => undefined)
  const above = dirname(path)
  if (real !== undefined || above === path) return real ?? path
  const [folder, target] = await Promise.all([realOf(above, links), readlink(path).catch(() => undefined)])
  if (folder === undefined || target === undefined) return folder && join(folder, basename(path))
  return links < MOST_LINKS ? realOf(resolve(folder, target), links + 1) : undefined
}
