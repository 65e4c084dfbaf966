/** What a layout's rule sees of a slide's content, and what it answers. */
import type { Layout } from '../../model/deck.js'
import type { Block } from '../../model/notes.js'
import { linesOfBlock } from '../estimate.js'

/** Layouts that content can have; the rest belong to slides the deck makes itself. */
export type ContentLayout = Exclude<Layout, 'title' | 'agenda' | 'section'>

export interface LayoutRule {
  readonly name: ContentLayout
  readonly suits: (shape: Shape) => boolean
}

export interface Shape {
  /** Without cuts. */
  readonly blocks: readonly Block[]
  /** Share of the height that blocks of these kinds take, 0 to 1; sub-headings count for nothing. */
  readonly share: (...kinds: readonly Block['kind'][]) => number
  /** Whether there is something, and nothing but blocks of this kind. */
  readonly only: (kind: Block['kind']) => boolean
}

const columns = 78

export function shapeOf(content: readonly Block[]): Shape {
  const blocks = content.filter((block) => block.kind !== 'cut')
  const heights = blocks.map((block) => (block.kind === 'heading' ? 0 : linesOfBlock(block, columns)))
  const total = heights.reduce((sum, height) => sum + height, 0)
  return {
    blocks,
    share: (...kinds) => {
      const theirs = blocks.reduce((sum, { kind }, at) => sum + (kinds.includes(kind) ? (heights[at] ?? 0) : 0), 0)
      return total === 0 ? 0 : theirs / total
    },
    only: (kind) => blocks.length > 0 && blocks.every((block) => block.kind === kind),
  }
}
