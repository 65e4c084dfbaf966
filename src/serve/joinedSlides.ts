/** Slides of a deck before and after an edit → those that are gone and whose text another one has now, as when a title is empty. Pure. */
import type { Rename } from '../model/live.js'
import type { Pair } from './longestRun.js'
import { bodyOf, type Known } from './sameSlides.js'

export interface Moves {
  /** Slides that are gone → the slide that has their text now. */
  readonly joined: readonly Rename[]
  /** A slide that has less text now → the new one that has it. */
  readonly parted: readonly Rename[]
}

/** @param same slides in both decks, in the order of the deck after */
export function movesOf(before: readonly Known[], after: readonly Known[], same: readonly Pair[]): Moves {
  const reversed = same.map(({ at, now }) => ({ at: now, now: at })).sort((one, other) => one.now - other.now)
  const stayed = new Map(same.map(({ at, now }) => [at, now]))
  return {
    joined: joinedOf(before, after, same).map(({ at, now }) => [idAt(before, at), idAt(after, now)]),
    parted: joinedOf(after, before, reversed).map(({ at, now }) => [
      idAt(after, stayed.get(now) ?? -1),
      idAt(after, at),
    ]),
  }
}

/** What has no title of its own is read as a part of the slide before it. */
function joinedOf(before: readonly Known[], after: readonly Known[], same: readonly Pair[]): readonly Pair[] {
  const stayed = new Map(same.map(({ at, now }) => [at, now]))
  const taken = new Set(stayed.values())
  const joined: Pair[] = []
  let last: Pair | undefined
  for (const [at, slide] of before.entries()) {
    const now = stayed.get(at)
    if (now !== undefined) last = { at, now }
    else if (last && hasJoined(slide, before[last.at], after, last.now, taken)) joined.push({ at, now: last.now })
  }
  return joined
}

/** Where a new slide in its place has the same text, it was given another title. */
function hasJoined(
  slide: Known,
  old: Known | undefined,
  after: readonly Known[],
  now: number,
  taken: ReadonlySet<number>,
): boolean {
  const body = bodyOf(slide)
  if (body === '' || old?.text?.includes(body) || !after[now]?.text?.includes(body)) return false
  for (let next = now + 1; next < after.length && !taken.has(next); next++)
    if (after[next]?.text?.includes(body)) return false
  return true
}

const idAt = (slides: readonly Known[], index: number): string => slides[index]?.id ?? ''
