/** The sub-headings of one slide → the same, going down one level at a time: what reads aloud must not skip any. */
import { least } from '../model/lists.js'
import type { Block } from '../model/notes.js'

/** The highest keeps its level; one that stood two below another comes right below it. */
export function closeLevels(blocks: readonly Block[]): readonly Block[] {
  const highest = least(blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : [])))
  const open: number[] = []
  return blocks.map((block): Block => {
    if (block.kind !== 'heading') return block
    while (open.length > 0 && (open.at(-1) ?? 0) >= block.level) open.pop()
    open.push(block.level)
    return { ...block, level: Math.min(6, highest + open.length - 1) }
  })
}
