/** Blocks → the same, with points that appear one after another. */
import type { Block } from './notes.js'

/** Every point of every list is a step; what is nested in a point comes with it. */
export const pointsAsSteps = (blocks: readonly Block[]): readonly Block[] =>
  blocks.map((block) =>
    block.kind === 'list' ? { ...block, items: block.items.map((item) => ({ ...item, step: true as const })) } : block,
  )

/** The block appears by itself; of a heading or a cut that makes no sense. */
export const asStep = (block: Block): Block =>
  block.kind === 'heading' || block.kind === 'aside' || block.kind === 'cut' ? block : { ...block, step: true }
