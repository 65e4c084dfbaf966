/** Slides, and those of the deck before → a key for each, which it keeps as long as it lives, and the address it has now. Pure. */
import { addressMark } from '../model/addressMark.js'
import { matchSlides, titleOf } from './matchSlides.js'
import { hashOf, type Traits } from './traits.js'

/** A slide that may have been in a deck before. */
export interface KnownSlide extends Traits {
  /** Who it is, whatever it says and is called. */
  readonly key: string
  /** Marks of the addresses that it had before: they lead to it. Not the addresses, which say what titles were. */
  readonly was: readonly string[]
}

/** Earlier addresses of a slide: a title that is typed for a long time is not remembered letter by letter. */
const MOST_EARLIER = 64

/**
 * A slide keeps its address as long as it keeps its title, whoever comes to share that; with another title it gets another
 * address. What no deck before had gets its key from what it says, so that two machines agree.
 * @param before slides of the deck before, with their keys; none when it is the first
 * @param gone slides of earlier decks: one that is back has its key again
 */
export function lastingSlides(
  after: readonly Traits[],
  before: readonly KnownSlide[] = [],
  gone: readonly KnownSlide[] = [],
): readonly KnownSlide[] {
  const known = [...before, ...gone]
  const places = matchSlides(before, after, gone)
  const matched = places.map((at) => (at === undefined ? undefined : known[at]))
  const keyFor = unlessTaken(known.map(({ key }) => key))
  const named = after.map((slide, now) => {
    const old = matched[now]
    return old && titleOf(old) === titleOf(slide) ? old.id : undefined
  })
  // Of a slide that is back, another one may have the address by now.
  const isBack = (now: number): boolean => (places[now] ?? 0) >= before.length
  const held = new Set(named.filter((_, now) => !isBack(now)))
  const kept = named.map((id, now) => (isBack(now) && held.has(id) ? undefined : id))
  const free = new Set(kept)
  const addressFor = unlessTaken([...free].flatMap((id) => id ?? []))
  const ids = kept.map((id, now) => (id !== undefined && free.delete(id) ? id : addressFor(after[now]?.id ?? '')))
  const taken = new Set(ids.map(addressMark))
  const inherited = ofLostDividers(before, places)
  const gathered = ofGathered(before, after, places)
  return after.map((slide, now): KnownSlide => {
    const [old, id = slide.id] = [matched[now], ids[now]]
    const heirs = [...(inherited.get(places[now]) ?? []), ...(gathered.get(now) ?? [])]
    const earlier = [...heirs, ...(old?.was ?? []), ...(old ? [addressMark(old.id)] : [])]
    const was = [...new Set(earlier)].filter((mark) => !taken.has(mark)).slice(-MOST_EARLIER)
    return { ...slide, id, key: old?.key ?? keyFor(contentKey(slide)), was }
  })
}

/** Marks of the addresses of dividers that are no more, by the place of the slide behind each: it opens the section now. */
function ofLostDividers(
  before: readonly KnownSlide[],
  places: readonly (number | undefined)[],
): ReadonlyMap<number | undefined, readonly string[]> {
  const stays = new Set(places)
  const lost = new Map<number | undefined, readonly string[]>()
  before.forEach(({ kind, id, was }, at) => {
    const next = before[at + 1]
    if (kind === 'section' && !stays.has(at) && next?.kind === 'content') lost.set(at + 1, [...was, addressMark(id)])
  })
  return lost
}

/** Marks of the addresses of slides that are no more, by the slide that says their titles now, as sub-headings, and what stood below. */
function ofGathered(
  before: readonly KnownSlide[],
  after: readonly Traits[],
  places: readonly (number | undefined)[],
): ReadonlyMap<number, readonly string[]> {
  const stays = new Set(places)
  const lost = before.filter(({ kind, title, text }, at) => kind === 'content' && !stays.has(at) && title && text)
  const marks = new Map<number, string[]>()
  if (lost.length === 0) return marks
  const saidBy = new Map<string, number>()
  after.forEach(({ text }, now) => {
    const lines = text.split('\n')
    for (const [at, line] of lines.entries()) saidBy.set(`${line}\n${lines[at + 1] ?? ''}`, now)
  })
  for (const { title, text, was, id } of lost) {
    const now = saidBy.get(`${title}\n${text.split('\n', 1)[0]}`)
    if (now !== undefined) marks.set(now, [...(marks.get(now) ?? []), ...was, addressMark(id)])
  }
  return marks
}

const contentKey = ({ kind, title, text }: Traits): string => hashOf([kind, title, text]).slice(0, 10)

/** A name as it is, or with `_2`, `_3`… behind it, whichever nobody has. */
function unlessTaken(names: readonly string[]): (name: string) => string {
  const taken = new Set(names)
  // Thousands may want the same one: all numbers below this are taken.
  const next = new Map<string, number>()
  return (name) => {
    let free = name
    let number = next.get(name) ?? 2
    for (; taken.has(free); number++) free = `${name}_${number}`
    next.set(name, number)
    taken.add(free)
    return free
  }
}
