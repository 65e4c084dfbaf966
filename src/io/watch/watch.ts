/** Files that something is made from → a call when any of them has changed, whatever an editor did to change it. */
import { realpath } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { filesRightIn } from './filesRightIn.js'
import { type FolderWatch, watchFolders } from './folders.js'
import { openPrints } from './prints.js'

/** Absolute paths, there or not. */
export interface Watchable {
  readonly files: readonly string[]
  /** Every file right in one of these counts, those to come as well. */
  readonly folders: readonly string[]
}

export interface Watch {
  /** Watches these and no others from now on. A file that is new among them counts as it is now. */
  follow(wanted: Watchable): Promise<void>
  close(): void
}

export interface WatchPace {
  /** Milliseconds without an event after which the files are looked at: an editor's save is several. */
  readonly quiet?: number
  /** Milliseconds after which they are looked at although events go on. */
  readonly patience?: number
  /** Milliseconds between two looks at everything, events or not. */
  readonly round?: number
}

/** What tells of events in folders: the system, unless a test plays another one. */
export type OpenFolders = (happened: (name: string | undefined) => void) => FolderWatch

/** More files than this are looked at less often, so that looking takes no time to speak of. */
const FEW = 200

/**
 * Events only say when to look, and where first; what has changed is told by the files themselves. So events that are
 * lost, doubled or misnamed do no harm.
 *
 * @param changed told the paths that have changed, as they were given; of a folder, the paths of files in it
 */
export function watchFiles(
  changed: (paths: ReadonlySet<string>) => void,
  { quiet = 2, patience = 40, round = 1000 }: WatchPace = {},
  openFolders: OpenFolders = watchFolders,
): Watch {
  const prints = openPrints()
  let wanted: Watchable = { files: [], folders: [] }
  let byName: ReadonlyMap<string, readonly string[]> = new Map()
  let closed = false
  let since: number | undefined
  let timer: NodeJS.Timeout | undefined
  let rounds: NodeJS.Timeout | undefined
  const names = new Set<string | undefined>()
  // One after the other: two looks at once would both see the same change.
  let queue: Promise<void> = Promise.resolve()

  const folders = openFolders((name) => {
    names.add(name === undefined ? undefined : folded(name))
    since ??= Date.now()
    clearTimeout(timer)
    timer = setTimeout(lookWhereEventsSay, Math.max(0, Math.min(quiet, since + patience - Date.now())))
  })

  function lookWhereEventsSay(): void {
    since = undefined
    const heard = [...names]
    names.clear()
    const near = heard.flatMap((name) => (name === undefined ? [] : (byName.get(name) ?? [])))
    queue = queue.then(async () => {
      if (near.length > 0) tell(await prints.changed(near))
      // A name we don't know may be that of a new file, of a link or of a folder above.
      if (heard.some((name) => name === undefined || !byName.has(name))) await lookAtAll()
    })
  }

  async function lookAtAll(): Promise<void> {
    if (closed) return
    await folders.renew()
    tell(await prints.changed())
    const inside = (await filesRightIn(wanted.folders)).filter((path) => !byName.has(folded(basename(path))))
    if (inside.length === 0) return
    tell(await prints.changed(inside))
    await name()
  }

  function tell(paths: readonly string[]): void {
    if (paths.length > 0 && !closed) changed(new Set(paths))
  }

  /** This is also what keeps a process alive that does nothing but wait for changes. */
  function goRound(files: number): void {
    clearTimeout(rounds)
    if (closed) return
    rounds = setTimeout(
      () => {
        queue = queue.then(lookAtAll).then(() => goRound(files))
      },
      round * Math.max(1, files / FEW),
    )
  }

  /** Which files an event of a name may be about: by their own name, and by that of the file a link leads to. */
  async function name(): Promise<readonly string[]> {
    const files = [...new Set([...wanted.files, ...(await filesRightIn(wanted.folders))])]
    const real = await Promise.all(files.map((file) => realpath(file).catch(() => file)))
    const found = new Map<string, string[]>()
    for (const [index, file] of files.entries()) {
      for (const each of new Set([file, real[index] ?? file].map((path) => folded(basename(path)))))
        found.set(each, [...(found.get(each) ?? []), file])
    }
    byName = found
    await prints.keep(files)
    if (closed) return files
    const homes = new Set([...wanted.files, ...real].map((path) => dirname(path)))
    await folders.follow([...wanted.folders, ...homes])
    return files
  }

  return {
    follow(next) {
      queue = queue.then(async () => {
        wanted = next
        const files = await name()
        goRound(files.length)
      })
      return queue
    },
    close() {
      closed = true
      clearTimeout(timer)
      clearTimeout(rounds)
      folders.close()
    },
  }
}

/** Disks differ in whether they tell apart capitals, and the two ways to write an accent. */
const folded = (name: string): string => name.normalize('NFC').toLowerCase()
