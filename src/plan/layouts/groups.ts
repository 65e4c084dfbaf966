/** Two or three labels or sub-headings with a short list below each → columns side by side. */
import { least, most } from '../../model/lists.js'
import type { Block, Columns, Heading, Paragraph } from '../../model/notes.js'
import { displayWidth, linesOf, plainText } from '../../model/text.js'
import { linesOfBlock } from '../estimate.js'
import type { Composed } from './layout.js'

/** A label or a sub-heading and what is under it. */
interface Group {
  readonly head: Heading | Paragraph
  readonly blocks: readonly Block[]
}

export interface Groups {
  /** What stands above all of them. */
  readonly before: readonly Block[]
  readonly groups: readonly Group[]
}

const grouped: ReadonlySet<Block['kind']> = new Set(['paragraph', 'list', 'picture', 'quote'])
const mostGroups = 3
/** Half-width letters on a line of a column, by how many there are. */
const columnsOf = (count: number): number => (count === 2 ? 36 : 23)
const mostLines = 10
const mostLinesBefore = 3
/** A column may be so many times as tall as another. */
const mostUneven = 2.5

/** Whether the author asks for what is below this heading to stand side by side. */
export const isBeside = ({ attributes }: Heading): boolean =>
  attributes?.['layout'] === 'comparison' || attributes?.['layout'] === 'groups'

/** Cuts a slide's content before its highest sub-headings; where it has none, before its labels. */
export function groupsOf(blocks: readonly Block[]): Groups {
  const highest = least(blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : [])))
  const hasHeadings = Number.isFinite(highest)
  const opens = (block: Block, next: Block | undefined): block is Heading | Paragraph =>
    hasHeadings
      ? block.kind === 'heading' && block.level === highest
      : block.kind === 'paragraph' && block.introduces === true && next?.kind === 'list'
  const before: Block[] = []
  const groups: { readonly head: Heading | Paragraph; readonly blocks: Block[] }[] = []
  for (const [at, block] of blocks.entries()) {
    if (opens(block, blocks[at + 1])) groups.push({ head: block, blocks: [] })
    else (groups.at(-1)?.blocks ?? before).push(block)
  }
  return { before, groups }
}

/** Whether they are of like shape, and short enough to stand side by side. */
export function mayStandBeside({ before, groups }: Groups): boolean {
  const columns = columnsOf(groups.length)
  const heights = groups.map(({ blocks }) => heightOf(blocks, columns))
  return (
    groups.length >= 2 &&
    groups.length <= mostGroups &&
    before.every(({ kind }) => kind === 'paragraph') &&
    heightOf(before, 78) <= mostLinesBefore &&
    new Set(groups.map(({ head, blocks }) => [head, ...blocks].map(({ kind }) => kind).join(' '))).size === 1 &&
    groups.every(({ blocks }) => blocks.length > 0 && blocks.every(({ kind }) => grouped.has(kind))) &&
    groups.every(({ head }) => displayWidth(plainText(head.inlines)) <= columns) &&
    most(heights) <= mostLines &&
    most(heights) <= mostUneven * least(heights)
  )
}

const heightOf = (blocks: readonly Block[], columns: number): number =>
  blocks.reduce((sum, block) => sum + linesOfBlock(block, columns), 0)

/**
 * @param isAsked the author wants it, however tall they are
 * @returns undefined where there are none, or they are not alike
 */
export function sideBySide(blocks: readonly Block[], isAsked = false): Composed | undefined {
  const notes = blocks.filter(({ kind }) => kind === 'footnote')
  const found = groupsOf(blocks.filter(({ kind }) => kind !== 'footnote'))
  const { before, groups } = found
  if (!(isAsked ? groups.length >= 2 : mayStandBeside(found))) return undefined
  const layout = groups.length === 2 ? 'comparison' : 'groups'
  const columns: Columns = {
    kind: 'columns',
    as: layout,
    columns: groups.map(({ head, blocks: below }) => ({ blocks: [head, ...below] })),
    lines: linesOf(groups.flatMap(({ head, blocks: below }) => [head, ...below])) ?? [1, 1],
  }
  return { layout, blocks: [...before, columns, ...notes] }
}
