/** Blocks as slides show them → as a document does: columns one after another, and lists that are set in no layout. */
import type { Block } from './notes.js'

export const asDocument = (blocks: readonly Block[]): readonly Block[] =>
  blocks.some(({ kind }) => kind === 'columns' || kind === 'list') ? blocks.flatMap(plain) : blocks

function plain(block: Block): readonly Block[] {
  if (block.kind === 'columns') return asDocument(block.columns.flatMap((column) => column.blocks))
  if (block.kind !== 'list' || block.as === undefined) return [block]
  const { as: _, instead, ...list } = block
  return instead ?? [list]
}
