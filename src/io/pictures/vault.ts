/** The name of a picture → the file of that name anywhere in a vault, as Obsidian and Logseq find theirs. */
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { alike } from './alike.js'

export type FindInVault = (name: string) => Promise<string | undefined>

/** Entries: a vault of more is not looked through to its end. */
const MOST = 50_000

/** Reads the names of a vault once, and only when it is asked; elsewhere nothing is found. */
export function findInVault(bound: string): FindInVault {
  let names: Promise<ReadonlyMap<string, readonly string[]>> | undefined
  const isVault = ['.obsidian', 'logseq'].some((sign) => existsSync(join(bound, sign)))
  return async (name) => {
    if (!isVault || name === '') return undefined
    names ??= filesBelow(bound)
    const parts = alike(name).replace(/^(?:\.?\/)+/, '')
    const found = (await names).get(parts.split('/').at(-1) ?? '') ?? []
    const path = found.find((each) => `/${alike(each)}`.endsWith(`/${parts}`))
    return path === undefined ? undefined : join(bound, path)
  }
}

/** By name, those that are less deep first: paths from the bound, whose parts none begins with a dot. */
async function filesBelow(bound: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>()
  let count = 0
  const folders = ['']
  // Grows while it is gone through.
  for (const folder of folders) {
    if (count > MOST) break
    const entries = await readdir(join(bound, folder), { withFileTypes: true }).catch(() => [])
    for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules' || ++count > MOST) continue
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) {
        folders.push(path)
        continue
      }
      const others = found.get(alike(entry.name))
      if (others) others.push(path)
      else found.set(alike(entry.name), [path])
    }
  }
  return found
}
