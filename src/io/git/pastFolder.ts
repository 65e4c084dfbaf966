/** A revision → a temporary folder with the files of it that are asked for, each where it was in the repository. */
import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative, sep } from 'node:path'
import { writingFault } from '../faults.js'
import { leadsOut } from '../inside.js'
import { MOST_BYTES } from '../pictures/found.js'
import { writeFileWhole } from '../writeFileWhole.js'
import { askGit } from './askGit.js'
import type { PastPlace } from './pastNotes.js'

/** Why a file that git lists is not to be had from it. */
export type Untaken = 'lfs' | 'submodule' | 'link'

export interface PastFolder {
  readonly folder: string
  /** Of the notes, whether or not they are in it. */
  readonly notes: string
  /** Stands for the working folder of today; undefined when that is not in the repository. */
  readonly here: string | undefined
  /** Of all files of the revision, from the top, with `/`. */
  readonly paths: readonly string[]
  /** Puts files into the folder. What is no plain file in git, or very large, is left out. */
  take(wanted: (path: string) => boolean): Promise<void>
  /** Why there is nothing at a path in the folder that git lists; undefined when it does not list it. */
  whyNot(path: string): Untaken | undefined
  /** The SHA-256 of a file that Git LFS keeps. */
  lfsHash(path: string): string | undefined
  drop(): Promise<void>
}

interface Entry {
  readonly mode: string
  readonly object: string
  readonly size: number
}

/** Bytes of the list of a revision's files. */
const MOST_LISTED = 256 * 1024 * 1024

/** @throws UserError as askGit, and when there is no room for it */
export async function openPastFolder({ revision, top, path: notes }: PastPlace): Promise<PastFolder> {
  const words = ['ls-tree', '-r', '-z', '--long', '--full-tree', revision]
  const entries = entriesIn((await askGit(words, { folder: top, most: MOST_LISTED })).toString('utf8'))
  const folder = await mkdtemp(join(tmpdir(), 'talkback-past-')).catch((error: unknown) => {
    throw writingFault(error, tmpdir())
  })
  // Git names the top with links followed.
  const inTop = relative(top, await realpath('.'))
  const hashes = new Map<string, string>()

  async function takeOne(path: string, { mode, object, size }: Entry): Promise<void> {
    // Modes of plain files, executable or not.
    if (!mode.startsWith('100') || size > MOST_BYTES || leadsOut(path, folder)) return
    const bytes = await askGit(['cat-file', 'blob', object], {
      folder: top,
      what: `${revision}:${path}`,
      most: size + 1,
    })
    const hash = lfsPointer.exec(bytes.toString('latin1', 0, 200))?.[1]
    if (hash === undefined) await writeFileWhole(join(folder, path), bytes)
    else hashes.set(path, hash)
  }
  const inside = (path: string): string => relative(folder, path).split(sep).join('/')

  return {
    folder,
    notes: join(folder, notes),
    here: leadsOut(inTop, top) ? undefined : join(folder, inTop),
    paths: [...entries.keys()],
    async take(wanted) {
      for (const [path, entry] of entries) if (wanted(path)) await takeOne(path, entry)
    },
    whyNot(path) {
      const place = inside(path)
      if (hashes.has(place)) return 'lfs'
      for (let above = place; above !== '.' && above !== ''; above = dirname(above)) {
        const mode = entries.get(above)?.mode
        if (mode === '160000') return 'submodule'
        if (mode === '120000') return 'link'
      }
      return undefined
    },
    lfsHash: (path) => hashes.get(inside(path)),
    drop: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }),
  }
}

const lfsPointer = /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n(?:.*\n)*?oid sha256:([0-9a-f]{64})\n/

/** `100644 blob 3f2a9c…    1234\tnotes/x.md`, each ended by a zero. */
function entriesIn(listed: string): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>()
  for (const line of listed.split('\0')) {
    const [, mode, object, size, path] = /^(\d+) \w+ ([0-9a-f]+) +(\S+)\t(.+)$/s.exec(line) ?? []
    if (mode && object && path) entries.set(path, { mode, object, size: Number(size) || 0 })
  }
  return entries
}
