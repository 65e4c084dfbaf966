/** What a layout's rule sees of a slide's content, and what it answers. */
import type { Layout } from '../../model/deck.js'
import type { Block } from '../../model/notes.js'
import { linesOfBlock } from '../estimate.js'

/** Layouts that content can have; the rest belong to slides of other kinds. */
export type ContentLayout = Exclude<Layout, 'title' | 'agenda' | 'section'>

/** What a slide holds, set in a layout. */
export interface Composed {
  readonly layout: ContentLayout
  readonly blocks: readonly Block[]
}

export interface LayoutRule {
  readonly name: ContentLayout
  /** What the notes write for it, `{layout=…}`, when that is not its name. */
  readonly wish?: string
  readonly suits: (shape: Shape) => boolean
  /** Puts the content in another order. */
  readonly arrange?: (blocks: readonly Block[]) => readonly Block[]
}

export interface Shape {
  /** Without cuts and footnotes. */
  readonly blocks: readonly Block[]
  /** Share of the height that blocks of these kinds take, 0 to 1; sub-headings count for nothing. */
  readonly share: (...kinds: readonly Block['kind'][]) => number
  /** Whether there is something, and nothing but blocks of this kind. */
  readonly only: (kind: Block['kind']) => boolean
  /** The author cuts it: what stands on each side of a cut is a slide of its own. */
  readonly cut: boolean
  /** Of the slide, plain text. */
  readonly title: string
  /** Nothing comes after this slide. */
  readonly last: boolean
}

/** What surrounds a slide's content. */
export interface Frame {
  readonly title?: string
  readonly last?: boolean
}

const columns = 78

export function shapeOf(content: readonly Block[], { title = '', last = false }: Frame = {}): Shape {
  const blocks = content.filter(({ kind }) => kind !== 'cut' && kind !== 'footnote')
  const heights = blocks.map((block) => (block.kind === 'heading' ? 0 : linesOfBlock(block, columns)))
  const total = heights.reduce((sum, height) => sum + height, 0)
  return {
    blocks,
    share: (...kinds) => {
      const theirs = blocks.reduce((sum, { kind }, at) => sum + (kinds.includes(kind) ? (heights[at] ?? 0) : 0), 0)
      return total === 0 ? 0 : theirs / total
    },
    only: (kind) => blocks.length > 0 && blocks.every((block) => block.kind === kind),
    cut: content.some(({ kind }) => kind === 'cut'),
    title,
    last,
  }
}
