/** Lines of Markdown → tokens: the one place that knows markdown-it. */
import MarkdownIt, {
  type Env,
  type MarkdownIt as Parser,
  type StateBlock,
  type StateInline,
  type Token,
} from 'markdown-it'
import cjkFriendly from 'markdown-it-cjk-friendly'
import definitionLists from 'markdown-it-deflist'
import footnotes from 'markdown-it-footnote'
import type { Abbreviations } from './abbreviations.js'
import { formulaAt } from './formulas.js'
import { prefixedTags } from './html/prefixed.js'
import { editAt, emojiAt, type MarkFound, markAt, readingAt } from './inlineMarks.js'
import { boundLazyQuotes } from './lazyQuotes.js'
import type { Line } from './lines.js'
import { closesCallout, opensCallout } from './repairs/calloutMarks.js'
import { withinTexts } from './textTokens.js'

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

export const readMarkdown = (lines: readonly Line[], abbreviations: Abbreviations = new Map()): Tokens => {
  const env: Env = {}
  const blocks = blockParser.parse(lines.map((line) => line.text).join('\n'), env)
  const inline = (text: string): readonly Token[] => {
    const tokens: Token[] = []
    if (text.length > longestMarked) return plainTokens(text)
    inlineParser.inline.parse(text, inlineParser, env, tokens)
    return withinTexts(tokens, abbreviations)
  }
  return { blocks, inline }
}

/** Reads blocks only: their text stays as it is, definitions of links and footnotes stay where they are written. */
const makeBlockParser = (): Parser => {
  const parser = new MarkdownIt({ html: true, maxNesting: deepestBlock }).use(footnotes).use(definitionLists)
  parser.core.ruler.enableOnly(['normalize', 'block'])
  parser.block.ruler.before('fence', 'callout', callout, { alt: ['paragraph', 'reference', 'blockquote', 'list'] })
  return asWritten(boundLazyQuotes(parser))
}

const makeInlineParser = (): Parser => {
  const parser = new MarkdownIt({ html: true, linkify: true, maxNesting: deepestInline })
    .use(footnotes)
    .use(cjkFriendly)
    .use(prefixedTags)
  parser.inline.ruler.at('footnote_inline', footnoteInPlace)
  parser.inline.ruler.before('escape', 'formula', formula)
  parser.inline.ruler.before('link', 'wiki', wiki)
  parser.inline.ruler.before('strikethrough', 'mark', mark)
  parser.inline.ruler.before('strikethrough', 'braced', braced)
  parser.inline.ruler.before('strikethrough', 'emoji', emojiByName)
  return asWritten(parser)
}

/** What stands between two marks of a repair (repairs/boxMarks.ts); one whose end is elsewhere ends with what it stands in. */
const callout = (state: StateBlock, first: number, last: number, silent: boolean): boolean => {
  const text = (line: number): string =>
    state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line])
  const head = text(first)
  if ((!opensCallout(head) && !closesCallout(head)) || (state.sCount[first] ?? 0) - state.blkIndent >= 4) return false
  if (silent) return true
  state.line = first + 1
  if (closesCallout(head)) return true
  let end = first
  for (let open = 0; end < last; end++) {
    if (opensCallout(text(end))) open++
    else if (closesCallout(text(end)) && --open === 0) break
  }
  const { lineMax, parentType } = state
  state.lineMax = end
  state.parentType = 'blockquote'
  const opening = state.push('callout_open', 'div', 1)
  opening.content = head
  opening.map = [first, Math.min(end + 1, last)]
  state.md.block.tokenize(state, first + 1, end)
  state.push('callout_close', 'div', -1)
  state.lineMax = lineMax
  state.parentType = parentType
  state.line = Math.min(end + 1, last)
  return true
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

/** Obsidian's `[[page|text]]` becomes its text, `[[#Part]]` a link to that part, `![[picture.png|300]]` a picture. */
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
    const part = picture || target.includes('^') ? undefined : /^#(?:.*#)?\s*([^#]+)$/.exec(target)?.[1]
    if (part !== undefined) state.push('link_open', 'a', 1).attrs = [['href', `#${encodeURIComponent(part)}`]]
    const token = state.push(picture && !isPage ? 'image' : 'text', '', 0)
    // A size alone is told from words by its bar (pictureSize.ts).
    token.content = token.type === 'image' ? `${/^\d/.test(label) ? '|' : ''}${label}` : label || pageName(target)
    if (token.type === 'image') token.attrs = [['src', target]]
    if (part !== undefined) state.push('link_close', 'a', -1)
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

const mark = (state: StateInline, silent: boolean): boolean => {
  const found = silent ? undefined : markAt(state.src, state.pos, state.posMax)
  if (found === undefined) return false
  pushMarked(state, found)
  state.pos = found.end
  return true
}

/** What an editor proposes, `{++new++}`, and how characters are read, `{漢字|かんじ}`. */
const braced = (state: StateInline, silent: boolean): boolean => {
  if (silent || state.src[state.pos] !== '{') return false
  const read = readingAt(state.src, state.pos)
  const found = read ?? editAt(state.src, state.pos, state.posMax)
  if (found === undefined || found.end > state.posMax) return false
  if (read)
    state.push('ruby', 'ruby', 0).attrs = [
      ['base', read.base],
      ['reading', read.reading],
    ]
  else for (const each of 'marks' in found ? found.marks : []) pushMarked(state, each)
  state.pos = found.end
  return true
}

function pushMarked(state: StateInline, { kind, from, to }: MarkFound): void {
  const max = state.posMax
  state.pos = from
  state.posMax = to
  state.push(`${kind}_open`, kind, 1)
  state.md.inline.tokenize(state)
  state.push(`${kind}_close`, kind, -1)
  state.posMax = max
}

const emojiByName = (state: StateInline, silent: boolean): boolean => {
  if (silent || state.src[state.pos] !== ':') return false
  const found = emojiAt(state.src, state.pos)
  if (found === undefined || found.end > state.posMax) return false
  state.pending += found.emoji
  state.pos = found.end
  return true
}

// Made once: reading changes nothing in them, all that a text defines is in its own `env`.
const blockParser = makeBlockParser()
const inlineParser = makeInlineParser()
