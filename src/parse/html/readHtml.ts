/** Pieces of HTML → the tree that a browser would make of them: the one file that knows parse5. */
import { type DefaultTreeAdapterMap, defaultTreeAdapter, parseFragment, type TreeAdapter } from 'parse5'
import { blockNames } from './elements.js'
import { mendPieces } from './mend.js'
import { type HtmlNode, type HtmlPiece, holdsBlocks, type ReadHtml } from './node.js'
import { readTag } from './tags.js'

type Tree = DefaultTreeAdapterMap
type Place = HtmlPiece & object
type Holes = ReadonlyMap<number, Place>

/** Elements in elements, and elements made of one tag: whoever goes beyond writes no notes, and would have us read for ever. */
const deepest = 300
const mostCopies = 4

class TooMuch extends Error {}

export const readHtml: ReadHtml = (pieces, ended) => {
  const holes = new Map<number, Place>()
  let html = ''
  for (const piece of mendPieces(pieces, ended)) {
    if (typeof piece === 'string') html += piece
    else {
      holes.set(html.length, piece)
      html += HOLE
    }
  }
  try {
    const found = new Set<number>()
    const nodes = nodesOf(treeOf(html).childNodes, { html, holes, found }, 0)
    // What was never closed, a `<title>` say, takes all behind it for its text.
    if (found.size === holes.size) return nodes
  } catch (fault) {
    if (!(fault instanceof TooMuch)) throw fault
  }
  return wordsOnly(html, holes)
}

/** A comment, as those may stand anywhere; whether it is ours, its place says. */
const HOLE = '<!---->'

function treeOf(html: string): Tree['documentFragment'] {
  const most = mostCopies * (html.split('<').length + 8)
  let made = 0
  let depth = 0
  const treeAdapter: TreeAdapter<Tree> = {
    ...defaultTreeAdapter,
    createElement: (name, namespace, attributes) => {
      made++
      if (made > most) throw new TooMuch()
      return defaultTreeAdapter.createElement(name, namespace, attributes)
    },
    onItemPush: () => {
      depth++
      if (depth > deepest) throw new TooMuch()
    },
    onItemPop: () => {
      depth--
    },
  }
  return parseFragment(html, { treeAdapter, sourceCodeLocationInfo: true, scriptingEnabled: false })
}

interface Reading {
  readonly html: string
  readonly holes: Holes
  /** Holes that were met on the way. */
  readonly found: Set<number>
}

function nodesOf(nodes: readonly Tree['childNode'][], reading: Reading, depth: number): readonly HtmlNode[] {
  if (depth > 3 * deepest) throw new TooMuch()
  return nodes.flatMap((node) => nodeOf(node, reading, depth) ?? [])
}

function nodeOf(node: Tree['childNode'], reading: Reading, depth: number): HtmlNode | undefined {
  const location = node.sourceCodeLocation
  const line = (location?.startLine ?? 1) - 1
  const place = { line, endLine: (location?.endLine ?? 1) - 1 }
  if (defaultTreeAdapter.isTextNode(node)) {
    const written = reading.html.slice(location?.startOffset, location?.endOffset)
    // Words from two places of a table stand together before it, and what is between them is no text.
    const isWhole = location && !/<[a-z/!]/i.test(written)
    return { kind: 'text', text: node.value, written: isWhole ? written : withoutMarkup(node.value), ...place }
  }
  if (defaultTreeAdapter.isCommentNode(node)) {
    const hole = location ? reading.holes.get(location.startOffset) : undefined
    if (!location || !hole) return { kind: 'comment', text: node.data, ...place }
    reading.found.add(location.startOffset)
    return { kind: 'hole', index: hole.hole, holdsBlocks: hole.isBlock, ...place }
  }
  if (!defaultTreeAdapter.isElementNode(node)) return undefined
  const inside = 'content' in node ? defaultTreeAdapter.getTemplateContent(node) : node
  const children = nodesOf(inside.childNodes, reading, depth + 1)
  const name = node.tagName.toLowerCase()
  return {
    kind: 'element',
    name,
    attributes: new Map(node.attrs.map((attribute) => [attribute.name, attribute.value])),
    children,
    holdsBlocks: blockNames.has(name) || children.some(holdsBlocks),
    ...(location ? place : { line: children[0]?.line ?? 0, endLine: children.at(-1)?.endLine ?? 0 }),
  }
}

/** Text that Markdown reads as itself. */
const withoutMarkup = (text: string): string => text.replace(/[!-/:-@[-`{-~]/g, '\\$&')

/** What is left when no tree is made: words without tags. */
function wordsOnly(html: string, holes: Holes): readonly HtmlNode[] {
  const nodes: HtmlNode[] = []
  let at = 0
  let line = 0
  for (const part of html.split(/(<!---->|<[^<>]*>)/)) {
    const hole = holes.get(at)
    const endLine = line + part.split('\n').length - 1
    const place = { line, endLine }
    if (hole && part === HOLE) nodes.push({ kind: 'hole', index: hole.hole, holdsBlocks: hole.isBlock, ...place })
    else if (part !== '' && readTag(part) === undefined)
      nodes.push({ kind: 'text', text: part, written: withoutMarkup(part), ...place })
    at += part.length
    line = endLine
  }
  return nodes
}
