/** A title alone, or with one line that says it all: said large. */
import type { Block, Paragraph } from '../../model/notes.js'
import { displayWidth, plainText } from '../../model/text.js'
import type { LayoutRule } from './layout.js'

/** Columns; longer lines are read, not seen at a glance. */
const widest = 90

export const statement: LayoutRule = {
  name: 'statement',
  suits: ({ blocks }) => {
    if (blocks.length === 0) return true
    const line = loneLine(blocks)
    return line !== undefined && displayWidth(plainText(line.inlines)) <= widest
  },
}

/** The one paragraph there is; a list of one point is one too, and templates set it without a bullet. */
function loneLine(blocks: readonly Block[]): Paragraph | undefined {
  const [first, ...others] = blocks
  if (others.length > 0) return undefined
  if (first?.kind === 'paragraph') return first
  if (first?.kind !== 'list' || first.ordered || first.items.length !== 1) return undefined
  const [item] = first.items
  return item?.done === undefined && item ? loneLine(item.blocks) : undefined
}
