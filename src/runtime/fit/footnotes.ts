/** The footnotes at the end of a slide that is cut → at the foot of each part, those that it refers to. */
import { most } from '../../model/lists.js'
import type { Foot, Note } from '../flow/box.js'
import { withNotes } from '../flow/notes.js'
import type { PlacedBox } from '../flow/placedBox.js'
import { flowOf } from './measure.js'

/** Where the footnotes of one box take more of a slide, all are text that goes on like other text. */
const TALLEST_FOOT = 0.4

/** The boxes of the text, each with the footnotes that it refers to. */
export interface Footed {
  readonly boxes: readonly PlacedBox[]
  readonly foot?: Foot
}

/** Only reads. A slide with the author's cuts in it has its footnotes where the plan has put them. */
export function withFootnotes(slide: Element, boxes: readonly PlacedBox[], room: number): Footed {
  const flow = flowOf(slide)
  const footnotes = flow ? footnotesOf(flow) : []
  const [first] = footnotes
  const isIn = ({ node }: PlacedBox) => footnotes.some((footnote) => footnote.contains(node))
  const text = boxes.filter((box) => !isIn(box))
  if (!flow || !first || text.length === 0 || text.some(({ forced }) => forced)) return { boxes }

  const top = flow.getBoundingClientRect().top
  const padding = Number.parseFloat(getComputedStyle(first).paddingTop)
  let above = first.getBoundingClientRect().top - top + padding
  const gap = above - most(text.map(({ bottom }) => bottom))
  const notes = new Map<string, Note>()
  for (const footnote of footnotes) {
    const bottom = footnote.getBoundingClientRect().bottom - top
    notes.set(numberOf(footnote), { height: bottom - above })
    above = bottom
  }
  const noteOf = (mark: Element) => notes.get(mark.textContent ?? '')
  const marks = marksOf(slide)
  const always = marks.flatMap((mark) => (flow.contains(mark) ? [] : (noteOf(mark) ?? [])))
  const footed = withNotes(
    text,
    marks.filter((mark) => flow.contains(mark)),
    noteOf,
    top,
  )
  const heightWith = (own: readonly Note[]): number =>
    [...new Set([...always, ...own])].reduce((sum, { height }) => sum + height, gap)
  if (footed.some((box) => heightWith(box.notes ?? []) > room * TALLEST_FOOT)) return { boxes }
  return { boxes: footed, foot: { gap, always } }
}

/** Writes: the last part has all of them, and keeps its own and those that no part refers to. */
export function footnotesToParts(parts: readonly HTMLElement[]): void {
  const last = parts.at(-1)
  const flow = last && flowOf(last)
  const footnotes = flow ? footnotesOf(flow) : []
  if (footnotes.length === 0) return
  const somewhere = new Set<string>()
  for (const part of parts) {
    const called = new Set(marksOf(part).map((mark) => mark.textContent ?? ''))
    // A footnote may call others: the set grows while it is gone through.
    for (const number of called) {
      somewhere.add(number)
      const footnote = footnotes.find((one) => numberOf(one) === number)
      for (const mark of footnote?.querySelectorAll('.footnote-mark') ?? []) called.add(mark.textContent ?? '')
    }
    const isOwn = (footnote: HTMLElement) => called.has(numberOf(footnote))
    if (part !== last) flowOf(part)?.append(...footnotes.filter(isOwn).map((footnote) => footnote.cloneNode(true)))
    else for (const one of footnotes) if (!isOwn(one) && somewhere.has(numberOf(one))) one.remove()
  }
}

/** Those that end the flow. */
function footnotesOf(flow: Element): readonly HTMLElement[] {
  const blocks = [...flow.children]
  const from = blocks.findLastIndex((block) => !block.matches('.footnote')) + 1
  return blocks.slice(from).filter((block) => block instanceof HTMLElement)
}

const numberOf = ({ dataset }: HTMLElement): string => dataset['footnote'] ?? ''

/** In the text of a slide, its title too. */
const marksOf = (slide: Element): readonly Element[] =>
  [...slide.querySelectorAll('.footnote-mark')].filter((mark) => !mark.closest('.footnote'))
