/** The user's own folder → a key that shows a server who its author is: the same after a restart, and readable by that user alone. */
import { randomBytes } from 'node:crypto'
import { link, lstat, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheFolder } from './cache.js'
import { makeFolder } from './makeFolder.js'

/** Where nothing can be kept it is a new one every time. */
export async function readOwnKey(folder = cacheFolder()): Promise<string> {
  const path = join(folder, 'serve.key')
  const fresh = randomBytes(24).toString('base64url')
  const unfinished = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`
  try {
    const kept = await readKept(path)
    if (kept !== undefined) return kept
    await makeFolder(folder, 0o700)
    await writeFile(unfinished, fresh, { mode: 0o600, flag: 'wx' })
    // Whoever starts at the same time has the same: the first one stays. What can't be trusted goes.
    await link(unfinished, path).catch(async () => {
      if ((await readKept(path)) === undefined) await rename(unfinished, path)
    })
    return (await readKept(path)) ?? fresh
  } catch {
    return fresh
  } finally {
    await rm(unfinished, { force: true }).catch(() => {})
  }
}

/** @returns undefined when there is none, or when others may have read or written it */
async function readKept(path: string): Promise<string | undefined> {
  const facts = await lstat(path).catch(() => undefined)
  if (!facts?.isFile() || facts.size > 100) return undefined
  const own = process.getuid?.()
  // Windows keeps what lies in the user's folder from others by itself.
  if (own !== undefined && (facts.uid !== own || (facts.mode & 0o077) !== 0)) return undefined
  const key = await readFile(path, 'utf8')
  return /^[\w-]{32}$/.test(key) ? key : undefined
}
