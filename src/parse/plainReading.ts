/** Text → what plain CommonMark, without anything of ours, makes of it, line by line: the measure of what notes say. */
import MarkdownIt, { type Env, type MarkdownIt as Parser, type Token } from 'markdown-it'
import { referredLabels } from './blocks/marks.js'
import { prefixedTags } from './html/prefixed.js'
import { boundLazyQuotes } from './lazyQuotes.js'
import { toLines } from './lines.js'
import { deepestBlock, deepestInline, longestMarked } from './markdown.js'
import { limitDepth } from './repairs/depth.js'

/** A stretch of text. What is `html` is as written, over several lines maybe; `edge` is where a mark begins or ends. */
export interface PlainPiece {
  readonly kind: 'text' | 'html' | 'edge'
  readonly text: string
  /** Where it begins, from 1. */
  readonly line: number
}

export type PlainBlock =
  | { readonly from: 'prose' | 'code' | 'indented' | 'html'; readonly pieces: readonly PlainPiece[] }
  | Definitions

/** Where links lead to, which nothing shows. */
export interface Definitions {
  readonly from: 'definition'
  readonly pieces: readonly PlainPiece[]
  /** Labels that the text has in brackets. */
  readonly called: ReadonlySet<string>
}

/** @yields blocks of text, without those they stand in, in order */
export function* plainReading(text: string): Generator<PlainBlock> {
  const lines = limitDepth(toLines(text, 1)).map((line) => line.text)
  const env: Env = {}
  const tokens = plain().blocks.parse(lines.join('\n'), env)
  const called = referredLabels(tokens)
  const definitions = (from: number, to?: number): PlainBlock => ({
    from: 'definition',
    pieces: asText(lines.slice(from, to), from + 1),
    called,
  })
  let next = 0
  for (const token of tokens) {
    const leaf = token.map && leaves.has(token.type) ? token.map : undefined
    if (leaf === undefined) continue
    yield definitions(next, leaf[0])
    yield blockOf(token, leaf[0] + 1, env)
    next = Math.max(next, leaf[1])
  }
  yield definitions(next)
}

/** The same for a single line, as if it stood in a paragraph of its own. */
export const plainInline = (text: string): readonly PlainPiece[] => inlinePieces(text, 1, {})

/** The text that entities in HTML stand for. */
export const withoutEntities = (text: string): string =>
  text.includes('&') ? text.replace(entity, (found) => plain().inline.utils.unescapeAll(found)) : text

const entity = /&(?:#x[a-f0-9]{1,6}|#\d{1,7}|[a-z][a-z0-9]{1,31});/gi
const leaves = new Set(['inline', 'fence', 'code_block', 'html_block', 'hr'])

function blockOf(token: Token, line: number, env: Env): PlainBlock {
  switch (token.type) {
    case 'inline':
      return { from: 'prose', pieces: inlinePieces(token.content, line, env) }
    case 'html_block':
      return { from: 'html', pieces: [{ kind: 'html', text: token.content, line }] }
    case 'fence':
      return { from: 'code', pieces: asText(token.content.split('\n'), line + 1) }
    default:
      return { from: 'indented', pieces: asText(token.content.split('\n'), line) }
  }
}

const asText = (lines: readonly string[], first: number): readonly PlainPiece[] =>
  lines.map((text, index) => ({ kind: 'text', text, line: first + index }))

function inlinePieces(content: string, line: number, env: Env): readonly PlainPiece[] {
  // Of all its marks only tags are read, by whoever reads HTML.
  if (content.length > longestMarked)
    return content.includes('<') ? [{ kind: 'html', text: content, line }] : asText(content.split('\n'), line)
  const tokens: Token[] = []
  const { inline } = plain()
  inline.inline.parse(content, inline, env, tokens)
  return placed(tokens, content, 0, line)
}

/** @param line where the text at `offset` stands, from which the tokens count their places */
function placed(tokens: readonly Token[], content: string, offset: number, line: number): readonly PlainPiece[] {
  let counted = offset
  let now = line
  return tokens.flatMap((token): readonly PlainPiece[] => {
    const place = offset + (token.map?.[0] ?? 0)
    for (; counted < place; counted++) if (content[counted] === '\n') now++
    switch (token.type) {
      case 'text':
      case 'text_special':
        return [{ kind: 'text', text: token.content, line: now }]
      case 'code_inline':
        return [edge(now), ...codeLines(token, content.slice(place + token.markup.length), now), edge(now)]
      case 'html_inline':
        return [{ kind: 'html', text: token.content, line: now }]
      case 'image':
        return [edge(now), ...placed(token.children ?? [], content, place + 2, now), edge(now)]
      case 'softbreak':
      case 'hardbreak':
        return []
      default:
        return [edge(now)]
    }
  })
}

const edge = (line: number): PlainPiece => ({ kind: 'edge', text: '', line })

/** Line ends in code are read as spaces: where they were shows the source alone. */
function codeLines({ content }: Token, source: string, line: number): readonly PlainPiece[] {
  const near = source.slice(0, content.length + 1)
  const start = near.replaceAll('\n', ' ').startsWith(content) ? 0 : 1
  return asText(near.slice(start, start + content.length).split('\n'), line)
}

/** Tokens of text know where in it they stand. */
class PlacingState extends MarkdownIt.StateInline {
  override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
    const token = super.push(type, tag, nesting)
    token.map = [this.pos, this.pos]
    return token
  }
  override pushPending(): Token {
    const token = super.pushPending()
    token.map = [this.pos, this.pos]
    return token
  }
}

interface Parsers {
  readonly blocks: Parser
  readonly inline: Parser
}

let parsers: Parsers | undefined

/** Made when they are first asked for: drafts do without. */
function plain(): Parsers {
  if (parsers !== undefined) return parsers
  const blocks = boundLazyQuotes(new MarkdownIt('commonmark', { maxNesting: deepestBlock }))
  blocks.core.ruler.enableOnly(['normalize', 'block'])
  const inline = new MarkdownIt('commonmark', { maxNesting: deepestInline })
  inline.use(prefixedTags)
  inline.inline.State = PlacingState
  for (const parser of [blocks, inline]) parser.validateLink = () => true
  parsers = { blocks, inline }
  return parsers
}
