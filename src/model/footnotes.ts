/** Text → the labels of the footnotes that it refers to, in the order of first use. */
import type { Block, Inline } from './notes.js'
import { inlinesOf, visitBlocks, visitInlines } from './visit.js'

/** @param runs text beside the blocks, such as their title */
export function calledFootnotes(blocks: readonly Block[], runs: readonly (readonly Inline[])[] = []): Set<string> {
  const labels = new Set<string>()
  const read = (inlines: readonly Inline[]): void =>
    visitInlines(inlines, (inline) => {
      if (inline.kind === 'footnote') labels.add(inline.label)
    })
  for (const run of runs) read(run)
  visitBlocks(blocks, (block) => {
    for (const inlines of inlinesOf(block)) read(inlines)
  })
  return labels
}
