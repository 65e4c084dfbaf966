/** Blocks → the same, each changed on its own wherever it stands: in items, cells, quotes or footnotes. */
import type { Block, TableCell } from './notes.js'

/** @param change is asked for blocks that hold no others, and of those in them */
export function mapBlocks(blocks: readonly Block[], change: (block: Block) => Block): readonly Block[] {
  return blocks.map((block) => mapBlock(block, change))
}

function mapBlock(block: Block, change: (block: Block) => Block): Block {
  const inside = (blocks: readonly Block[]) => mapBlocks(blocks, change)
  const within = <Item extends { readonly blocks: readonly Block[] }>(items: readonly Item[]): readonly Item[] =>
    items.map((item) => ({ ...item, blocks: inside(item.blocks) }))
  const cells = (row: readonly TableCell[]): readonly TableCell[] =>
    row.map((cell) => (cell.blocks ? { ...cell, blocks: inside(cell.blocks) } : cell))
  switch (block.kind) {
    case 'list':
      return { ...block, items: within(block.items) }
    case 'definitions':
      return { ...block, items: within(block.items) }
    case 'quote':
    case 'callout':
    case 'footnote':
      return { ...block, blocks: inside(block.blocks) }
    case 'table':
      return { ...block, head: cells(block.head), rows: block.rows.map(cells) }
    default:
      return change(block)
  }
}
