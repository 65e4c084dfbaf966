/** A stage and the deck it is to replace → the deck, replaced file by file in an order in which it is whole at every moment. */
import { copyFile, link, lstat, readFile, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { UserError } from '../errors.js'
import { exists } from './exists.js'
import { codeOf, writingFault } from './faults.js'
import { filesIn } from './filesIn.js'
import { liesIn } from './inside.js'
import { makeFolder } from './makeFolder.js'
import { MANIFEST, readManifest } from './manifest.js'

/*
 * Of all who build a deck, one at a time may touch it: who has its manifest, which is taken with one rename. It lies in
 * the stage then, under one of two names that say what has to become of it when its builder is killed.
 */
/** Nothing was touched: the manifest goes back. */
const HELD = '.talkback-held.json'
/** The new deck is complete, and whoever finds it puts the rest of it in place. */
const DECIDED = '.talkback-before.json'
/** Second names for files that were replaced, until all is well. */
const REPLACED = '.talkback-replaced'

type StageState = 'free' | 'held' | 'decided'

/** Its builder may go on meanwhile: one look after the other, so that what changes its name is not missed under both. */
export async function stateOf(stage: string): Promise<StageState> {
  const has = (name: string): Promise<boolean> => exists(join(stage, name))
  if (await has(HELD)) return 'held'
  // One of the two is in its place once all is done.
  if (await has(DECIDED)) return (await has(MANIFEST)) ? 'decided' : 'free'
  // Given up in between, it has its first name again.
  return (await has(HELD)) ? 'held' : 'free'
}

/** @returns whether the deck is ours now: otherwise it has no manifest, or somebody else has taken it */
export async function take(stage: string, target: string): Promise<boolean> {
  try {
    await patiently(() => rename(join(target, MANIFEST), join(stage, HELD)))
    return true
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}

/** The manifest of the deck that was taken. */
export const takenManifest = (stage: string) => readManifest(stage, HELD)

/** The deck stays as it was. */
export const giveBack = (stage: string, target: string): Promise<void> =>
  patiently(() => rename(join(stage, HELD), join(target, MANIFEST)))

/**
 * From here on the build has happened: killed now, it is finished by the next one.
 * @throws what the disk says; then the deck is as it was, or else the new one, and the next build clears up
 */
export async function putInPlace(stage: string, target: string): Promise<void> {
  await patiently(() => rename(join(stage, HELD), join(stage, DECIDED)))
  const undo = openUndo(stage, target)
  const undoing = async (): Promise<void> => {
    await patiently(() => rename(join(stage, DECIDED), join(stage, HELD)))
    await undo.back()
    await giveBack(stage, target)
  }
  try {
    await bringIn(stage, target, undo.keep)
  } catch (error) {
    const pageIsOld = 'its page is the old one, but other files may be new: build it again'
    await undoing().catch((fault: unknown) => Promise.reject(writingFault(fault, target, pageIsOld)))
    throw error
  }
  // Not undone: what the old page needed is going.
  const isNew = 'the deck there is the new one, and the next build clears up'
  await clearUp(stage, target).catch((fault: unknown) => Promise.reject(writingFault(fault, target, isNew)))
}

/**
 * New files first. What a page loads has a name that follows from its content, so that no file which the old page needs is
 * replaced; then, with one rename, the page itself; then what only the old page needed goes. Files that are the same are
 * not touched. May be begun again after a kill, at whatever moment that came.
 */
export async function finish(stage: string, target: string): Promise<void> {
  await bringIn(stage, target)
  await clearUp(stage, target)
}

/** @param keep told the path of each file before it is replaced */
async function bringIn(stage: string, target: string, keep?: (path: string) => Promise<void>): Promise<void> {
  const files = (await filesIn(stage)).filter((path) => !isOurs(path))
  for (const path of [...files.filter((each) => each !== PAGE), ...files.filter((each) => each === PAGE)]) {
    const [from, to] = [join(stage, path), join(target, path)]
    if (await isSameFile(from, to)) continue
    await refuseLinksOut(path, target)
    await keep?.(path)
    await makeFolder(dirname(to))
    await patiently(() => rename(from, to))
  }
}

async function clearUp(stage: string, target: string): Promise<void> {
  const [before, made] = [await readManifest(stage, DECIDED), await readManifest(stage)]
  for (const path of await filesIn(target)) {
    if (before?.made.has(path) && made && !made.made.has(path)) await remove(path, target)
  }
  const isNews = !(await isSameFile(join(stage, MANIFEST), join(stage, DECIDED)))
  await patiently(() => rename(join(stage, isNews ? MANIFEST : DECIDED), join(target, MANIFEST)))
}

const PAGE = 'index.html'

/** Who gave us the folder may have put a link into it, and a stage that we find is not always ours. */
async function refuseLinksOut(path: string, target: string): Promise<void> {
  const folders: string[] = []
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) folders.unshift(folder)
  // What lies below a link is no link itself.
  for (const folder of folders) {
    if (await liesIn(join(target, folder), target)) continue
    throw new UserError(
      `${join(target, folder)} is a link that leads out of the deck's folder.`,
      'Delete the link, or choose another place with --out.',
    )
  }
}

const isOurs = (path: string): boolean => [MANIFEST, HELD, DECIDED].includes(path) || path.startsWith(`${REPLACED}/`)

/** Whether the one can stay for the other: the same file under two names, or another one with the same bytes. */
export async function isSameFile(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((path) => lstat(path, { bigint: true }).catch(() => undefined)))
  if (!a?.isFile() || !b?.isFile() || a.size !== b.size) return false
  if (a.ino === b.ino && a.dev === b.dev) return true
  return (await readFile(one)).equals(await readFile(other))
}

/** A file that won't go is in nobody's way. */
async function remove(path: string, target: string): Promise<void> {
  await rm(join(target, path), { force: true, maxRetries: 3 }).catch(() => {})
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    const isEmpty = await rmdir(join(target, folder)).then(
      () => true,
      () => false,
    )
    if (!isEmpty) return
  }
}

function openUndo(stage: string, target: string) {
  const touched: { readonly path: string; readonly was: boolean }[] = []
  const kept = (path: string): string => join(stage, REPLACED, path)
  return {
    async keep(path: string): Promise<void> {
      const was = await exists(join(target, path))
      if (was) {
        await makeFolder(dirname(kept(path)))
        await link(join(target, path), kept(path)).catch(() => copyFile(join(target, path), kept(path)))
      }
      touched.push({ path, was })
    },
    async back(): Promise<void> {
      for (const { path, was } of touched.reverse()) {
        if (was) await patiently(() => rename(kept(path), join(target, path)))
        else await remove(path, target)
      }
    },
  }
}

/** Windows lets nobody rename what a virus scanner looks into, which takes a moment. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
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
