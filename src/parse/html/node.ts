/** HTML in the notes as a tree that nobody has judged yet: what of it is kept, and as what, is decided where it becomes blocks. */

interface Placed {
  /** Line of the text that was read, from 0, on which it begins, and the one on which it ends. */
  readonly line: number
  readonly endLine: number
}

export interface HtmlElement extends Placed {
  readonly kind: 'element'
  /** In lower case. */
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly HtmlNode[]
  /** It is something, or holds something, that stands in no line. */
  readonly holdsBlocks: boolean
}

export interface HtmlText extends Placed {
  readonly kind: 'text'
  /** Entities read. */
  readonly text: string
  /** As it was written, for whoever reads it as Markdown. */
  readonly written: string
}

export interface HtmlComment extends Placed {
  readonly kind: 'comment'
  readonly text: string
}

/** A place for what Markdown says in between. */
export interface HtmlHole extends Placed {
  readonly kind: 'hole'
  readonly index: number
  readonly holdsBlocks: boolean
}

export type HtmlNode = HtmlElement | HtmlText | HtmlComment | HtmlHole

/** Pieces of HTML, and between them what Markdown says. */
export type HtmlPiece = string | { readonly hole: number; readonly isBlock: boolean }

/**
 * Never throws; takes time linear in the length of the text. Line ends of the pieces are counted, nothing else.
 * @param ended names of elements that end anywhere in the notes: `<callout>` is one where a `</callout>` is
 */
export type ReadHtml = (pieces: readonly HtmlPiece[], ended?: ReadonlySet<string>) => readonly HtmlNode[]

export const holdsBlocks = (node: HtmlNode): boolean => 'holdsBlocks' in node && node.holdsBlocks

/** The words in it, and nothing of what Markdown says. */
export const textIn = (nodes: readonly HtmlNode[]): string =>
  nodes
    .map((node) => (node.kind === 'text' ? node.text : node.kind === 'element' ? textIn(node.children) : ''))
    .join('')

/** All elements of a name below, outermost first. */
export const elementsIn = (nodes: readonly HtmlNode[], names: ReadonlySet<string>): readonly HtmlElement[] =>
  nodes.flatMap((node) =>
    node.kind === 'element' ? [...(names.has(node.name) ? [node] : []), ...elementsIn(node.children, names)] : [],
  )

/** The node itself, when it is an element of that name. */
export const named = (node: HtmlNode, name: string): HtmlElement | undefined =>
  node.kind === 'element' && node.name === name ? node : undefined
