/** The slides of a deck before and after an edit → which of them to swap, so that everything else stays as it is. Pure. */
import { pushAll } from '../model/lists.js'
import type { LiveSlide, SlideChange } from '../model/live.js'
import { longestRun, type Pair } from './longestRun.js'

/**
 * Where none is the same as before (a title was edited), a slide is taken for the one that stood in its place between two
 * that stayed. Slides that moved are taken out and put in again.
 * @param same slides in both, in the order of the deck after
 * @param all slides that look the same have to be made anew, too: each in its own place, as the reader is on one of them
 */
export function slideChanges(
  before: readonly LiveSlide[],
  after: readonly LiveSlide[],
  same: readonly Pair[],
  all = false,
): readonly SlideChange[] {
  const changes: SlideChange[] = []
  let [from, to] = [0, 0]
  for (const { at, now } of [...longestRun(same), { at: before.length, now: after.length }]) {
    pushAll(changes, between(from, at, after.slice(to, now)))
    const [old, made] = [before[at], after[now]]
    if (old && made && (all || old.html !== made.html)) changes.push({ from: at, gone: 1, made: [made] })
    ;[from, to] = [at + 1, now + 1]
  }
  return joined(changes)
}

/** What stands between two slides that stayed: as far as there are old and new ones, the one was made of the other. */
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
