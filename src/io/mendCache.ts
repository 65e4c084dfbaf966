/** The cache folder → how much is kept in it, and rid of what is no longer what it was. */
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheFolder, cacheParts, ENTRY, isEntry } from './cache.js'
import { isKeptCode } from './keptCode.js'
import { readRegular } from './readRegular.js'
import { unseal } from './seal.js'

export interface CacheFacts {
  readonly whole: number
  /** Entries that were not, and are deleted: whoever wants them makes them anew. */
  readonly spoilt: number
}

/** Who names a folder for the cache may have other things in it: only what has the name of an entry is looked at. */
export async function mendCache(folder = cacheFolder()): Promise<CacheFacts> {
  const [code, ...others] = await Promise.all(['code', ...cacheParts].map((part) => pathsIn(join(folder, part))))
  const entries = [
    ...(code ?? []).filter(({ name }) => isKeptCode(name)),
    ...others.flat().filter(({ name }) => isEntry(name)),
  ]
  let spoilt = 0
  for (const { path } of entries) {
    const bytes = await readRegular(path, ENTRY).then(unseal, () => undefined)
    if (bytes) continue
    spoilt += 1
    await rm(path, { force: true, recursive: true }).catch(() => {})
  }
  return { whole: entries.length - spoilt, spoilt }
}

async function pathsIn(folder: string): Promise<readonly { readonly name: string; readonly path: string }[]> {
  const names = await readdir(folder).catch(() => [])
  return names.map((name) => ({ name, path: join(folder, name) }))
}
