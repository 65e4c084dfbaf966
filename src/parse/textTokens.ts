/** Inline tokens → the same, with what stands in plain text and needs no signs: bare addresses are links, abbreviations know what they stand for. */
import MarkdownIt, { type Token } from 'markdown-it'
import { type Abbreviations, placesOf } from './abbreviations.js'
import { bareLinks } from './bareLinks.js'

interface Found {
  readonly from: number
  readonly to: number
  readonly name: 'link' | 'abbreviation'
  readonly attribute: readonly [name: string, value: string]
}

export function withinTexts(tokens: readonly Token[], abbreviations: Abbreviations): readonly Token[] {
  let links = 0
  return tokens.flatMap((token): readonly Token[] => {
    if (token.type === 'link_open' || /^<a[\s>]/i.test(token.content)) links++
    else if (token.type === 'link_close' || /^<\/a>/i.test(token.content)) links--
    else if (token.type === 'text') {
      const found = [...(links > 0 ? [] : linksIn(token.content)), ...abbreviationsIn(token.content, abbreviations)]
      if (found.length > 0) return cut(token.content, found)
    }
    return [token]
  })
}

const linksIn = (text: string): readonly Found[] =>
  bareLinks(text).map(({ from, to, href }) => ({ from, to, name: 'link', attribute: ['href', href] }))

const abbreviationsIn = (text: string, abbreviations: Abbreviations): readonly Found[] =>
  [...abbreviations].flatMap(([short, long]) =>
    [...placesOf(short, text)].map(
      (from): Found => ({ from, to: from + short.length, name: 'abbreviation', attribute: ['title', long] }),
    ),
  )

/** Of those that overlap the first counts, and of two that begin together the longer. */
function cut(text: string, found: readonly Found[]): readonly Token[] {
  const tokens: Token[] = []
  let done = 0
  for (const { from, to, name, attribute } of [...found].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (from < done) continue
    if (from > done) tokens.push(textToken(text.slice(done, from)))
    const open = new MarkdownIt.Token(`${name}_open`, name, 1)
    open.attrs = [[...attribute]]
    tokens.push(open, textToken(text.slice(from, to)), new MarkdownIt.Token(`${name}_close`, name, -1))
    done = to
  }
  if (done < text.length) tokens.push(textToken(text.slice(done)))
  return tokens
}

function textToken(text: string): Token {
  const token = new MarkdownIt.Token('text', '', 0)
  token.content = text
  return token
}
