/** The slides of a deck before and after an edit → which of them to swap, so that everything else stays as it is. Pure. */
import { longestRise } from '../match/longestRise.js'
import { pushAll } from '../model/lists.js'
import type { LiveSlide, SlideChange } from '../model/live.js'

/** One slide in two decks: its index in the deck before, and in the deck now. */
interface Pair {
  readonly at: number
  readonly now: number
}

/** @returns slides that are in both decks and kept their order, and the first that did not */
export function keptOrder(before: readonly Keyed[], after: readonly Keyed[]) {
  const places = new Map(before.map(({ key }, at) => [key, at]))
  const same = after.flatMap(({ key }, now): Pair[] => {
    const at = places.get(key)
    return at === undefined ? [] : [{ at, now }]
  })
  const run = new Set(longestRise(same.map(({ at }) => at)))
  return { kept: same.filter((_, place) => run.has(place)), moved: same.find((_, place) => !run.has(place)) }
}

type Keyed = Pick<LiveSlide, 'key'>

/**
 * A new slide takes the place of one that is gone between two that stayed. Slides that moved are taken out and put in again.
 * @param all slides that look the same have to be made anew, too: each in its own place, as the reader is on one of them
 */
export function slideChanges(
  before: readonly LiveSlide[],
  after: readonly LiveSlide[],
  all = false,
): readonly SlideChange[] {
  const changes: SlideChange[] = []
  let [from, to] = [0, 0]
  for (const { at, now } of [...keptOrder(before, after).kept, { at: before.length, now: after.length }]) {
    pushAll(changes, between(from, at, after.slice(to, now)))
    const [old, made] = [before[at], after[now]]
    if (old && made && (all || old.html !== made.html)) changes.push({ from: at, gone: 1, made: [made] })
    ;[from, to] = [at + 1, now + 1]
  }
  return joined(changes)
}

/** What stands between two slides that stayed: as far as there are old and new ones, one takes the place of the other. */
function between(from: number, until: number, made: readonly LiveSlide[]): readonly SlideChange[] {
  const gone = until - from
  const edited = made.slice(0, gone).map((slide, index) => ({ from: from + index, gone: 1, made: [slide] }))
  const rest = { from: from + edited.length, gone: gone - edited.length, made: made.slice(gone) }
  return rest.gone === 0 && rest.made.length === 0 ? edited : [...edited, rest]
}

/** Neighbours that are edited in the same update are one change: fewer things to tell. */
function joined(changes: readonly SlideChange[]): readonly SlideChange[] {
  const result: SlideChange[] = []
  for (const change of changes) {
    const last = result.at(-1)
    const meets = last && last.from + last.gone === change.from
    if (last && meets && last.gone === last.made.length && change.gone === change.made.length) {
      result[result.length - 1] = {
        from: last.from,
        gone: last.gone + change.gone,
        made: [...last.made, ...change.made],
      }
    } else result.push(change)
  }
  return result
}
