/** Slides of a deck before and after an edit → what became of each: as before, changed, moved, added, removed. Pure. */
import { longestRise } from '../match/longestRise.js'
import { matchSlides } from '../match/matchSlides.js'
import type { Traits } from '../match/traits.js'

/** A slide of either deck. `before` and `after` are indexes into the decks, from 0. */
export type ComparedSlide =
  | { readonly state: 'added'; readonly after: number }
  | { readonly state: 'removed'; readonly before: number }
  | KeptSlide

export interface KeptSlide {
  readonly state: 'same' | 'changed'
  readonly before: number
  readonly after: number
  /** It stands elsewhere among the slides that kept their order. */
  readonly moved: boolean
}

/**
 * @param matched for each slide after, the index of the one before that it was
 * @returns every slide of both decks once, in the order of the new one; those that are gone stand where they stood
 */
export function compareSlides<Slide extends Traits>(
  before: readonly Slide[],
  after: readonly Slide[],
  matched = matchSlides(before, after),
  isSame: (old: Slide, made: Slide) => boolean = (old, made) => old.print === made.print,
): readonly ComparedSlide[] {
  const kept = matched.flatMap((at, now) => (at === undefined ? [] : [{ at, now }]))
  const inOrder = new Set(longestRise(kept.map(({ at }) => at)).map((place) => kept[place]?.at))
  const gone = removedAfter(before.length, new Set(kept.map(({ at }) => at)), inOrder)

  const compared: ComparedSlide[] = [...(gone.get(-1) ?? [])]
  matched.forEach((at, now) => {
    if (at === undefined) compared.push({ state: 'added', after: now })
    else {
      const [old, made] = [before[at], after[now]]
      const state = old && made && isSame(old, made) ? 'same' : 'changed'
      compared.push({ state, before: at, after: now, moved: !inOrder.has(at) }, ...(gone.get(at) ?? []))
    }
  })
  return compared
}

/** The slides that are gone, by the last slide before them that is where it was; -1 when there is none. */
function removedAfter(
  count: number,
  kept: ReadonlySet<number>,
  inOrder: ReadonlySet<number | undefined>,
): ReadonlyMap<number, readonly ComparedSlide[]> {
  const gone = new Map<number, ComparedSlide[]>()
  let last = -1
  for (let at = 0; at < count; at++) {
    if (inOrder.has(at)) last = at
    else if (!kept.has(at)) gone.set(last, [...(gone.get(last) ?? []), { state: 'removed', before: at }])
  }
  return gone
}
