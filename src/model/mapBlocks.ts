/** Blocks → the same, each changed on its own wherever it stands: in items, cells, quotes or footnotes. */
import type { Block, Inline, TableCell } from './notes.js'

type ChangeBlock = (block: Block) => Block
/** Of a run of text that is a block's own. */
type ChangeInlines = (inlines: readonly Inline[], block: Block) => readonly Inline[]

/** @param change is asked for blocks that hold no others, and of those in them */
export function mapBlocks(
  blocks: readonly Block[],
  change: ChangeBlock,
  changeInlines: ChangeInlines = (inlines) => inlines,
): readonly Block[] {
  return blocks.map((block) => mapBlock(block, change, changeInlines))
}

function mapBlock(block: Block, change: ChangeBlock, changeInlines: ChangeInlines): Block {
  const inside = (blocks: readonly Block[]) => mapBlocks(blocks, change, changeInlines)
  const line = (inlines: readonly Inline[]) => changeInlines(inlines, block)
  const cells = (row: readonly TableCell[]): readonly TableCell[] =>
    row.map((cell) => ({
      ...cell,
      inlines: line(cell.inlines),
      ...(cell.blocks ? { blocks: inside(cell.blocks) } : {}),
    }))
  switch (block.kind) {
    case 'list':
      return { ...block, items: block.items.map((item) => ({ ...item, blocks: inside(item.blocks) })) }
    case 'definitions':
      return {
        ...block,
        items: block.items.map((item) => ({ ...item, term: line(item.term), blocks: inside(item.blocks) })),
      }
    case 'columns':
      return { ...block, columns: block.columns.map((each) => ({ ...each, blocks: inside(each.blocks) })) }
    case 'quote':
    case 'callout':
    case 'footnote':
      return { ...block, blocks: inside(block.blocks) }
    case 'table':
      return { ...block, head: cells(block.head), rows: block.rows.map(cells) }
    case 'heading':
    case 'paragraph': {
      const inlines = line(block.inlines)
      return change(inlines === block.inlines ? block : { ...block, inlines })
    }
    default:
      return change(block)
  }
}
