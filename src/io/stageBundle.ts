/** A finished bundle → its folder on disk, replaced in one step: the whole new deck, or the old one as it was. */
import { lstat, readdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { DeckFacts } from '../diff/facts.js'
import { UserError } from '../errors.js'
import type { Bundle } from '../model/bundle.js'
import { type Content, isLater } from '../model/content.js'
import { exists } from './exists.js'
import { codeOf, writingFault } from './faults.js'
import { makeFolder } from './makeFolder.js'
import { MANIFEST, type MadeKind, type Manifest, printManifest } from './manifest.js'
import { openPatience } from './patience.js'
import { giveBack, isSameFile, patiently, putInPlace, stateOf, take, takenManifest } from './putInPlace.js'
import { isTaken, recover } from './recover.js'
import { leaveStage, openStage } from './stageNames.js'
import { writeUnlessSame } from './writeUnlessSame.js'

/** A deck that is complete on disk, beside the place where it is going to be. Ends with commit() or drop(). */
export interface Stage {
  /** The staging folder: what prints the PDF opens `index.html` in here. */
  readonly folder: string
  /** Adds an export (PDF, handout, picture) to the deck. `path` is inside the folder, with `/`. */
  add(path: string, content: Content): Promise<void>
  /** Exports of earlier builds at such paths go with commit(). */
  retire(matches: (path: string) => boolean): void
  /**
   * Puts the deck in its place. Exports of earlier builds and files that Talkback did not make stay.
   * @param signal ends waiting for other builds that have the deck
   * @returns the slides of the deck that it replaces, if there was one and it says
   */
  commit(signal?: AbortSignal): Promise<DeckFacts | undefined>
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
  // A deck may be a link to where it is shown: the stage has to lie on the same disk.
  const target = await realpath(folder).catch(() => resolve(folder))
  const stage = openStage(target)
  const made = new Map<string, MadeKind>([[MANIFEST, 'deck']])
  const retired: ((path: string) => boolean)[] = []

  const write = async (path: string, content: Content, kind: MadeKind): Promise<void> => {
    const parts = partsOf(path)
    const file = join(stage, ...parts)
    await makeFolder(dirname(file))
    await writeUnlessSame(file, content, join(target, ...parts))
    made.set(path, kind)
  }
  const writeManifest = (exports: ReadonlyMap<string, MadeKind> = new Map()) =>
    writeFile(join(stage, MANIFEST), printManifest({ made: new Map([...made, ...exports]), facts }))
  const drop = async (): Promise<void> => {
    // Not when the deck's manifest is in it, which could not be put back: the next build tries again.
    const isFree = leaveStage(stage) && (await stateOf(stage)) === 'free'
    if (isFree) await rm(stage, { recursive: true, force: true, maxRetries: 3 })
  }
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      await drop().catch(() => {})
      throw writingFault(error, folder, await stateOfDeck(target))
    }
  }

  await guarded(async () => {
    await recover(target)
    await refuseForeign(target, folder)
    await makeFolder(stage)
    const files = [...bundle.files].filter(([, content]) => !isLater(content))
    for (let from = 0; from < files.length; from += AT_ONCE) {
      await Promise.all(files.slice(from, from + AT_ONCE).map(([path, content]) => write(path, content, 'deck')))
    }
    for (const [path, content] of bundle.files) if (isLater(content)) await write(path, content, 'deck')
  })

  /** With the deck's manifest in hand: what of the deck stays. */
  const replace = async (): Promise<DeckFacts | undefined> => {
    const before = await takenManifest(stage)
    try {
      await refuseToReplace(before, made, { stage, target, folder })
      await writeManifest(await stayingExports(before, made, target, retired))
    } catch (error) {
      await giveBack(stage, target)
      throw error
    }
    await putInPlace(stage, target)
    return before?.facts
  }
  const commit = async (signal: AbortSignal | undefined): Promise<DeckFacts | undefined> => {
    await writeManifest()
    const isAbandoned = openPatience(PATIENCE)
    const isHopeless = openPatience(MOST_PATIENCE)
    for (let attempt = 0; ; attempt++) {
      signal?.throwIfAborted()
      if (await isPlacedWhole(stage, target)) return undefined
      if (await take(stage, target)) return replace()
      if (attempt % ATTEMPTS_A_LOOK === 0) {
        await refuseForeign(target, folder)
        await recover(target, isAbandoned)
      }
      if (isHopeless(target)) {
        const state = await stateOfDeck(target)
        throw new UserError(`Can't write ${folder}: other builds write there all the time; ${state}.`, WAIT)
      }
      await setTimeout(PAUSE * Math.min(attempt + 1, 8))
    }
  }
  return {
    folder: stage,
    drop,
    retire: (matches) => retired.push(matches),
    add: (path, content) => guarded(() => write(path, content, 'export')),
    commit: async (signal) => {
      const replaced = await guarded(() => commit(signal))
      await drop().catch(() => {})
      return replaced
    },
  }
}

