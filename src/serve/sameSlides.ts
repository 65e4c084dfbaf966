/** Slides of a deck before and after an edit → which of them are the same to their reader, whatever their ids are now. Pure. */
import type { Rename } from '../model/live.js'
import type { Lines } from '../model/notes.js'
import type { Pair } from './longestRun.js'

/** A slide as far as it is known again: its id, and what the notes say where it comes from. */
export interface Known {
  readonly id: string
  /** undefined for what the deck makes by itself. */
  readonly text: string | undefined
}

/** @param lines of each slide, in the order of `ids` */
export function knownSlides(
  text: string,
  ids: readonly { readonly id: string }[],
  lines: readonly (Lines | undefined)[],
): readonly Known[] {
  const all = text.split('\n')
  return ids.map(({ id }, index) => {
    const span = lines[index]
    return {
      id,
      text:
        span &&
        all
          .slice(span[0] - 1, span[1])
          .join('\n')
          .trim(),
    }
  })
}

/**
 * Slides of one title in one section are numbered, so that their ids say where they stand, and not what they say: whoever
 * reads one goes where its text goes. Otherwise a slide is known by its id, whatever it says now; and one that got another title,
 * by all the rest of it.
 *
 * @returns in the order of the deck after
 */
export function sameSlides(before: readonly Known[], after: readonly Known[]): readonly Pair[] {
  const pairs = new Map<number, number>()
  const left = new Set(before.keys())
  const take = (now: number, at: number | undefined): void => {
    if (at === undefined || !left.delete(at)) return
    pairs.set(now, at)
  }
  const pass = (find: (slide: Known) => number | undefined): void => {
    for (const [now, slide] of after.entries()) if (!pairs.has(now)) take(now, find(slide))
  }

  const byId = new Map(before.map(({ id }, at) => [id, at]))
  pass(({ id, text }) => {
    const at = byId.get(id)
    return at !== undefined && before[at]?.text === text ? at : undefined
  })
  if (left.size > 0 && pairs.size < after.length) {
    const byText = groupsOf(left, (at) => before[at]?.text)
    pass(({ text }) => (text === undefined ? undefined : byText.get(text)?.shift()))
    for (const { at, now } of nearest(before, after, left, pairs)) if (!pairs.has(now)) take(now, at)
    pass(({ id }) => byId.get(id))
    const byBody = groupsOf(left, (at) => bodyOf(before[at]) || undefined)
    pass((slide) => byBody.get(bodyOf(slide))?.shift())
  }
  return after.flatMap((_, now): Pair[] => {
    const at = pairs.get(now)
    return at === undefined ? [] : [{ at, now }]
  })
}

/** What is called otherwise now. */
export const renamesOf = (
  before: readonly { readonly id: string }[],
  after: readonly { readonly id: string }[],
  pairs: readonly Pair[],
): readonly Rename[] =>
  pairs.flatMap(({ at, now }): Rename[] => {
    const [old, fresh] = [before[at]?.id, after[now]?.id]
    return old === undefined || fresh === undefined || old === fresh ? [] : [[old, fresh]]
  })

/** What a slide says under its title. */
export const bodyOf = (slide: Known | undefined): string => (slide?.text ?? '').replace(/^#{1,6}.*/, '').trim()

/** The name that slides of one title share: `questions` and `questions_2`. */
const stemOf = (id: string): string => id.replace(/(?<=.)_\d+$/, '')

/** More pairs of slides than this are not compared word by word: everybody who reads the deck would wait for it. */
const COMPARED = 10_000

/**
 * Among slides that share a name, those that have most words in common, the nearest first; too many to compare are known by
 * their ids.
 */
function nearest(
  before: readonly Known[],
  after: readonly Known[],
  left: ReadonlySet<number>,
  pairs: ReadonlyMap<number, number>,
): readonly Pair[] {
  const olds = groupsOf(left, (at) => stemOf(before[at]?.id ?? ''))
  const news = groupsOf(
    [...after.keys()].filter((now) => !pairs.has(now)),
    (now) => stemOf(after[now]?.id ?? ''),
  )
  return [...news].flatMap(([stem, fresh]) => {
    const old = olds.get(stem) ?? []
    return old.length * fresh.length > COMPARED ? [] : byWords(before, after, old, fresh)
  })
}

function byWords(
  before: readonly Known[],
  after: readonly Known[],
  old: readonly number[],
  fresh: readonly number[],
): readonly Pair[] {
  const said = old.map((at) => ({ at, id: before[at]?.id, text: before[at]?.text, words: wordsOf(before[at]?.text) }))
  const found: (Pair & { readonly nearness: number })[] = []
  for (const now of fresh) {
    const { id, text } = after[now] ?? {}
    const words = wordsOf(text)
    for (const other of said) {
      const nearness = goesOn(text, other.text) ? 1 : likeness(other.words, words)
      // Of two that are equally near, the one that kept its name.
      found.push({ at: other.at, now, nearness: nearness + (id === other.id ? 0.001 : 0) })
    }
  }
  return found.sort((one, other) => other.nearness - one.nearness)
}

/** Whether the one is all of the other and what comes behind it: that may be more, as when the next slide loses its title. */
const goesOn = (one = '', other = ''): boolean => one.startsWith(`${other}\n`) || other.startsWith(`${one}\n`)

/** Of all words of two texts, how many are in both: 0 to 1. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0
  for (const word of one) if (other.has(word)) shared++
  return shared / Math.max(1, one.size + other.size - shared)
}

const wordsOf = (text = ''): ReadonlySet<string> =>
  new Set(text.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? [])

function groupsOf<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key | undefined): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
