/** An update → slides on stage exchanged for new ones, with the reader where they were. */
import type { DeckUpdate } from '../../model/live.js'
import { writeNumbers } from '../numbers.js'
import type { Stage } from '../player/stage.js'
import { astray } from './astray.js'
import { fitAside, inGroups, type Parts } from './bench.js'
import { type Drawing, putBack, takeDrawings } from './drawings.js'
import { isElsewhere, moved, oneOf } from './inPlace.js'
import { nameAfter } from './nameAfter.js'
import { patchSlides } from './patch.js'
import { type Here, hereOf, partWith, partWithMost, placeIn, textsOf } from './place.js'

/** What of an update is about slides. */
type Swap = Pick<DeckUpdate, 'changes' | 'renames' | 'joined' | 'parted' | 'goTo'>

/** How many of the slide's steps are shown. */
type Steps = Pick<Reader, 'steps'>

/** Where somebody was before an update, and what they read there. */
interface Reader {
  readonly here: Here
  /** Name of the planned slide before. */
  readonly was: string | undefined
  /** Name of the planned slide by now; undefined when another one has it. */
  readonly planned: string | undefined
  readonly read: readonly string[]
  readonly steps: number | undefined
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

  /** Drawings aside. */
  function put(update: Swap): void {
    const { changes, renames, goTo } = update
    const here = hereOf(stage, groups)
    const was = groups[here.group]?.[0]?.id
    const planned = nameAfter(was, renames)
    const read = textsOf(stage.current())
    const steps = stage.reveal.getIndices().f
    const name = stage.current()?.id
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
    writeNumbers(slides)
    if (isPatched) renewSoon()
    else stage.exchange(slides)
    const after = placeAfter({ here, was, planned, read, steps }, update)
    if (goTo !== undefined) lost.forget()
    const to = placeIn(groups, after, goTo)
    const isThere = isPatched && slides[to] === stage.current() && slides[to]?.id === name
    // Points of a slide that is still there are other elements now: those that were shown are shown again.
    if (!isThere || (after.steps ?? -1) >= 0) show(stage, to, after.steps)
    if (!isThere) stage.arrived()
  }

  /** Wherever the slide went, the reader goes along; of one that is gone, to what is in its place, until it is back. */
  function placeAfter({ here, was, planned, read, steps }: Reader, { changes, joined, parted }: Swap): Here & Steps {
    const indexOf = (id: string | undefined): number =>
      id === undefined ? -1 : groups.findIndex(([first]) => first?.id === id)
    const [, onto] = joined.find(([before]) => before === was) ?? []
    // What was edited in its place is there, whatever its name is now.
    const inPlace = oneOf(changes, here.group) ? planned : undefined
    const isThere = (id: string): boolean => id === inPlace || indexOf(id) >= 0
    const back = lost.wayBack(
      { was, now: planned, part: here.part, steps },
      { isThere, isJoined: onto !== undefined, parted },
    )
    if (back) return { group: indexOf(back.id), part: back.part, steps: back.steps }
    const kept = indexOf(onto ?? planned)
    const { group, part } = kept < 0 ? moved(here, changes) : { ...here, group: kept }
    const there = Math.min(group, groups.length - 1)
    const [first] = groups[there] ?? []
    lost.waitsAt(first?.id)
    const isOnto = onto !== undefined && first?.id === onto
    return { group: there, part: (isOnto ? partWithMost : partWith)(read, groups[there], part), steps }
  }

  /** What the stage has noted about its slides can wait until the author stops to think. */
  function renewSoon(): void {
    clearTimeout(renewal)
    renewal = window.setTimeout(() => stage.renewed(), 300)
  }

  function putAll(update: Swap, drawings: readonly Drawing[]): void {
    put(update)
    away = putBack(drawings, groups.flat())
  }

  return {
    async swap(update) {
      const { changes, renames, joined } = update
      const drawings = takeDrawings(groups.flat(), update, away)
      const count = changes.reduce((sum, { made }) => sum + made.length, 0)
      if (count <= AT_ONCE) return putAll(update, drawings)
      const { group } = hereOf(stage, groups)
      const was = groups[group]?.[0]?.id
      const shown = joined.some(([before]) => before === was) ? undefined : oneOf(changes, group)
      if (!shown || isElsewhere(nameAfter(was, renames), shown, changes)) return putAll(update, drawings)
      // It stays in its place; the name that it gets may still be another one's, too.
      put({ changes: [shown], ...noNames })
      putBack(drawings, groups[group] ?? [])
      await painted()
      // It has its new name by now; other slides have not, and the reader may have gone to one. What was drawn stays as well.
      const more = takeDrawings(groups[group] ?? [], noNames)
      const others = drawings.filter(({ id }) => !more.some((each) => each.id === id))
      const isThere = hereOf(stage, groups).group === group
      putAll(isThere ? { ...update, renames: [] } : update, [...others, ...more])
    },
  }
}

/** An update of which no name is known yet. */
const noNames = { renames: [], joined: [], parted: [] }

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
