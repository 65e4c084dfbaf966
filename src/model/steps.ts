/** Blocks → the same, with points that appear one after another. */
import type { Block } from './notes.js'

/** Every point of every list is a step; what is nested in a point comes with it. */
export const pointsAsSteps = (blocks: readonly Block[]): readonly Block[] =>
  blocks.map((block): Block => {
    if (block.kind === 'columns')
      return { ...block, columns: block.columns.map((each) => ({ ...each, blocks: pointsAsSteps(each.blocks) })) }
    if (block.kind !== 'list') return block
    return { ...block, items: block.items.map((item) => ({ ...item, step: true })) }
  })

/** The block appears by itself; of a heading, a footnote or a cut that makes no sense. */
export const asStep = (block: Block): Block => {
  switch (block.kind) {
    case 'heading':
    case 'footnote':
    case 'aside':
    case 'cut':
      return block
    default:
      return { ...block, step: true }
  }
}
