/** What turning HTML into blocks needs of whoever reads the notes around it. */
import type { Aside, Block, Inline, Lines } from '../../model/notes.js'
import type { HtmlNode } from './node.js'

export type Place = 'page' | 'column' | 'item' | 'quote'

/** What is at hand where the HTML stands. */
export interface Around {
  readonly linesOf: (nodes: readonly HtmlNode[]) => Lines
  /** What stands in a line, as paragraphs. */
  readonly paragraphs: (nodes: readonly HtmlNode[], place: Place) => readonly Block[]
  /** The same as one run of text. */
  readonly inlines: (nodes: readonly HtmlNode[]) => readonly Inline[]
  /** What Markdown says there. */
  readonly said: (hole: number) => readonly Block[]
  readonly aside: (aside: Aside) => void
  /** Of an element only the text is left, or nothing. */
  readonly drop: (name: string, lines: Lines, withContent: boolean) => void
}

export type ReadBlocks = (nodes: readonly HtmlNode[], place: Place, around: Around) => readonly Block[]
