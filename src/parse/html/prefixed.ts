/** Tags whose names have a prefix (Confluence's `<ac:link>`, Word's `<o:p>`, XML's) → HTML like any other, where CommonMark has text or addresses. */
import type { MarkdownIt as Parser, StateInline } from 'markdown-it'

const prefixes = '(?:ac|ri|at|o|w|w10|v|m|wp|mc|st\\d|u\\d)'
const attributes = `(?:"[^"]{0,2000}"|'[^']{0,2000}'|[^<>"']){0,400}?`
const anyPrefix = '[a-z][\\w-]{0,20}'
const tag = new RegExp(`<(/?)(${anyPrefix}):([a-z][\\w.-]{0,60})(?=[\\s/>])(${attributes})(/?)>`, 'iy')
/** What a link or a picture of Confluence names; nothing else says it. */
const named = /\sri:(?:content-title|filename|value)\s*=\s*(?:"([^"]*)"|'([^']*)')/i
/** Between a tag and what ends it. */
const longestCode = 20_000
const code = /<!\[CDATA\[([\s\S]*?)\]\]>/y

/** Of any XML: `</dc:title>`, `<g:plusone/>`, `<xsl:sort select="x">`, which are no addresses. */
const any = new RegExp(
  `<${prefixes}:[a-z]|</${anyPrefix}:[a-z]|<${anyPrefix}:[a-z][\\w.-]{0,60}(?:\\s{1,20}[\\w:.-]{1,60}\\s{0,20}=|\\s{0,20}/>)`,
  'i',
)
const known = new RegExp(`^${prefixes}$`, 'i')
export const holdsPrefixed = (text: string): boolean => any.test(text)

const written = new RegExp(`^(${prefixes})-`, 'i')
/** As whoever wrote it knows it. */
export const withPrefix = (name: string): string => name.replace(written, '$1:')

const run = /^(?:o|w|w10|v|m|wp|mc|st\d|u\d)-/
/** Word's stand within words; Confluence's are parts of a page. */
export const isWithinWords = (name: string): boolean => run.test(name)

/** As an element of HTML may be called. */
export const withoutPrefix = (name: string): string => name.replace(':', '-')

export function prefixedTags(parser: Parser): void {
  parser.inline.ruler.before('autolink', 'prefixed', readPrefixed)
}

function readPrefixed(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state
  if (src[pos] !== '<') return false
  const content = found(code, src.slice(pos, pos + longestCode))
  if (content !== undefined) return put(state, content[0], silent, 'text', content[1] ?? '')
  tag.lastIndex = pos
  const [whole, slash = '', prefix = '', name = '', said = '', ends = ''] = tag.exec(src) ?? []
  if (whole === undefined || pos + whole.length > state.posMax) return false
  if (!known.test(prefix) && !isSurely(whole, src.slice(pos, pos + longestCode))) return false
  const title = named.exec(said)
  if (title) return put(state, whole, silent, 'text', title[1] ?? title[2] ?? '')
  const opened = `<${slash}${prefix}-${name}>`
  const element = ends === '' ? opened : `${opened}</${prefix}-${name}>`
  const isApart = slash !== '' && src[pos + whole.length] === '<' && !isWithinWords(`${prefix}-`.toLowerCase())
  put(state, whole, silent, 'html_inline', element)
  if (isApart && !silent) state.push('text', '', 0).content = ' '
  return true
}

/** `<dc:title>` by itself is an address for CommonMark; not where it is closed. */
function isSurely(whole: string, text: string): boolean {
  if (/^<\/|\s[\w:.-]+\s*=|\/>$/.test(whole)) return true
  return !/\s/.test(whole) && text.includes(`</${whole.slice(1)}`)
}

function found(pattern: RegExp, text: string): RegExpExecArray | undefined {
  if (!text.startsWith('<![CDATA[')) return undefined
  pattern.lastIndex = 0
  return pattern.exec(text) ?? undefined
}

function put(state: StateInline, whole: string, silent: boolean, type: string, content: string): boolean {
  if (!silent) state.push(type, '', 0).content = content
  state.pos += whole.length
  return true
}
