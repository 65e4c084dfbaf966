/** All blocks in a row → the same, put in order: asides out of lists, idle rules gone. */
import type { Finding } from '../../model/finding.js'
import type { Aside, Block, ListItem } from '../../model/notes.js'
import { linesOf, plainText } from '../../model/text.js'
import { isShortIntroduction } from './paragraphs.js'

/** Asides leave lists and quotes and stand right behind them: on the page's own level there is one place to look. */
export const hoistAsides = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap((block) => {
    const asides: Aside[] = []
    const kept = withoutAsides(block, asides)
    if (kept === undefined) return asides
    const isBefore = (aside: Aside): boolean => aside.lines[0] < kept.lines[0]
    return [...asides.filter(isBefore), kept, ...asides.filter((aside) => !isBefore(aside))]
  })

/** The block without asides and without what is then empty. */
const withoutAsides = (block: Block, asides: Aside[]): Block | undefined => {
  const clean = (inner: readonly Block[]): readonly Block[] =>
    inner.flatMap((one) => {
      if (one.kind === 'aside') {
        asides.push(one)
        return []
      }
      return withoutAsides(one, asides) ?? []
    })
  switch (block.kind) {
    case 'list': {
      const items = block.items.flatMap((item): readonly ListItem[] => {
        const inner = clean(item.blocks)
        return inner.length === 0 ? [] : [{ ...item, blocks: inner }]
      })
      if (items.length === 0) return undefined
      return items.length === block.items.length
        ? { ...block, items }
        : { ...block, items, lines: linesOf(items) ?? block.lines }
    }
    case 'quote':
    case 'callout':
    case 'footnote': {
      const inner = clean(block.blocks)
      const isTitled = block.kind === 'callout' && block.title
      return inner.length === 0 && !isTitled ? undefined : { ...block, blocks: inner }
    }
    case 'columns':
      return { ...block, columns: block.columns.map((each) => ({ ...each, blocks: clean(each.blocks) })) }
    case 'definitions':
      return { ...block, items: block.items.map((item) => ({ ...item, blocks: clean(item.blocks) })) }
    default:
      return block
  }
}

/** Puts what was taken from the lines before they were read behind what stands above it. */
export function withAsides(blocks: readonly Block[], asides: readonly Aside[]): readonly Block[] {
  if (asides.length === 0) return blocks
  const waiting = [...asides].sort((one, other) => one.lines[0] - other.lines[0])
  const placed: Block[] = []
  let next = 0
  for (const block of blocks) {
    // What footnotes say may be written anywhere.
    if (block.kind !== 'footnote')
      for (let aside = waiting[next]; aside && aside.lines[0] < block.lines[0]; aside = waiting[++next])
        placed.push(aside)
    placed.push(block)
  }
  return [...placed, ...waiting.slice(next)]
}

/** Rules beside a heading, beside another rule or at either end are decoration; the others stay as cuts. */
export const dropIdleCuts = (blocks: readonly Block[]): readonly Block[] => {
  const solid = blocks.filter((block) => block.kind !== 'aside')
  const idle = new Set<Block>()
  const isEdge = (one: Block | undefined): boolean => one === undefined || one.kind === 'heading' || one.kind === 'cut'
  let above: Block | undefined
  solid.forEach((block, index) => {
    if (block.kind === 'cut' && (isEdge(above) || isEdge(solid[index + 1]))) idle.add(block)
    else above = block
  })
  return blocks.filter((block) => !idle.has(block))
}

/** A short line ending in a colon that nothing follows → not shown, kept for the speaker, reported. */
export const settleIntroductions = (
  blocks: readonly Block[],
): { readonly blocks: readonly Block[]; readonly findings: readonly Finding[] } => {
  const findings: Finding[] = []
  let next: Block | undefined
  const settled: Block[] = []
  for (const block of [...blocks].reverse()) {
    const isLast = next === undefined || next.kind === 'heading' || next.kind === 'cut'
    if (block.kind === 'paragraph' && block.introduces && isLast) {
      const text = plainText(block.inlines)
      if (
        isShortIntroduction(text) &&
        block.inlines.every((inline) => inline.kind === 'text' || inline.kind === 'strong')
      ) {
        settled.push({ kind: 'aside', origin: 'unfinished', text, lines: block.lines })
        findings.push({ code: 'names-nothing', place: { line: block.lines[0] }, facts: { text } })
        continue
      }
      settled.push({ kind: 'paragraph', inlines: block.inlines, lines: block.lines })
    } else settled.push(block)
    if (block.kind !== 'aside' && block.kind !== 'footnote') next = block
  }
  return { blocks: settled.reverse(), findings: findings.reverse() }
}
