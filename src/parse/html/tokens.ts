/** Tokens of a line with tags in it → the tree of those tags, with a hole for each token that says something. */
import type { Token } from '../markdown.js'
import type { HtmlNode, HtmlPiece, ReadHtml } from './node.js'
import { readTag } from './tags.js'

/** What marks a stretch of text is written as the tag that means the same. */
const marks: ReadonlyMap<string, string> = new Map([
  ...['strong', 'em', 's', 'sup', 'sub', 'ins', 'mark'].flatMap((name) => [
    [`${name}_open`, `<${name}>`] as const,
    [`${name}_close`, `</${name}>`] as const,
  ]),
  ['link_close', '</a>'],
  ['abbreviation_close', '</abbr>'],
])
/** Nobody sees what is in them. */
const closedToAll = new Set(['script', 'style', 'iframe'])

/** @returns undefined where there is no tag */
export function treeOfTokens(tokens: readonly Token[], readHtml: ReadHtml): readonly HtmlNode[] | undefined {
  if (!tokens.some(isTagToken)) return undefined
  const lastEnds = new Map(tokens.map((token, index) => [endOf(token), index]))
  const pieces: HtmlPiece[] = []
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]
    if (token === undefined) break
    const mark = marks.get(token.type)
    if (mark !== undefined) pieces.push(mark)
    else if (isTagToken(token)) {
      pieces.push(token.content)
      const { name = '', closes = true } = readTag(token.content) ?? {}
      if (closes || !closedToAll.has(name)) continue
      const end =
        index < (lastEnds.get(name) ?? -1) ? tokens.findIndex((other, at) => at > index && endOf(other) === name) : -1
      if (end < 0) continue
      pieces.push(lineEnds(tokens.slice(index + 1, end)), `</${name}>`)
      index = end
    } else {
      pieces.push({ hole: index, isBlock: false }, lineEnds([token]))
      if (token.type === 'link_open') pieces.push(`<a href="${quoted(String(token.attrGet('href') ?? ''))}">`)
      if (token.type === 'abbreviation_open')
        pieces.push(`<abbr title="${quoted(String(token.attrGet('title') ?? ''))}">`)
    }
  }
  return readHtml(pieces)
}

const isTagToken = ({ type, content }: Token): boolean => type === 'html_inline' && /^<\/?[a-z]/i.test(content)

/** What the token is the end of. */
function endOf(token: Token): string | undefined {
  const read = isTagToken(token) ? readTag(token.content) : undefined
  return read?.closes ? read.name : undefined
}

/** So that lines are counted as they are in the notes. */
const lineEnds = (tokens: readonly Token[]): string =>
  tokens
    .map(({ type, content }) => (/^(?:soft|hard)break$/.test(type) ? '\n' : content.replace(/[^\n]+/g, '')))
    .join('')

const quoted = (text: string): string => text.replace(/[&"<>]/g, (character) => `&#${character.charCodeAt(0)};`)
