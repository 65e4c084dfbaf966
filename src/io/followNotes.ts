/** What the user named (files, globs, folders) → a call whenever there are other notes than before, as long as it is asked for. */
import { realpath, stat } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { findNotes } from './findNotes.js'
import { PIPED } from './notesNames.js'
import { standAgain } from './standAgain.js'

export interface FollowPace {
  /** Milliseconds between two looks; longer where a look takes long. */
  readonly pause?: number
}

/**
 * What comes or goes has done so when two looks agree: an editor that saves takes a file away for a moment, and its own
 * files beside the notes are gone as fast.
 *
 * @param patterns as the user gave them; one that names a file means this file for good, there or not
 * @param found what `findNotes` made of them at first
 * @param changed told all notes, in their order; the next look waits for it
 */
export async function followNotes(
  patterns: readonly string[],
  found: readonly string[],
  changed: (notes: readonly string[]) => Promise<void>,
  signal: AbortSignal,
  { pause = 700 }: FollowPace = {},
): Promise<void> {
  const fixed = await Promise.all(patterns.map(isFile))
  if (fixed.every(Boolean)) return
  const named = new Set(patterns.filter((_, index) => fixed[index]))
  let [known, seen] = [found, found]
  let took = 0
  while (await waited(Math.max(pause, took * 20), signal)) {
    standAgain()
    const began = Date.now()
    const now = await notesNow(patterns, named)
    took = Date.now() - began
    const isSure = isSame(now, seen)
    seen = now
    if (!isSure || isSame(now, known)) continue
    known = now
    await changed(now)
  }
}

/** Whether notes may come and go: some pattern is a folder or a glob. */
export const areChanging = async (patterns: readonly string[]): Promise<boolean> =>
  (await Promise.all(patterns.map(isFile))).includes(false)

/** As `findNotes`, but nothing is a fault: what is gone may come again. */
async function notesNow(patterns: readonly string[], named: ReadonlySet<string>): Promise<readonly string[]> {
  const each = patterns.map((pattern) => (named.has(pattern) ? [pattern] : findNotes([pattern]).catch(() => [])))
  const notes = new Map<string, string>()
  for (const file of (await Promise.all(each)).flat()) {
    const real = await realpath(file).catch(() => file)
    if (!notes.has(real)) notes.set(real, file)
  }
  return [...notes.values()]
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((file, index) => file === other[index])

const isFile = async (path: string): Promise<boolean> =>
  path === PIPED ||
  stat(path).then(
    (facts) => !facts.isDirectory(),
    () => false,
  )

const waited = (time: number, signal: AbortSignal): Promise<boolean> =>
  setTimeout(time, undefined, { signal }).then(
    () => true,
    () => false,
  )
