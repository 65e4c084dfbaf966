/** An update → slides on stage exchanged for new ones, with the reader where they were. */
import type { DeckUpdate } from '../../model/live.js'
import { writeNumbers } from '../numbers.js'
import type { Stage } from '../player/stage.js'
import { astray, type Seen } from './astray.js'
import { fitAside, inGroups, type Parts } from './bench.js'
import { type Drawing, putBack, takeDrawings } from './drawings.js'
import { moved, oneOf } from './inPlace.js'
import { patchSlides } from './patch.js'
import { type Here, hereOf, partWith, placeIn, sharedWith, textsOf } from './place.js'

/** What of an update is about slides. */
type Swap = Pick<DeckUpdate, 'changes' | 'goTo'>

/** Where somebody was before an update, and what they read there. */
interface Reader extends Seen, Here {
  /** Key of the slide before theirs. */
  readonly above: string
  readonly read: readonly string[]
}

export interface Swapper {
  /** Puts the changes of an update on stage. What is on screen comes first, and is there when the promise is. */
  swap(update: Swap): Promise<void>
}

/** More slides than this at a time would be noticed: the one on screen comes first, the rest when it has been painted. */
const AT_ONCE = 12

export function openSwapper(stage: Stage): Swapper {
  let groups: readonly Parts[] = inGroups(stage.slides())
  let renewal = 0
  const lost = astray()
  let away: readonly Drawing[] = []

  const keyAt = (group: number): string => groups[group]?.[0]?.dataset['key'] ?? ''
  const indexOf = (key: string): number => groups.findIndex(([first]) => first?.dataset['key'] === key)

  function readerNow(): Reader {
    const here = hereOf(stage, groups)
    const [key, above] = [keyAt(here.group), keyAt(here.group - 1)]
    return { ...here, key, above, read: textsOf(stage.current()), steps: stage.reveal.getIndices().f }
  }

  function put({ changes, goTo }: Swap): void {
    const reader = readerNow()
    const name = stage.current()?.id
    const drawings = [...away, ...takeDrawings(groups.flat())]
    const made = fitAside(
      changes.flatMap((change) => change.made),
      stage.deck,
    )
    let next = [...groups]
    let taken = made.length
    let isPatched = true
    for (const { from, gone, made: slides } of [...changes].reverse()) {
      const fresh = made.slice(taken - slides.length, taken)
      taken -= slides.length
      const old = groups.slice(from, from + gone)
      if (isAlike(old, fresh)) patchSlides(old.flat(), fresh.flat())
      else {
        isPatched = false
        place(fresh.flat(), old.flat(), groups[from - 1]?.at(-1), holderOf(stage))
        next = [...next.slice(0, from), ...fresh, ...next.slice(from + gone)]
      }
    }
    groups = next
    const slides = groups.flat()
    away = putBack(drawings, slides)
    writeNumbers(slides)
    if (isPatched) renewSoon()
    else stage.exchange(slides)
    const after = placeAfter(reader, changes)
    if (goTo !== undefined) lost.forget()
    const to = placeIn(groups, after, goTo)
    const isThere = isPatched && slides[to] === stage.current() && slides[to]?.id === name
    // Points of a slide that is still there are other elements now: those that were shown are shown again.
    if (!isThere || (after.steps ?? -1) >= 0) show(stage, to, after.steps)
    if (!isThere) stage.arrived()
  }

  /** Wherever the slide went, the reader goes along; of one that is gone, to what has its text or its place, until it is back. */
  function placeAfter(reader: Reader, changes: Swap['changes']): Here & Pick<Seen, 'steps'> {
    const { key, read, part, steps } = reader
    const back = lost.wayBack({ key, part, steps }, (each) => indexOf(each) >= 0)
    if (back) return { ...back, group: indexOf(back.key) }
    const kept = indexOf(key)
    const group = kept >= 0 ? kept : heirOf(reader, changes)
    lost.waitsAt(keyAt(group))
    // Who reads the beginning stays there, whatever comes in between.
    const there = kept >= 0 && part === 0 ? part : partWith(read, groups[group], part)
    return { group, part: there, steps }
  }

  /** A slide that has no title for a moment is a part of the one before it. */
  function heirOf({ above, read, group }: Reader, changes: Swap['changes']): number {
    const before = indexOf(above)
    const shared = sharedWith(read, groups[before]).reduce((sum, count) => sum + count, 0)
    return shared * 2 > read.length ? before : Math.min(moved(group, changes), groups.length - 1)
  }

  /** What the stage has noted about its slides can wait until the author stops to think. */
  function renewSoon(): void {
    clearTimeout(renewal)
    renewal = window.setTimeout(() => stage.renewed(), 300)
  }

  return {
    async swap(update) {
      const { changes } = update
      const count = changes.reduce((sum, { made }) => sum + made.length, 0)
      const { group } = hereOf(stage, groups)
      const shown = count > AT_ONCE ? oneOf(changes, group) : undefined
      if (shown?.made[0]?.key === keyAt(group)) {
        put({ changes: [shown] })
        await painted()
      }
      put(update)
    },
  }
}

/** Whether the one can be made of the other slide by slide. */
const isAlike = (old: readonly Parts[], fresh: readonly Parts[]): boolean =>
  old.length === fresh.length && old.every((parts, index) => parts.length === fresh[index]?.length)

/** As many of the slide's steps stay shown as it still has. */
function show({ reveal, slides }: Stage, index: number, steps: number | undefined): void {
  const slide = slides()[index]
  if (!slide) return
  const { h, v } = reveal.getIndices(slide)
  reveal.slide(h, v, steps)
}

/** New elements in the place of old ones, or behind the slide before them. */
function place(
  fresh: readonly HTMLElement[],
  old: readonly HTMLElement[],
  before: HTMLElement | undefined,
  holder: HTMLElement,
): void {
  const [first] = old
  if (first) first.before(...fresh)
  else if (before) before.after(...fresh)
  else holder.prepend(...fresh)
  for (const slide of old) slide.remove()
}

function holderOf(stage: Stage): HTMLElement {
  const holder = stage.deck.root.querySelector<HTMLElement>('.slides')
  if (!holder) throw new Error('The deck on stage has no slides.')
  return holder
}

const painted = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
