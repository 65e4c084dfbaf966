/** A table of contents that the author wrote → the slide that stands in for our agenda, its entries leading to what they name. */
import type { Section, Slide } from '../model/deck.js'
import type { Block, Inline, ListItem } from '../model/notes.js'
import { ownNumber } from '../model/ownNumber.js'
import { linesOf, plainText } from '../model/text.js'
import { visitInlines } from '../model/visit.js'
import type { Planned } from './closing.js'
import type { Draft } from './draft.js'
import type { Branch, Tree } from './tree.js'

const name =
  /^(?:(?:today['’]s|our|the) )?(?:agenda|outline|(?:table of )?contents|toc|overview)[:：]?$|^(?:本文|内容|全文|今日)?(?:目录|目錄|议程|議程|大纲|大綱|提纲|提綱|纲要|綱要)[:：]?$|^(?:目次|アジェンダ)$/i
/** It stands at the head of the notes, behind a foreword or two. */
const LAST_PLACE = 3
const FEWEST = 2
/** Share of its entries that are headings of the notes: others may have been renamed since. */
const SHARE = 0.6

/** @returns the tree without it, so that it is counted among no sections; undefined where there is none */
export function takeContents(tree: Tree): { readonly contents: Branch; readonly rest: Tree } | undefined {
  const contents = tree.children.slice(0, LAST_PLACE).find((branch) => isContents(branch, tree.children))
  if (!contents) return undefined
  return { contents, rest: { ...tree, children: tree.children.filter((child) => child !== contents) } }
}

function isContents(branch: Branch, siblings: readonly Branch[]): boolean {
  const { heading, blocks, children } = branch
  if (children.length > 0 || blocks.length === 0 || !name.test(plainText(heading.inlines).trim())) return false
  if (!blocks.every(({ kind }) => kind === 'list')) return false
  const entries = blocks.flatMap(entriesIn)
  const headings = new Set<string>()
  const collect = (branches: readonly Branch[]): void => {
    for (const each of branches) {
      if (each === branch) continue
      headings.add(wordsOf(each.heading.inlines))
      for (const block of each.blocks) if (block.kind === 'heading') headings.add(wordsOf(block.inlines))
      collect(each.children)
    }
  }
  collect(siblings)
  const known = entries.filter((inlines) => headings.has(wordsOf(inlines)) || leadsWithin(inlines))
  return known.length >= FEWEST && known.length >= SHARE * entries.length
}

/** It goes where it stands in the notes. */
export function withContents(drafts: readonly Draft[], { heading, blocks, asides }: Branch): readonly Draft[] {
  const lines = linesOf([heading, ...blocks]) ?? heading.lines
  const { inlines: title } = heading
  const draft: Draft = { kind: 'content', title, blocks, speakerNotes: asides, heading, bookmark: 1, lines }
  const behind = drafts.findIndex((each) => each.lines[0] > lines[0])
  const at = behind < 0 ? drafts.length : behind
  return [...drafts.slice(0, at), draft, ...drafts.slice(at)]
}

/**
 * @param planned the same slides before they were arranged
 * @param line of its heading
 */
export function linkedContents(
  slides: readonly Slide[],
  planned: readonly Planned[],
  sections: readonly Section[],
  line: number,
): readonly Slide[] {
  const places = new Map<string, string>()
  const put = (title: readonly Inline[], id: string): void => {
    const words = wordsOf(title)
    if (!places.has(words)) places.set(words, id)
  }
  for (const { title, slide } of sections) put(title, slide)
  for (const { title, id, bookmark, bookmarkParents = [] } of slides) {
    if (bookmark !== undefined) put(title, id)
    for (const text of bookmarkParents) put([{ kind: 'text', text }], id)
  }
  return slides.map((slide, at): Slide => {
    const bare = planned[at]
    if (slide.lines[0] !== line || bare === undefined) return slide
    const blocks = bare.blocks.map((block) => linked(block, places))
    return { ...bare, layout: 'agenda', candidates: ['columns'], blocks }
  })
}

function linked(block: Block, places: ReadonlyMap<string, string>): Block {
  if (block.kind === 'list')
    return {
      ...block,
      items: block.items.map(
        (item): ListItem => ({ ...item, blocks: item.blocks.map((each) => linked(each, places)) }),
      ),
    }
  if (block.kind !== 'paragraph' || hasLink(block.inlines)) return block
  const id = places.get(wordsOf(block.inlines))
  return id === undefined ? block : { ...block, inlines: [{ kind: 'link', href: `#${id}`, children: block.inlines }] }
}

/** First lines of all items, at every depth. */
function entriesIn(block: Block): readonly (readonly Inline[])[] {
  if (block.kind !== 'list') return []
  return block.items.flatMap(({ blocks: [first, ...more] }) => [
    ...(first?.kind === 'paragraph' ? [first.inlines] : []),
    ...more.flatMap(entriesIn),
  ])
}

const hrefsIn = (inlines: readonly Inline[]): readonly string[] => {
  const hrefs: string[] = []
  visitInlines(inlines, (inline) => {
    if (inline.kind === 'link') hrefs.push(inline.href)
  })
  return hrefs
}
const hasLink = (inlines: readonly Inline[]): boolean => hrefsIn(inlines).length > 0
const leadsWithin = (inlines: readonly Inline[]): boolean => hrefsIn(inlines).some((href) => href.startsWith('#'))

/** Without the number in front, marks and spaces: one has them, the other not. */
function wordsOf(inlines: readonly Inline[]): string {
  const text = plainText(inlines).trim()
  return text
    .slice(ownNumber(text)?.length ?? 0)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
