/** A section that is one long bullet list → its top items as headings, what is under them as their content. */
import type { Finding } from '../../model/finding.js'
import type { Block, Heading, List, ListItem } from '../../model/notes.js'
import { blockText, plainText } from '../../model/text.js'
import { headlineOf, isTitle, wholeOf } from './headline.js'
import { isTooLong } from './length.js'

interface Inferred {
  readonly blocks: readonly Block[]
  readonly findings: readonly Finding[]
}

/** How much of a section its list must be. */
const share = 0.8
const fewestParents = 3
/** Where there is nothing else. */
const fewestBareParents = 2
const fewestDescendants = 2
/** Headings below this level are no help to a reader. */
const deepestLevel = 5

/** Works where the notes have no headings at all, and in sections that are far too long. */
export const inferFromBullets = (blocks: readonly Block[]): Inferred => {
  const bare = !blocks.some((block) => block.kind === 'heading')
  const findings: Finding[] = []
  const result: Block[] = []
  let section: Block[] = []
  let level = 1
  const endSection = (): void => {
    for (const block of inSection(section, level, bare, findings)) result.push(block)
    section = []
  }
  for (const block of blocks) {
    if (block.kind === 'heading') {
      endSection()
      level = block.level
      result.push(block)
    } else section.push(block)
  }
  endSection()
  return { blocks: result, findings }
}

const inSection = (
  section: readonly Block[],
  level: number,
  always: boolean,
  findings: Finding[],
): readonly Block[] => {
  if (level >= deepestLevel || section.length === 0) return section
  const texts = section.map(blockText)
  if (!always && !isTooLong(texts.join('\n').split('\n'))) return section
  const total = texts.reduce((sum, text) => sum + text.length, 0)
  const at = section.findIndex((block, index) => block.kind === 'list' && (texts[index]?.length ?? 0) >= total * share)
  const list = section[at]
  if (list?.kind !== 'list' || !list.items.every((item) => item.blocks.length > 0)) return section
  const root = always && at === 0 && section.length === 1 ? rootOf(list) : undefined
  if (root !== undefined) return fromItem(root, list, level, findings, true)
  if (!hasParents(list, always ? fewestBareParents : fewestParents) || !mayAllHead(list)) return section
  const made = list.items.flatMap((item) => fromItem(item, list, level + 1, findings, false))
  return [...section.slice(0, at), ...made, ...section.slice(at + 1)]
}

/** The one item of an outline under which all others stand. */
const rootOf = (list: List): ListItem | undefined => {
  const [only, ...others] = list.items
  const inner = only?.blocks.find((block) => block.kind === 'list')
  const isRoot = others.length === 0 && inner?.kind === 'list' && hasParents(inner, fewestBareParents)
  return isRoot && only && mayHead(only) ? only : undefined
}

/** Of so many points one may be longer than a headline, if it is no more than a title. */
const longOnes = 5

/** What has no heading would stand below that of its neighbour: where there are many such points, all of them stay points. */
const mayAllHead = ({ items }: List): boolean => {
  const long = items.filter((item) => !mayHead(item))
  return long.length * longOnes <= items.length && long.every(({ blocks: [first] }) => first && isTitle(first))
}

const mayHead = ({ blocks: [first] }: ListItem): boolean =>
  first?.kind !== 'paragraph' || headlineOf(first) !== undefined

const hasParents = (list: List, fewest: number): boolean => {
  const counts = list.items
    .map((item) => countItems(item.blocks))
    .filter((count) => count > 0)
    .sort((one, other) => one - other)
  return counts.length >= fewest && (counts[Math.floor(counts.length / 2)] ?? 0) >= fewestDescendants
}

const countItems = (blocks: readonly Block[]): number =>
  blocks.reduce(
    (sum, block) =>
      block.kind === 'list' ? sum + block.items.reduce((inner, item) => inner + 1 + countItems(item.blocks), 0) : sum,
    0,
  )

const fromItem = (
  item: ListItem,
  list: List,
  level: number,
  findings: Finding[],
  always: boolean,
): readonly Block[] => {
  const [first, ...rest] = item.blocks
  const headline = first?.kind === 'paragraph' ? (headlineOf(first) ?? wholeOf(first)) : undefined
  // An item that begins with code or a picture has no words for a heading.
  if (headline === undefined) return [{ ...list, items: [item], lines: item.lines }]
  const heading: Heading = { kind: 'heading', level, ...headline.title, inferred: 'bullet' }
  findings.push({
    code: 'heading-inferred',
    place: { line: heading.lines[0] },
    facts: { text: plainText(heading.inlines), from: 'bullet' },
  })
  return [heading, ...headline.below, ...inSection(rest, level, always, findings)]
}
