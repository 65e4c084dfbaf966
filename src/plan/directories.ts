/** Slides on their way that hold nothing but links → one directory where several such stand together, each under its heading. */

import type { DeckWords } from '../model/deck.js'
import { pushAll } from '../model/lists.js'
import type { Block, Inline } from '../model/notes.js'
import { displayWidth, plainText } from '../model/text.js'
import type { Draft } from './draft.js'
import { isFootnote } from './footnotes.js'

const FEWEST = 2
/** Beside its links, a line may say what they are: `Slides: …`. */
const WIDEST_LABEL = 24
/** What kind of links they are says a short heading; longer ones are titles of talks, and no references. */
const WIDEST_KIND = 24

/** They have their parent's title, or their section's; at the end of a talk, they are its references. */
export function gatherDirectories(drafts: readonly Draft[], { references }: DeckWords): readonly Draft[] {
  const all: Draft[] = []
  let divider: Draft | undefined
  for (let at = 0; at < drafts.length; ) {
    const draft = drafts[at]
    if (draft === undefined) break
    if (draft.kind === 'section') divider = draft
    const run = runFrom(drafts, at)
    const above = draft.eyebrow ?? (draft.section === undefined ? undefined : divider?.title)
    const isEnd =
      at + run.length === drafts.length && run.every((each) => displayWidth(plainText(each.title)) <= WIDEST_KIND)
    const title = above ?? (isEnd ? [{ kind: 'text' as const, text: references }] : undefined)
    if (run.length >= FEWEST && title) all.push(gathered(run, title, above === undefined))
    else pushAll(all, run.length > 0 ? run : [draft])
    at += Math.max(1, run.length)
  }
  return all
}

/** Neighbours below one heading. */
function runFrom(drafts: readonly Draft[], from: number): readonly Draft[] {
  const first = drafts[from]
  const run: Draft[] = []
  for (let at = from; at < drafts.length; at++) {
    const draft = drafts[at]
    if (!first || !draft || !holdsLinks(draft) || !isLikeAbove(draft, first)) break
    if (at > from && draft.bookmarkParents) break
    run.push(draft)
  }
  return run
}

/** Whether both are below one heading. */
export const isLikeAbove = (one: Draft, other: Draft): boolean =>
  one.section === other.section && above(one) === above(other)

const above = ({ eyebrow = [] }: Draft): string => plainText(eyebrow)

/**
 * @param title of the heading above them
 * @param isOwn or it is one that no heading has
 */
export function gathered(run: readonly Draft[], title: readonly Inline[], isOwn: boolean): Draft {
  const [first, ...others] = run
  const lines = [first?.lines[0] ?? 1, others.at(-1)?.lines[1] ?? 1] as const
  const { section, bookmarkParents = [], bookmark = 1 } = first ?? {}
  // The parent that had no slide has this one.
  const parents = bookmarkParents.slice(0, -1)
  const isParents = bookmarkParents.length > 0 && bookmarkParents.at(-1) === plainText(title)
  return {
    kind: 'content',
    title,
    ...(section === undefined ? {} : { section }),
    ...(isParents && parents.length > 0 ? { bookmarkParents: parents } : {}),
    ...(isParents ? { bookmark: bookmark - 1 } : isOwn ? { bookmark } : { bookmarkAbove: bookmark - 1 }),
    blocks: run.flatMap(({ heading, blocks }) => [...(heading ? [heading] : []), ...blocks]),
    speakerNotes: run.flatMap(({ speakerNotes }) => speakerNotes),
    lines,
  }
}

/** Under a heading of its own, of which nothing is asked. */
function holdsLinks({ kind, heading, blocks, wish }: Draft): boolean {
  if (kind !== 'content' || !heading || wish || Object.keys(heading.attributes ?? {}).some((name) => name !== 'id'))
    return false
  return blocks.length > 0 && !blocks.some(isFootnote) && blocks.every(isLinks)
}

function isLinks(block: Block): boolean {
  if (block.kind === 'list') return block.items.every(({ blocks, done }) => done === undefined && blocks.every(isLinks))
  if (block.kind !== 'paragraph') return false
  // Links within the notes are no references.
  const isLink = (inline: Inline): boolean => inline.kind === 'link' && /^[a-z]+:/i.test(inline.href)
  const beside = block.inlines.filter((inline) => !isLink(inline) && inline.kind !== 'break')
  return beside.length < block.inlines.length && displayWidth(plainText(beside).trim()) <= WIDEST_LABEL
}