/** Until a deck is put in place, nothing of the one before is touched. */
const stateOfDeck = async (target: string): Promise<string> =>
  (await exists(join(target, 'index.html')))
    ? 'the deck there is the old one, with all its files'
    : 'nothing was put there'

/** Milliseconds between two looks whether another build has put its deck in place, which takes few; who waits long looks less often. */
const PAUSE = 10
/** Whether what is in the way is still at work: were every build of many to look at all others each time, none would get on. */
const ATTEMPTS_A_LOOK = 8
/** How often in a row nobody may have the manifest before it is believed. */
const LOOKS = 5
/** Milliseconds for which one and the same build may hold it before it is taken for dead. */
const PATIENCE = 10_000
/** Milliseconds after which a deck that can neither be taken nor be put where there is none is given up. */
const MOST_PATIENCE = 60_000
const WAIT = 'Wait for them to end and try again.'

/** Where there is nothing yet, the stage becomes the deck as a whole. */
const isPlacedWhole = (stage: string, target: string): Promise<boolean> =>
  patiently(async () => {
    try {
      await rename(stage, target)
      return true
    } catch (error) {
      const code = codeOf(error)
      // Windows says so then, and whenever it says no.
      const isWindowsWord = code === 'EPERM' && process.platform === 'win32' && (await exists(target))
      if (['EEXIST', 'ENOTEMPTY'].includes(code) || isWindowsWord) return false
      throw error
    }
  })

/** Throws UserError when this build would replace a file that Talkback did not make. */
async function refuseToReplace(
  before: Manifest | undefined,
  made: ReadonlyMap<string, MadeKind>,
  { stage, target, folder }: { readonly stage: string; readonly target: string; readonly folder: string },
): Promise<void> {
  for (const path of made.keys()) {
    if (path === MANIFEST || before?.made.has(path)) continue
    const there = await lstat(join(target, path)).catch(() => undefined)
    if (there === undefined || (await isSameFile(join(stage, path), join(target, path)))) continue
    throw new UserError(
      `This build would replace ${join(folder, path)}, which Talkback did not make.`,
      'Move it away, or choose another place with --out.',
    )
  }
}

/** Exports of earlier builds that this one neither makes anew nor retires, as far as they are still there. */
async function stayingExports(
  before: Manifest | undefined,
  made: ReadonlyMap<string, MadeKind>,
  target: string,
  retired: readonly ((path: string) => boolean)[],
): Promise<ReadonlyMap<string, MadeKind>> {
  const exports = new Map<string, MadeKind>()
  for (const [path, kind] of before?.made ?? []) {
    if (kind !== 'export' || made.has(path) || retired.some((matches) => matches(path))) continue
    if (await exists(join(target, path))) exports.set(path, kind)
  }
  return exports
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
    // Nothing is there yet.
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return []
    throw writingFault(error, folder)
  })
  if (names.length === 0 || names.includes(MANIFEST)) return
  // Other builds take it and put it back: between the two looks it may go from one to the next, but not every time.
  for (let look = 0; look < LOOKS; look++) {
    if ((await isTaken(target)) || (await exists(join(target, MANIFEST)))) return
    await setTimeout(PAUSE)
  }
  const hint = `Choose another place with --out, or move ${names.sort()[0]} and the rest away.`
  throw new UserError(
    `${folder} holds files that Talkback did not make.`,
    names.length === 1 ? hint.replace(' and the rest', '') : hint,
  )
}
