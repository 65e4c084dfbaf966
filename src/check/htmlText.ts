/** HTML as written → what a page shows of it: tags gone, entities read, alternative texts, and comments, which the speaker reads. */
import { isWithinWords } from '../parse/html/prefixed.js'
import { withoutEntities } from '../parse/plainReading.js'
import { saidIn } from '../parse/speaker/comments.js'
import { unshown } from './leftOut.js'

export interface HtmlPiece {
  /** `edge`: a tag within text; `power`: one behind which text stands raised; `end`: one that ends a line, a cell, a block. */
  readonly kind: 'text' | 'edge' | 'power' | 'end'
  readonly text: string
  /** From that of the first on. */
  readonly line: number
}

const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)
/** A comment, a tag with its attributes, or a declaration. */
const mark =
  /<!--([\s\S]*?)(?:-->|$)|<(\/?)([a-z][\w:.-]*)((?:"[^"]{0,2000}"|'[^']{0,2000}'|[^'"<>]){0,400})\/?>|<[?!][^>]{0,2000}>/giy
const altText = /\salt\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i

/** @param first the line that it begins on */
export function htmlText(html: string, first: number): readonly HtmlPiece[] {
  const pieces: HtmlPiece[] = []
  const findEnd = endFinder(html)
  let line = first
  let counted = 0
  const put = (kind: HtmlPiece['kind'], place: number, text = ''): void => {
    for (; counted < place; counted++) if (html[counted] === '\n') line++
    for (const [index, part] of text.split('\n').entries())
      pieces.push({ kind, text: withoutEntities(part), line: line + index })
  }
  let from = 0
  for (let open = html.indexOf('<'); open >= 0; open = html.indexOf('<', open)) {
    mark.lastIndex = open
    const [whole, comment, slash, name = '', attributes = ''] = mark.exec(html) ?? []
    if (whole === undefined) {
      open++
      continue
    }
    put('text', from, html.slice(from, open))
    const tag = name.toLowerCase()
    const opens = slash === '' && !whole.endsWith('/>')
    from = open + whole.length
    put(!inline.has(tag) && !isWithinWords(tag) ? 'end' : tag === 'sup' && opens ? 'power' : 'edge', open)
    if (comment !== undefined) put('text', open + 4, saidIn(comment))
    const [, ...alts] = (tag === 'img' && altText.exec(attributes)) || []
    for (const alt of alts) if (alt) put('text', open, alt)
    if (comment !== undefined || tag === 'img') put('end', from)
    if (opens && unshown.has(tag)) from = Math.max(from, findEnd(`</${tag}`, from))
    open = from
  }
  put('text', from, html.slice(from))
  return pieces
}

/** What is not there is looked for once. */
function endFinder(html: string): (end: string, from: number) => number {
  const lower = html.toLowerCase()
  const missing = new Set<string>()
  return (end, from) => {
    const at = missing.has(end) ? -1 : lower.indexOf(end, from)
    if (at < 0) missing.add(end)
    return at
  }
}
