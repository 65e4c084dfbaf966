/** Blocks as slides show them → as a document does: columns one after another, lists that are set in no layout, and no cut but the author's. */
import type { Block } from './notes.js'

export const asDocument = (blocks: readonly Block[]): readonly Block[] =>
  blocks.some(({ kind }) => kind === 'columns' || kind === 'list' || kind === 'cut') ? blocks.flatMap(plain) : blocks

function plain(block: Block): readonly Block[] {
  if (block.kind === 'columns') return block.instead ?? asDocument(block.columns.flatMap((column) => column.blocks))
  if (block.kind === 'cut' && block.ours) return []
  if (block.kind !== 'list' || block.as === undefined) return [block]
  const { as: _, instead, ...list } = block
  return instead ?? [list]
}
