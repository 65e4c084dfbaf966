/** The blocks of a section, where reading has put what footnotes say at its end → its text, and the footnotes apart. */
import type { Block, Inline, Paragraph } from '../../model/notes.js'
import { inlinesOf, visitBlocks, visitInlines } from '../../model/visit.js'

export interface Footnote {
  readonly label: string
  readonly blocks: readonly Block[]
}

export interface Section {
  readonly blocks: readonly Block[]
  readonly footnotes: readonly Footnote[]
}

/** Cuts at headings, which begin sections. */
export function sectionsWithFootnotes(blocks: readonly Block[]): readonly Section[] {
  const labels = labelsIn(blocks)
  const sections: { blocks: Block[]; footnotes: { label: string; blocks: Block[] }[] }[] = [
    { blocks: [], footnotes: [] },
  ]
  for (const block of blocks) {
    if (block.kind === 'heading') sections.push({ blocks: [], footnotes: [] })
    const section = sections.at(-1)
    const said = block.kind === 'paragraph' ? readFootnote(block, labels) : undefined
    if (said !== undefined) section?.footnotes.push(said)
    else (section?.footnotes.at(-1) ?? section)?.blocks.push(block)
  }
  return sections
}

/** Reading writes the label as a text of its own in front. */
function readFootnote(
  paragraph: Paragraph,
  labels: ReadonlySet<string>,
): { label: string; blocks: Block[] } | undefined {
  const [sign, ...inlines] = paragraph.inlines
  const label = sign?.kind === 'text' ? /^\[([^[\]\s]+)\] $/.exec(sign.text)?.[1] : undefined
  // Nothing refers to it: then only two texts in a row show that it is none of the author's own.
  if (label === undefined || !(labels.has(label) || inlines[0]?.kind === 'text')) return undefined
  return { label, blocks: inlines.length === 0 ? [] : [{ ...paragraph, inlines }] }
}

function labelsIn(blocks: readonly Block[]): ReadonlySet<string> {
  const labels = new Set<string>()
  const take = (inline: Inline): void => {
    if (inline.kind === 'footnote') labels.add(inline.label)
  }
  visitBlocks(blocks, (block) => {
    for (const inlines of inlinesOf(block)) visitInlines(inlines, take)
  })
  return labels
}
