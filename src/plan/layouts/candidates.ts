/** A slide's content → the ways in which it may be set beside the plain flow; the page takes the cheapest (runtime/flow/prices.ts). */
import type { Candidate, Layout } from '../../model/deck.js'
import type { Block, ListItem } from '../../model/notes.js'
import { plainText } from '../../model/text.js'
import { linesOfBlock } from '../estimate.js'
import type { Composing } from './composed.js'

/** A point of more letters takes more than a line of half a slide. */
const shortPoint = 36
const fewestPoints = 8
/** Half-width letters on a line, and on one of half the width. */
const whole = 78
const half = 36
/** Lines that a slide holds without a second column, about. */
const fewestLines = 8
/** So many times as high may points become on half the width: more, and a second column gains little. */
const mostTaller = 1.6

/** A new one: its name in `Candidate` (model/deck.ts), a line here, its price, and what it looks like in deck.css. */
const rules: Readonly<Record<Candidate, (blocks: readonly Block[], layout: Layout) => boolean>> = {
  columns: manyShortPoints,
  packed: mayBePacked,
  dense: (_blocks, layout) => layout === 'table',
  // What stands side by side, one below the other.
  stacked: (blocks, layout) =>
    layout === 'beside' || blocks.some((block) => block.kind === 'columns' && block.as === undefined),
  led: (_, layout) => layout === 'beside',
}
const offered: Readonly<Record<Composing, readonly Candidate[]>> = {
  plain: ['columns', 'stacked'],
  auto: ['packed', 'dense', 'stacked', 'led'],
}

export const candidatesOf = (blocks: readonly Block[], layout: Layout, compose: Composing): readonly Candidate[] =>
  offered[compose].filter((name) => rules[name](blocks, layout))

/** One flat list of them, with nothing but an introducing line beside it. */
function manyShortPoints(blocks: readonly Block[]): boolean {
  const list = blocks.at(-1)
  if (list?.kind !== 'list' || blocks.length > 2) return false
  return list.items.length >= fewestPoints && list.items.every(isShort)
}

function isShort({ blocks: [first, ...others] }: ListItem): boolean {
  return first?.kind === 'paragraph' && others.length === 0 && plainText(first.inlines).length <= shortPoint
}

/** Lists, with labels or headings above them: nothing that is read from edge to edge, but one paragraph that leads to all of it. */
function mayBePacked(blocks: readonly Block[]): boolean {
  const flow = blocks[0]?.kind === 'paragraph' ? blocks.slice(1) : blocks
  return flow.at(-1)?.kind === 'list' && flow.every(isNarrow) && gainsByHalf(flow)
}

function gainsByHalf(blocks: readonly Block[]): boolean {
  const lines = (columns: number) => blocks.reduce((sum, block) => sum + linesOfBlock(block, columns), 0)
  return lines(whole) >= fewestLines && lines(half) <= lines(whole) * mostTaller
}

function isNarrow(block: Block): boolean {
  if (block.kind === 'list') return block.as === undefined && isText(block)
  return block.kind === 'heading' || (block.kind === 'paragraph' && block.introduces === true)
}

const isText = (block: Block): boolean =>
  block.kind === 'paragraph' || (block.kind === 'list' && block.items.every((item) => item.blocks.every(isText)))
