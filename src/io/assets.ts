/** Names of packages and of Talkback's own files → where they lie on this machine. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The folder of an installed package.
 *
 * Found from where this code lies, so that it works in the repository, installed as someone's dependency, and bundled.
 * Packages that do not export their package.json (reveal.js is one) are found by walking the folders Node would look in.
 * `./fonts/x` is a folder of Talkback's own that is made like one.
 */
export function packageFolder(name: string): string {
  if (name.startsWith('./')) return ownFile(name)
  const require = createRequire(import.meta.url)
  for (const modules of require.resolve.paths(name) ?? []) {
    const folder = join(modules, name)
    if (existsSync(join(folder, 'package.json'))) return folder
  }
  // Yarn's Plug'n'Play has no folders to walk; it answers this.
  return dirname(require.resolve(`${name}/package.json`))
}

/**
 * Path of a file that a package ships.
 * @param specifier package and path inside it: `reveal.js/dist/reveal.css`, `@scope/name/files/a.woff2`
 */
export function packageFile(specifier: string): string {
  const parts = specifier.split('/')
  const nameParts = specifier.startsWith('@') ? 2 : 1
  return join(packageFolder(parts.slice(0, nameParts).join('/')), ...parts.slice(nameParts))
}

/** '' where its package.json says none. */
export function packageVersion(name: string): string {
  const facts: unknown = JSON.parse(readFileSync(join(packageFolder(name), 'package.json'), 'utf8'))
  return facts !== null && typeof facts === 'object' && 'version' in facts ? String(facts.version) : ''
}

/** Of Talkback itself. */
export const ownVersion = (): string => packageVersion('./')

/** Talkback's own folder, the one with templates/ in it: the nearest above this file whose package.json says so. */
function findOwnFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const file = join(folder, 'package.json')
    if (existsSync(file) && /"name":\s*"talkback-deck"/.test(readFileSync(file, 'utf8'))) return folder
    if (dirname(folder) === folder) throw new Error('Talkback does not find its own package.json')
  }
}

/** Path of a file that Talkback itself ships: `ownFile('templates', 'report')`. */
export function ownFile(...parts: readonly string[]): string {
  ownFolder ??= findOwnFolder()
  return join(ownFolder, ...parts)
}
let ownFolder: string | undefined

/** The text of a file of our own, if there is one: at once, as a wait for each of many small ones takes longer than they do. */
export const ownTextIfThere = (path: string): string | undefined =>
  existsSync(path) ? readFileSync(path, 'utf8') : undefined
