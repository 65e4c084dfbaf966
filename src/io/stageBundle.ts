/** A finished bundle → its folder on disk, replaced in one step: the whole new deck, or the old one as it was. */
import { readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { DeckFacts } from '../diff/facts.js'
import { UserError } from '../errors.js'
import type { Bundle } from '../model/bundle.js'
import { carryOver } from './carryOver.js'
import { exists } from './exists.js'
import { codeOf, writingFault } from './faults.js'
import { makeFolder } from './makeFolder.js'
import { MANIFEST, type MadeKind, printManifest } from './manifest.js'
import { oldName, recover, stageName } from './recover.js'
import { writeUnlessSame } from './writeUnlessSame.js'

/** A deck that is complete on disk, beside the place where it is going to be. Ends with commit() or drop(). */
export interface Stage {
  /** The staging folder: what prints the PDF opens `index.html` in here. */
  readonly folder: string
  /** Adds an export (PDF, handout, picture) to the deck. `path` is inside the folder, with `/`. */
  add(path: string, content: string | Uint8Array): Promise<void>
  /** Exports of earlier builds at such paths do not come along with commit(). */
  retire(matches: (path: string) => boolean): void
  /**
   * Puts the deck in its place. Exports of earlier builds and files that Talkback did not make come along.
   * @returns the slides of the deck that it replaces, if there was one and it says
   */
  commit(): Promise<DeckFacts | undefined>
  /** Gives up: nothing stays behind. Harmless after commit(). */
  drop(): Promise<void>
}

const AT_ONCE = 32

/**
 * Writes a bundle beside its folder, without touching the folder.
 *
 * An earlier PDF stays when only the deck is built again, as the author may be about to send it; the manifest knows it
 * as an export, and the next PDF of that name replaces it. Files that have not changed stay the same files. Data is not
 * flushed to the disk's platter: a kill, a full disk or a crash of Talkback leave a whole deck, a power cut is left to the
 * file system.
 *
 * @param facts what the deck's slides are, for the next build to tell what has changed
 * @throws UserError the folder is a file, holds things that Talkback did not make and no deck, or can't be written
 */
export async function stageBundle(bundle: Bundle, folder: string, facts?: DeckFacts): Promise<Stage> {
  const target = resolve(folder)
  await recover(target)
  await refuseForeign(target, folder)
  const stage = stageName(target)
  const made = new Map<string, MadeKind>([[MANIFEST, 'deck']])
  const retired: ((path: string) => boolean)[] = []

  const write = async (path: string, content: string | Uint8Array, kind: MadeKind): Promise<void> => {
    const parts = partsOf(path)
    const file = join(stage, ...parts)
    await makeFolder(dirname(file))
    await writeUnlessSame(file, content, join(target, ...parts))
    made.set(path, kind)
  }
  const drop = () => rm(stage, { recursive: true, force: true, maxRetries: 3 })
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      await drop().catch(() => {})
      throw writingFault(error, folder)
    }
  }

  await guarded(async () => {
    await makeFolder(stage)
    const files = [...bundle.files]
    for (let from = 0; from < files.length; from += AT_ONCE) {
      await Promise.all(files.slice(from, from + AT_ONCE).map(([path, content]) => write(path, content, 'deck')))
    }
  })
  return {
    folder: stage,
    drop,
    retire: (matches) => retired.push(matches),
    add: (path, content) => guarded(() => write(path, content, 'export')),
    commit: () =>
      guarded(async () => {
        const writeManifest = (exports: ReadonlyMap<string, MadeKind>, old: string) =>
          writeUnlessSame(
            join(stage, MANIFEST),
            printManifest({ made: new Map([...made, ...exports]), facts }),
            join(old, MANIFEST),
          )
        let replaced: DeckFacts | undefined
        await writeManifest(new Map(), target)
        await putInPlace(stage, target, async (old) => {
          const isRetired = (path: string): boolean => retired.some((matches) => matches(path))
          const carried = await carryOver(old, stage, made, isRetired)
          replaced = carried.facts
          await writeManifest(carried.exports, old)
        })
        return replaced
      }),
  }
}

/**
 * The parts of a path inside a bundle.
 * @throws Error when it would lead out of the folder: bundles are made by Talkback, so that is a bug
 */
function partsOf(path: string): readonly string[] {
  const parts = path.split('/')
  const odd = parts.some((part) => part === '' || part === '.' || part === '..' || /[\\:\0]/.test(part))
  if (odd || path === MANIFEST) throw new Error(`A bundle can't hold a file called ${JSON.stringify(path)}`)
  return parts
}

async function refuseForeign(target: string, folder: string): Promise<void> {
  const facts = await stat(target).catch(() => undefined)
  if (facts?.isFile()) {
    throw new UserError(`${folder} is a file; the deck needs a folder there.`, 'Move it, or choose another --out.')
  }
  const names = await readdir(target).catch((error: unknown): string[] => {
    // Nothing is there, or another build of the same deck has just moved it away.
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return []
    throw writingFault(error, folder)
  })
  if (names.length === 0 || names.includes(MANIFEST)) return
  const hint = `Choose another place with --out, or move ${names.sort()[0]} and the rest away.`
  throw new UserError(
    `${folder} holds files that Talkback did not make.`,
    names.length === 1 ? hint.replace(' and the rest', '') : hint,
  )
}

/** More builds of one deck than this don't come in between. */
const MOST_ATTEMPTS = 20
/** Milliseconds, more with each attempt. */
const PAUSE = 10

/**
 * The old deck away, what is to stay of it into the new one, the new one in. In between there are milliseconds without a
 * deck; a kill then is mended by recover(). When a step fails, the first is undone. Only what was moved away is looked at:
 * nobody else touches it there, however many builds there are.
 * @param bring takes along what stays
 */
async function putInPlace(stage: string, target: string, bring: (old: string) => Promise<void>): Promise<void> {
  const olds: string[] = []
  for (let attempt = 1; ; attempt++) {
    const old = oldName(stage, attempt)
    const moved = await moveAway(target, old)
    try {
      if (moved) await bring(old)
      await patiently(() => rename(stage, target))
      olds.push(old)
      break
    } catch (error) {
      if (attempt === MOST_ATTEMPTS || !(await isTaken(error, target))) {
        if (moved) await rename(old, target).catch(() => {})
        throw error
      }
      olds.push(old)
      // Not all at the same moment again.
      await setTimeout(Math.random() * PAUSE * attempt)
    }
  }
  // The new deck stands; what is left of old ones is deleted by the next build at the latest.
  for (const old of olds) await rm(old, { recursive: true, force: true, maxRetries: 3 }).catch(() => {})
}

/** Whether another build of the same deck got in between. Its deck is whole; ours replaces it. */
async function isTaken(error: unknown, target: string): Promise<boolean> {
  if (['EEXIST', 'ENOTEMPTY'].includes(codeOf(error))) return true
  // What Windows says then, and whenever it says no.
  return codeOf(error) === 'EPERM' && (await exists(target))
}

async function moveAway(target: string, old: string): Promise<boolean> {
  try {
    await patiently(() => rename(target, old))
    return true
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}

/** Windows lets nobody rename a folder while a virus scanner looks into it, which takes a moment. */
async function patiently(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const busy = process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error))
      if (!busy || attempt === 6) throw error
      await setTimeout(50 * attempt)
    }
  }
}
