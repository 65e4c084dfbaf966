/** Keys → bytes that were costly to get, kept between builds in the user's cache folder. */
import { createHash, randomBytes } from 'node:crypto'
import { readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { makeFolder } from './makeFolder.js'
import { readRegular } from './readRegular.js'
import { seal, unseal } from './seal.js'

/** Nothing in here throws: where the cache can't be read or written, every build does the work itself. */
export interface Cache {
  /** @returns what was put under the key, whole; undefined when there is nothing, or it is damaged */
  get(key: string): Promise<Uint8Array | undefined>
  put(key: string, bytes: Uint8Array): Promise<void>
  /** Deletes the oldest entries until the rest takes no more than so many bytes. Those that were got or put here stay: they may be asked for again. */
  trim(most: number): Promise<void>
}

/** Larger than whatever is put into it. */
export const ENTRY = { what: 'a file of the cache', most: 256 * 1024 * 1024 }

/** All that is kept: `doctor` looks at each of them. */
export const cacheParts = ['fonts', 'pictures', 'inks', 'formulas', 'drawings', 'mermaid'] as const
export type CachePart = (typeof cacheParts)[number]

/** Names of what is put, or was being put when its process ended. */
export const isEntry = (name: string): boolean => /^[0-9a-f]{64}(?:\.\d+-[0-9a-f]{8})?$/.test(name)

type Environment = Readonly<Record<string, string | undefined>>

/** Where caches lie: TALKBACK_CACHE_DIR, else what is usual on the system. */
export function cacheFolder(env: Environment = process.env, platform: string = process.platform): string {
  const own = env['TALKBACK_CACHE_DIR']
  if (own) return own
  if (platform === 'win32') return join(env['LOCALAPPDATA'] || join(homedir(), 'AppData', 'Local'), 'talkback', 'Cache')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'talkback')
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'talkback')
}

/**
 * Opens the part of the cache with this name. Any number of processes may use it at once: entries appear whole, and
 * are sealed, so that one torn by a power cut, or on a disk that forgets, is taken for none.
 */
export function openCache(name: CachePart, folder = cacheFolder()): Cache {
  const home = join(folder, name)
  const pathOf = (key: string): string => join(home, sha256(key).toString('hex'))
  const used = new Set<string>()

  return {
    async get(key) {
      try {
        const path = pathOf(key)
        const bytes = unseal(await readRegular(path, ENTRY))
        used.add(path)
        return bytes
      } catch {
        return undefined
      }
    },

    async put(key, bytes) {
      const path = pathOf(key)
      const unfinished = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`
      try {
        await makeFolder(home, 0o700)
        await writeFile(unfinished, seal(bytes))
        await rename(unfinished, path)
        used.add(path)
      } catch {
        await rm(unfinished, { force: true }).catch(() => {})
      }
    },

    async trim(most) {
      try {
        const paths = (await readdir(home)).filter(isEntry).map((file) => join(home, file))
        const entries = await Promise.all(paths.map(async (path) => ({ path, ...(await sizeAndAge(path)) })))
        let total = entries.reduce((sum, { size }) => sum + size, 0)
        for (const { path, size } of entries.sort((one, other) => one.written - other.written)) {
          if (total <= most) break
          if (used.has(path)) continue
          await rm(path, { force: true })
          total -= size
        }
      } catch {
        // Another process trims at the same time, or the folder is read-only.
      }
    },
  }
}

const sha256 = (content: string): Buffer => createHash('sha256').update(content).digest()

async function sizeAndAge(path: string): Promise<{ readonly size: number; readonly written: number }> {
  const { size, mtimeMs } = await stat(path)
  return { size, written: mtimeMs }
}
