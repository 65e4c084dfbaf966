/** A revision → a temporary folder with the files of it that are asked for, each where it was in the repository. */
import { realpath } from 'node:fs/promises'
import { dirname, join, parse, relative, resolve, sep } from 'node:path'
import { isIn, leadsOut } from '../inside.js'
import { makeFolder } from '../makeFolder.js'
import { MOST_BYTES } from '../pictures/found.js'
import { openTemporaryFolder } from '../temporaryFolder.js'
import { writeTemporarily } from '../writeFileWhole.js'
import { askGit, TooLong, Unfetched } from './askGit.js'
import type { PastPlace } from './pastNotes.js'

/** Why a file that git lists is not to be had from it. */
export type Untaken = 'lfs' | 'submodule' | 'link' | 'unfetched'

export interface PastFolder {
  /** Stands for the whole disk, so that a path that leads out of the repository still leads to where it did. */
  readonly disk: string
  /** Stands for the top of the repository; in `disk`. */
  readonly top: string
  /** Of the notes, whether or not they are in it. */
  readonly notes: string
  /** Stands for the working folder of today; undefined when that is not in the repository. */
  readonly here: string | undefined
  /** Of all files of the revision, from the top, with `/`. */
  readonly paths: readonly string[]
  /** Puts files into the folder. What is no plain file in git, very large or not fetched is left out. */
  take(wanted: (path: string) => boolean): Promise<void>
  /** Why there is nothing at a path in the folder that git lists; undefined when it does not list it. */
  whyNot(path: string): Untaken | undefined
  /** The SHA-256 of a file that Git LFS keeps. */
  lfsHash(path: string): string | undefined
  /** Where a path in `disk` is today. */
  today(path: string): string
  drop(): Promise<void>
}

interface Entry {
  readonly mode: string
  readonly object: string
}

/** Bytes of the list of a revision's files. */
const MOST_LISTED = 256 * 1024 * 1024

/** @throws UserError as askGit, and when there is no room for it */
export async function openPastFolder({ revision, top, path: notes }: PastPlace): Promise<PastFolder> {
  // Without sizes: those of files that were not fetched git does not know.
  const listing = ['ls-tree', '-r', '-z', '--full-tree', revision]
  const what = `list of files in ${revision}`
  const entries = entriesIn((await askGit(listing, { folder: top, what, most: MOST_LISTED })).toString('utf8'))
  const { path: disk, drop } = await openTemporaryFolder('past')
  const { root } = parse(resolve(top))
  const folder = join(disk, relative(root, resolve(top)))
  // Git names the top with links followed.
  const inTop = relative(top, await realpath('.'))
  // What notes may name is bounded by their repository then as now.
  await makeFolder(join(folder, '.git'))
  const hashes = new Map<string, string>()
  const unfetched = new Set<string>()

  async function takeOne(path: string, { mode, object }: Entry): Promise<void> {
    // Modes of plain files, executable or not.
    if (!mode.startsWith('100') || leadsOut(path, folder)) return
    const bytes = await blob(path, object)
    if (bytes === undefined) return
    const hash = lfsPointer.exec(bytes.toString('latin1', 0, 200))?.[1]
    if (hash === undefined) await writeTemporarily(join(folder, path), bytes)
    else hashes.set(path, hash)
  }

  async function blob(path: string, object: string): Promise<Buffer | undefined> {
    try {
      return await askGit(['cat-file', 'blob', object], {
        folder: top,
        what: `${revision}:${path}`,
        most: MOST_BYTES,
      })
    } catch (error) {
      if (error instanceof Unfetched) unfetched.add(path)
      else if (!(error instanceof TooLong)) throw error
      return undefined
    }
  }

  const inside = (path: string): string => relative(folder, path).split(sep).join('/')

  return {
    disk,
    top: folder,
    notes: join(folder, notes),
    here: isIn(join(top, inTop), top) ? join(folder, inTop) : undefined,
    paths: [...entries.keys()],
    async take(wanted) {
      for (const [path, entry] of entries) if (wanted(path)) await takeOne(path, entry)
    },
    whyNot(path) {
      const place = inside(path)
      if (hashes.has(place)) return 'lfs'
      if (unfetched.has(place)) return 'unfetched'
      for (let above = place; above !== '.' && above !== ''; above = dirname(above)) {
        const mode = entries.get(above)?.mode
        if (mode === '160000') return 'submodule'
        if (mode === '120000') return 'link'
      }
      return undefined
    },
    lfsHash: (path) => hashes.get(inside(path)),
    today: (path) => join(root, relative(disk, path)),
    drop,
  }
}

const lfsPointer = /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n(?:.*\n)*?oid sha256:([0-9a-f]{64})\n/

/** `100644 blob 3f2a9c…\tnotes/x.md`, each ended by a zero. */
function entriesIn(listed: string): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>()
  for (const line of listed.split('\0')) {
    const [, mode, object, path] = /^(\d+) \w+ ([0-9a-f]+)\t(.+)$/s.exec(line) ?? []
    if (mode && object && path) entries.set(path, { mode, object })
  }
  return entries
}
