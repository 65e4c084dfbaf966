/** Blocks and inlines → everything that is nested in them, each handed to a visitor, outermost first. */
import { pushAll } from './lists.js'
import type { Block, Inline, Table } from './notes.js'

/** What stands right inside a block, in order. */
export function innerBlocks(block: Block): readonly Block[] {
  switch (block.kind) {
    case 'list':
    case 'definitions':
      return block.items.flatMap(({ blocks }) => blocks)
    case 'columns':
      return block.columns.flatMap(({ blocks }) => blocks)
    case 'table':
      return blocksInCells(block)
    case 'quote':
    case 'callout':
    case 'footnote':
      return block.blocks
    default:
      return []
  }
}

/** Nearly always none, of cells that may be many. */
function blocksInCells({ head, rows }: Table): readonly Block[] {
  const blocks: Block[] = []
  for (const row of [head, ...rows]) for (const cell of row) if (cell.blocks) pushAll(blocks, cell.blocks)
  return blocks
}

/** The runs of text that are a block's own: cells of a table, terms of definitions. */
export function inlinesOf(block: Block): readonly (readonly Inline[])[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.inlines]
    case 'callout':
      return block.title ? [block.title] : []
    case 'table':
      return [block.head, ...block.rows].flatMap((row) => row.map(({ inlines }) => inlines))
    case 'definitions':
      return block.items.map(({ term }) => term)
    default:
      return []
  }
}

export function visitBlocks(blocks: readonly Block[], visit: (block: Block) => void): void {
  for (const block of blocks) {
    visit(block)
    visitBlocks(innerBlocks(block), visit)
  }
}

export function visitInlines(inlines: readonly Inline[], visit: (inline: Inline) => void): void {
  for (const inline of inlines) {
    visit(inline)
    if ('children' in inline) visitInlines(inline.children, visit)
  }
}
