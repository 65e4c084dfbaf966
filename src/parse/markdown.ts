/** Lines of Markdown → tokens: the one place that knows markdown-it. */
import MarkdownIt, { type Env, type MarkdownIt as Parser, type StateInline, type Token } from 'markdown-it'
import cjkFriendly from 'markdown-it-cjk-friendly'
import definitionLists from 'markdown-it-deflist'
import footnotes from 'markdown-it-footnote'
import { formulaAt } from './formulas.js'
import { prefixedTags } from './html/prefixed.js'
import type { Line } from './lines.js'

export type { Token }

/** Tokens of all blocks, and how to read a run of text into inline tokens with the same references and footnotes. */
export interface Tokens {
  readonly blocks: readonly Token[]
  readonly inline: (text: string) => readonly Token[]
}

/** More than limitDepth leaves, where a list is two levels: deeper text would be lost. */
export const deepestBlock = 2600
/** More nested links or emphasis than this are read as text. */
export const deepestInline = 60
/** Nobody writes a paragraph of a hundred pages: text as long as that is read without looking for marks in it. */
export const longestMarked = 100_000

export const readMarkdown = (lines: readonly Line[]): Tokens => {
  const env: Env = {}
  const blocks = blockParser.parse(lines.map((line) => line.text).join('\n'), env)
  const inline = (text: string): readonly Token[] => {
    const tokens: Token[] = []
    if (text.length > longestMarked) return plainTokens(text)
    inlineParser.inline.parse(text, inlineParser, env, tokens)
    return tokens
  }
  return { blocks, inline }
}

/** Reads blocks only: their text stays as it is, definitions of links and footnotes stay where they are written. */
const makeBlockParser = (): Parser => {
  const parser = new MarkdownIt({ html: true, maxNesting: deepestBlock }).use(footnotes).use(definitionLists)
  parser.core.ruler.enableOnly(['normalize', 'block'])
  return asWritten(parser)
}

const makeInlineParser = (): Parser => {
  const parser = new MarkdownIt({ html: true, linkify: true, maxNesting: deepestInline })
    .use(footnotes)
    .use(cjkFriendly)
    .use(prefixedTags)
  parser.inline.ruler.at('footnote_inline', footnoteInPlace)
  parser.inline.ruler.before('escape', 'formula', formula)
  parser.inline.ruler.before('link', 'wiki', wiki)
  parser.inline.ruler.before('emphasis', 'mark', mark)
  return asWritten(parser)
}

/** Addresses stay as the notes have them; which of them become links is decided in inlines.ts. */
const asWritten = (parser: Parser): Parser => {
  parser.normalizeLink = (url) => url
  parser.normalizeLinkText = (url) => url
  parser.validateLink = () => true
  return parser
}

/** Text as it is, whatever stands in it. */
export const plainTokens = (text: string): readonly Token[] =>
  text.split('\n').flatMap((line, index) => {
    const token = new MarkdownIt.Token('text', '', 0)
    token.content = line
    return index === 0 ? [token] : [new MarkdownIt.Token('softbreak', 'br', 0), token]
  })

/** A footnote written in place, `^[like this]`: its text travels in the token. */
const footnoteInPlace = (state: StateInline, silent: boolean): boolean => {
  if (!state.src.startsWith('^[', state.pos)) return false
  const end = state.md.helpers.parseLinkLabel(state, state.pos + 1)
  if (end < 0) return false
  if (!silent) state.push('footnote_ref', '', 0).content = state.src.slice(state.pos + 2, end)
  state.pos = end + 1
  return true
}

const longestMark = 400

/** `Page#Part` as Obsidian shows it; the names of blocks (`#^1a2b3c`) say nothing. */
const pageName = (target: string): string =>
  target
    .replace(/#?\^[\w-]+$/, '')
    .replace(/^#/, '')
    .replaceAll('#', ' > ')

/** Obsidian's `[[page|text]]` becomes its text, `![[picture.png|300]]` a picture. */
const wiki = (state: StateInline, silent: boolean): boolean => {
  const at = state.pos
  const picture = state.src[at] === '!'
  const start = at + (picture ? 1 : 0)
  if (!state.src.startsWith('[[', start)) return false
  const match = /^\[\[([^[\]|\n]+?)\\?(?:\|([^[\]\n]*))?\]\]/.exec(state.src.slice(start, start + longestMark))
  if (match === null) return false
  if (!silent) {
    const target = match[1]?.trim() ?? ''
    const label = match[2]?.trim() ?? ''
    // A page, or a part of one, that is shown in place.
    const isPage = !/\.\w{2,5}$/.test(target)
    const token = state.push(picture && !isPage ? 'image' : 'text', '', 0)
    // A size alone is told from words by its bar (pictureSize.ts).
    token.content = token.type === 'image' ? `${/^\d/.test(label) ? '|' : ''}${label}` : label || pageName(target)
    if (token.type === 'image') token.attrs = [['src', target]]
  }
  state.pos = start + match[0].length
  return true
}

/** What is Markdown's elsewhere is TeX's there. */
const formula = (state: StateInline, silent: boolean): boolean => {
  const found = formulaAt(state.src, state.pos, state.posMax)
  if (found === undefined) return false
  if (!silent) state.push('math', 'math', 0).content = found.tex
  state.pos = found.end
  return true
}

/** `==marked==` reads as strong. */
const mark = (state: StateInline, silent: boolean): boolean => {
  const start = state.pos
  if (silent || !state.src.startsWith('==', start) || state.src[start - 1] === '=') return false
  const match = /^==(?![=\s])[^=\n]{1,400}(?<!\s)==(?!=)/.exec(state.src.slice(start, start + longestMark))
  const end = match === null ? -1 : start + match[0].length
  if (end < 0 || end > state.posMax) return false
  const max = state.posMax
  state.pos = start + 2
  state.posMax = end - 2
  state.push('strong_open', 'strong', 1).markup = '=='
  state.md.inline.tokenize(state)
  state.push('strong_close', 'strong', -1).markup = '=='
  state.pos = end
  state.posMax = max
  return true
}

// Made once: reading changes nothing in them, all that a text defines is in its own `env`.
const blockParser = makeBlockParser()
const inlineParser = makeInlineParser()
