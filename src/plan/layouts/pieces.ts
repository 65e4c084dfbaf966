/** A list whose items are of one shape → the same list, set in the layout for it: each item's text in pieces, verbatim. */

import { cutInlines } from '../../model/cutInlines.js'
import type { Inline, List, ListItem, ListLayout, Paragraph, PieceKind } from '../../model/notes.js'
import { plainText } from '../../model/text.js'

/** A piece and where it ends, in characters of the item's plain text; the last one ends with the text. */
export type Pieces = readonly (readonly [kind: PieceKind, end: number])[]

/** One layout for lists. */
export interface ListRule {
  readonly name: ListLayout
  /** What each item is made of; undefined where the list, as a whole, is not of this shape. */
  readonly read: (lines: readonly Line[], list: List) => readonly Pieces[] | undefined
}

/** What an item says, where that is one line of text. */
export interface Line {
  readonly inlines: readonly Inline[]
  readonly text: string
}

/** @returns undefined where an item holds more than a line, or something to be done */
export function linesOfList({ items }: List): readonly Line[] | undefined {
  const lines = items.flatMap((item) => lineOf(item) ?? [])
  return lines.length === items.length ? lines : undefined
}

function lineOf({ blocks, done }: ListItem): Line | undefined {
  const [only, ...others] = blocks
  if (only?.kind !== 'paragraph' || others.length > 0 || done !== undefined) return undefined
  return { inlines: only.inlines, text: plainText(only.inlines) }
}

export function setAs(list: List, as: ListLayout, pieces: readonly Pieces[]): List {
  const items = list.items.map((item, at): ListItem => {
    const blocks = item.blocks.map((block) => (block.kind === 'paragraph' ? inPieces(block, pieces[at] ?? []) : block))
    return { ...item, blocks }
  })
  return { ...list, as, items }
}

function inPieces(paragraph: Paragraph, pieces: Pieces): Paragraph {
  const marked: Inline[] = []
  let rest = paragraph.inlines
  let done = 0
  for (const [kind, end] of pieces) {
    const [piece, behind] = cutInlines(rest, end - done)
    const children = piece.filter((inline) => plainText([inline]) !== '' || !('children' in inline || 'text' in inline))
    if (children.length > 0) marked.push({ kind, children })
    rest = behind
    done = end
  }
  return { ...paragraph, inlines: [...marked, ...rest] }
}
