/** How the slides of a deck are set → what their sequence looks like: runs of one layout, sizes of type, edges that nearly meet. */
import type { FittedSlide } from '../model/fitted.js'
import type { SlideMeasure } from '../model/look.js'
import { ownSize } from '../plan/sizes.js'

export interface Rhythm {
  /** The longest run of slides of one layout. */
  readonly rhythm: number
  /** Neighbours within a section, and those of them whose type differs in size, lone sentences left out. */
  readonly sizes: { readonly neighbours: number; readonly unlike: number }
  /** Left edges of a slide that miss each other by so little that it looks like a mistake. */
  readonly misaligned: number
}

/** Px: less is not seen, more is meant. */
const MISSES = { from: 1, to: 4 }

export function rhythmOf(slides: readonly FittedSlide[], measures: readonly SlideMeasure[]): Rhythm {
  const isText = ({ group, body, lone }: SlideMeasure, at: number): boolean =>
    group.startsWith('content') && body > 0 && !lone && !hasOwnSize(slides[at])
  const texts = measures.filter(isText)
  const pairs = texts.flatMap((one, index) => {
    const other = texts[index + 1]
    return other?.group === one.group ? [one.body === other.body] : []
  })
  return {
    rhythm: longestRun(slides.map(({ layout }) => layout)),
    sizes: { neighbours: pairs.length, unlike: pairs.filter((isAlike) => !isAlike).length },
    misaligned: measures.reduce((sum, { lefts }) => sum + missesIn(lefts), 0),
  }
}

const hasOwnSize = (slide: FittedSlide | undefined): boolean => [...ownSize].some((layout) => layout === slide?.layout)

function longestRun(names: readonly string[]): number {
  let [longest, run] = [0, 0]
  for (const [index, name] of names.entries()) {
    run = name === names[index - 1] ? run + 1 : 1
    longest = Math.max(longest, run)
  }
  return longest
}

function missesIn(lefts: readonly number[]): number {
  const sorted = lefts.toSorted((one, other) => one - other)
  return sorted.filter((left, index) => {
    const gap = left - (sorted[index - 1] ?? left)
    return gap >= MISSES.from && gap <= MISSES.to
  }).length
}
