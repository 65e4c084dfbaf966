/** Tokens of HTML, and what Markdown says between them → blocks: a tag may open in one block of HTML and close in another. */
import type { Block } from '../../model/notes.js'
import type { HtmlPiece } from '../html/node.js'
import { readTag, tagPattern, voidNames } from '../html/tags.js'
import type { Token } from '../markdown.js'

/** Blocks of HTML that a tag is looked for in: one that closes further down was never meant to be open. */
const farthest = 2000
/** They end where the next one begins. */
const endByThemselves = new Set('p li dt dd tr td th thead tbody tfoot option optgroup colgroup rt rp'.split(' '))
/** What stands in them is on the page still. */
const flat = new Set('div center details section article main header footer nav span font a body html'.split(' '))

/** Whether all that is there is a comment: no tag has to be read. */
export const isComment = (html: string): boolean =>
  html.includes('<!--') && html.trimEnd().endsWith('-->') && withoutComments(html).trim() === ''

const withoutComments = (html: string): string => html.replace(/<!--[\s\S]*?(?:-->|$)/g, '')

interface OpenOrClose {
  readonly name: string
  readonly closes: boolean
}

const readTags = new WeakMap<Token, readonly OpenOrClose[]>()

/** Kept, as blocks above it ask as well. */
function tagsOf(token: Token): readonly OpenOrClose[] {
  const known = readTags.get(token)
  if (known !== undefined) return known
  const tags = [...withoutComments(token.content).matchAll(tagPattern)].flatMap(([, slash, written = '', , ends]) => {
    const name = written.toLowerCase()
    return ends || voidNames.has(name) || endByThemselves.has(name) ? [] : [{ name, closes: slash === '/' }]
  })
  readTags.set(token, tags)
  return tags
}

/** Takes the tags of a block of HTML into the row of those that are open. */
function follow(token: Token, open: string[]): void {
  for (const { name, closes } of tagsOf(token)) {
    if (!closes) open.push(name)
    else if (open.includes(name)) open.length = open.lastIndexOf(name)
  }
}

const lastEnds = new WeakMap<readonly Token[], ReadonlyMap<string, number>>()

/** Name of an element → where a tag closes one for the last time. */
function lastEndsIn(tokens: readonly Token[]): ReadonlyMap<string, number> {
  const known = lastEnds.get(tokens)
  if (known !== undefined) return known
  const ends = new Map<string, number>()
  for (const [index, token] of tokens.entries())
    if (token.type === 'html_block') for (const { name, closes } of tagsOf(token)) if (closes) ends.set(name, index)
  lastEnds.set(tokens, ends)
  return ends
}

/** @returns index of the block of HTML in which all is closed that opens in this one; itself where that never happens */
function endOf(tokens: readonly Token[], at: number): number {
  const token = tokens[at]
  const open: string[] = []
  if (token) follow(token, open)
  // What closes the first closes all that is open in it.
  if ((lastEndsIn(tokens).get(open[0] ?? '') ?? 0) <= at) return at
  let looked = 0
  for (let index = at + 1; open.length > 0 && looked < farthest; index++) {
    const next = tokens[index]
    if (token === undefined || next === undefined || next.level < token.level) return at
    if (next.type !== 'html_block' || next.level !== token.level) continue
    looked++
    follow(next, open)
    if (open.length === 0) return index
  }
  return at
}

export interface HtmlSpan {
  readonly pieces: readonly HtmlPiece[]
  /** Line of all lines for each line of the pieces. */
  readonly lineIndices: readonly number[]
  /** What Markdown says in each hole. */
  readonly said: readonly (readonly Block[])[]
  /** Index of the token behind it. */
  readonly next: number
}

interface SpanSource {
  readonly tokens: readonly Token[]
  /** Of the first block of HTML. */
  readonly at: number
  /** Reads the block that begins with a token. @param onPage it may hold slides */
  readonly block: (at: number, onPage: boolean) => { readonly next: number; readonly blocks: readonly Block[] }
}

export function readSpan({ tokens, at, block }: SpanSource): HtmlSpan {
  const end = endOf(tokens, at)
  const pieces: HtmlPiece[] = []
  const lineIndices: number[] = []
  const said: (readonly Block[])[] = []
  const open: string[] = []
  let index = at
  while (index <= end) {
    const token = tokens[index]
    if (token === undefined) break
    if (token.type === 'html_block' && token.level === tokens[at]?.level) {
      const html = token.content.endsWith('\n') ? token.content : `${token.content}\n`
      const first = token.map?.[0] ?? 0
      const count = html.split('\n').length - 1
      for (let line = 0; line < count; line++) lineIndices.push(first + line)
      pieces.push(html)
      follow(token, open)
      index++
    } else {
      const read = block(
        index,
        open.every((name) => flat.has(name) || readTag(`<${name}>`) === undefined),
      )
      pieces.push({ hole: said.length, isBlock: true })
      said.push(read.blocks)
      index = read.next
    }
  }
  return { pieces, lineIndices, said, next: index }
}
