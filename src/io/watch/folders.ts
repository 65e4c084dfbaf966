/** Folders, there or not → a call whenever something happens in them, for as long as they are, and again once they are back. */
import { type FSWatcher, watch } from 'node:fs'
import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'

export interface FolderWatch {
  /** Watches these folders and no others. Of one that is not there, the nearest above it is watched until it comes. */
  follow(folders: readonly string[]): Promise<void>
  /** Looks whether the folders are still the ones that are watched: one that was deleted and made anew is not. */
  renew(): Promise<void>
  close(): void
}

interface Watched {
  readonly watcher: FSWatcher
  readonly inode: bigint
}

/**
 * A folder's watcher hears of all that happens to its files: a watcher of a file goes deaf when an editor puts a new file
 * in its place, and a recursive one does on Linux. Where the system gives no watcher (its number is limited, and some
 * network drives have none), nothing is called: someone has to look now and then in any case.
 *
 * @param happened told the name of what it is about, where the system says that; often, and also for what does not matter
 */
export function watchFolders(happened: (name: string | undefined) => void): FolderWatch {
  const watched = new Map<string, Watched>()
  let wanted: readonly string[] = []
  let closed = false

  function drop(folder: string): void {
    watched.get(folder)?.watcher.close()
    watched.delete(folder)
  }

  function open(folder: string, inode: bigint): void {
    try {
      const watcher = watch(folder, { persistent: false }, (_, name) => happened(name ?? undefined))
      watcher.on('error', () => {
        drop(folder)
        happened(undefined)
      })
      watched.set(folder, { watcher, inode })
    } catch {
      // Out of watchers, or a drive that has none.
    }
  }

  async function renew(): Promise<void> {
    const there = new Map((await Promise.all([...new Set(wanted)].map(nearest))).filter((found) => found !== undefined))
    // Whoever closes it while it looks has let go of all there were.
    if (closed) return
    for (const [folder, { inode }] of watched) if (there.get(folder) !== inode) drop(folder)
    for (const [folder, inode] of there) if (!watched.has(folder)) open(folder, inode)
  }

  return {
    renew,
    follow(folders) {
      wanted = folders
      return renew()
    },
    close() {
      closed = true
      wanted = []
      for (const folder of [...watched.keys()]) drop(folder)
    },
  }
}

/** The folder itself, or the nearest above it that is there. */
async function nearest(folder: string): Promise<readonly [string, bigint] | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    const facts = await stat(at, { bigint: true }).catch(() => undefined)
    if (facts?.isDirectory()) return [at, facts.ino]
    if (dirname(at) === at) return undefined
  }
}
