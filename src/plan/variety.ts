/** Slides of points, one after another → the same, some of them set otherwise: of more than three in a row, the one that is cheapest to change. */
import type { Slide } from '../model/deck.js'
import { least } from '../model/lists.js'
import type { Block, List, ListItem, Paragraph } from '../model/notes.js'
import { linesOfBlock } from './estimate.js'
import { type Groups, mayStandBeside, sideBySide } from './layouts/groups.js'

/** More of one kind, and nobody looks any more. */
const MOST_ALIKE = 3
const fewestPoints = 4
/** Half-width letters on a line, and on one of half the width. */
const whole = 78
const half = 36
/** Points that become higher on half the width are read the worse for it. */
const mostTaller = 1.3
/** Lines of half the width that a slide holds side by side. */
const mostLines = 18

interface Change {
  readonly slide: Slide
  /** Above what it costs as points; 0 for what gains by it. */
  readonly price: number
}

/** It is for the slides of a section alone to say, so an edit changes nothing outside of it. */
export function varied(slides: readonly Slide[]): readonly Slide[] {
  const all = [...slides]
  for (let from = 0; from < all.length; from++) {
    let to = from
    while (isAlike(all[to], all[from])) to++
    if (to - from > MOST_ALIKE) change(all, from, to)
    from = Math.max(from, to - 1)
  }
  return all
}

/** A slide as it was before. */
export function unvaried(slide: Slide): Slide {
  if (!slide.because) return slide
  const { because: _, ...bare } = slide
  const blocks = slide.blocks.flatMap((block) => (block.kind === 'columns' && block.instead) || [block])
  return { ...bare, layout: 'points', blocks }
}

const isAlike = (slide: Slide | undefined, first: Slide | undefined): boolean =>
  slide?.kind === 'content' && slide.layout === 'points' && slide.section === first?.section

/** The cheapest of them, the one nearest to the middle where several are; and so on before and behind it. */
function change(slides: Slide[], from: number, to: number): void {
  const changes = new Map<number, Change>()
  for (let at = from; at < to; at++) {
    const slide = slides[at]
    const changed = slide && changeOf(slide)
    if (changed) changes.set(at, changed)
  }
  const parts: (readonly [from: number, to: number])[] = [[from, to]]
  for (const [start, end] of parts) {
    if (end - start <= MOST_ALIKE) continue
    const open = [...changes].filter(([at]) => at >= start && at < end)
    const cheapest = least(open.map(([, { price }]) => price))
    const middle = (start + end - 1) / 2
    const near = open
      .filter(([, { price }]) => price === cheapest)
      .sort(([one], [other]) => Math.abs(one - middle) - Math.abs(other - middle))
    const [chosen] = near
    if (!chosen) continue
    const [at, { slide }] = chosen
    slides[at] = slide
    parts.push([start, at], [at + 1, end])
  }
}

function changeOf(slide: Slide): Change | undefined {
  if (slide.wish || slide.blocks.some((block) => 'step' in block)) return undefined
  return besideEachOther(slide) ?? inColumns(slide)
}

/** Two or three points with a few below each. */
function besideEachOther(slide: Slide): Change | undefined {
  const { before, list } = listOf(slide.blocks)
  const groups = list?.items.flatMap((item) => groupOf(item) ?? []) ?? []
  if (!list || groups.length < list.items.length || !mayStandBeside({ before, groups })) return undefined
  const set = sideBySide([...before, ...groups.flatMap(({ head, blocks }) => [head, ...blocks])])
  if (!set) return undefined
  const blocks = set.blocks.map((block) => (block.kind === 'columns' ? { ...block, instead: [list] } : block))
  return { slide: { ...slide, layout: set.layout, blocks, because: 'variety' }, price: 0 }
}

type Group = Groups['groups'][number] & { readonly head: Paragraph }

function groupOf({ blocks: [head, below, ...others], done }: ListItem): Group | undefined {
  if (head?.kind !== 'paragraph' || below?.kind !== 'list' || below.ordered || others.length > 0) return undefined
  if (done !== undefined || !below.items.every(({ blocks }) => blocks.length === 1)) return undefined
  return { head: { ...head, introduces: true }, blocks: [below] }
}

/** Points short enough for a line of half the width, or nearly. */
function inColumns(slide: Slide): Change | undefined {
  const { list } = listOf(slide.blocks)
  if (!list || list.as !== undefined || list.items.length < fewestPoints || !isText(list)) return undefined
  const [wide, narrow] = [linesOfBlock(list, whole), linesOfBlock(list, half)]
  if (narrow > wide * mostTaller || narrow > mostLines) return undefined
  return { slide: { ...slide, layout: 'columns', because: 'variety' }, price: narrow > wide ? 2 : 1 }
}

const isText = (block: Block): boolean =>
  block.kind === 'paragraph' || (block.kind === 'list' && block.items.every(({ blocks }) => blocks.every(isText)))

interface Listed {
  readonly before: readonly Block[]
  readonly list?: List
}

/** One list, and at most a paragraph that leads to it. */
function listOf(blocks: readonly Block[]): Listed {
  const list = blocks.at(-1)
  const before = blocks.slice(0, -1)
  const isOnly = before.length === 0 || (before.length === 1 && before[0]?.kind === 'paragraph')
  return list?.kind === 'list' && isOnly ? { before, list } : { before }
}
