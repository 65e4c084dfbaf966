/** Two sub-headings with the same kind of thing under each, both short: side by side. */
import { least, most } from '../../model/lists.js'
import type { Block, Heading } from '../../model/notes.js'
import { displayWidth, plainText } from '../../model/text.js'
import { linesOfBlock } from '../estimate.js'
import type { LayoutRule } from './layout.js'

/** A sub-heading and what is under it. */
export interface Side {
  readonly heading: Heading
  readonly blocks: readonly Block[]
}

export interface Sides {
  /** What stands above all sides. */
  readonly before: readonly Block[]
  readonly sides: readonly Side[]
}

/** Cuts a slide's content before its highest sub-headings. */
export function sidesOf(blocks: readonly Block[]): Sides {
  const highest = least(blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : [])))
  const before: Block[] = []
  const sides: { readonly heading: Heading; readonly blocks: Block[] }[] = []
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === highest) sides.push({ heading: block, blocks: [] })
    else (sides.at(-1)?.blocks ?? before).push(block)
  }
  return { before, sides }
}

const comparable: ReadonlySet<Block['kind']> = new Set(['paragraph', 'list', 'picture', 'quote'])
/** Half a slide: its half-width letters, and the lines of a side at most. */
const columns = 36
const mostLines = 9
const mostLinesBefore = 2
const widestHeading = 28
/** One side may be so many times as tall as the other. */
const mostUneven = 2.5

export function isComparison(blocks: readonly Block[]): boolean {
  const { before, sides } = sidesOf(blocks.filter(({ kind }) => kind !== 'footnote'))
  const [one, other] = sides
  if (!one || !other || sides.length > 2) return false
  const heights = [linesOf(one.blocks), linesOf(other.blocks)]
  return (
    before.every(({ kind }) => kind === 'paragraph') &&
    linesOf(before) <= mostLinesBefore &&
    kindsOf(one) === kindsOf(other) &&
    sides.every((side) => side.blocks.length > 0 && side.blocks.every(({ kind }) => comparable.has(kind))) &&
    sides.every(({ heading }) => displayWidth(plainText(heading.inlines)) <= widestHeading) &&
    most(heights) <= mostLines &&
    most(heights) <= mostUneven * least(heights)
  )
}

const linesOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + linesOfBlock(block, columns), 0)

/** `list` for a side that is one list, whatever its length. */
const kindsOf = ({ blocks }: Side): string => blocks.map(({ kind }) => kind).join(' ')

export const comparison: LayoutRule = {
  name: 'comparison',
  suits: ({ blocks, cut }) => !cut && isComparison(blocks),
}
