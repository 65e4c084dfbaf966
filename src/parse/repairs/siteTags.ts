/** Tags of site generators (Hexo, Jekyll, Hugo) and Kramdown's attributes → the Markdown that says the same, or nothing. */
import type { Line, Repair } from '../lines.js'

const liquid = String.raw`\{%-?[ \t]*(\/?[\w-]+)[ \t]*((?:(?!%\})[^\n]){0,400}?)[ \t]*-?%\}`
const hugo = String.raw`\{\{[<%][ \t]*(\/?[\w-]+)[ \t]*((?:(?![%>]\}\})[^\n]){0,400}?)[ \t]*\/?[%>]\}\}`
const alone = new RegExp(String.raw`^([ \t]*)(?:${liquid}|${hugo})[ \t]*$`)
const within = new RegExp(`${liquid}|${hugo}`, 'g')
/** Says how the block above or the link before it looks: one below a picture, or right behind one, may be its size. */
const attributes = /\{:[ \t]*[#.\w][^{}\n]{0,300}\}/
const attributesAlone = new RegExp(`^[\\s>]*${attributes.source}[ \\t]*$`)
const behindLink = new RegExp(`((?:^|[^!])\\[[^\\]\\n]{0,400}\\]\\([^()\\n]{1,800}\\))${attributes.source}`, 'g')
const picture = /!\[|<img\b/
const fence = /^[\s>]*(`{3,}|~{3,})/
const code = /^(?:codeblock|highlight|code)$/
const boxes = /^(?:note|notice|admonition|callout|alert|hint|tip|info|warning|danger|important|caution|cq|centerquote)$/
const quotes = /^(?:blockquote|quote|pullquote)$/
const films: ReadonlyMap<string, string> = new Map([
  ['youtube', 'https://www.youtube.com/watch?v='],
  ['vimeo', 'https://vimeo.com/'],
  ['bilibili', 'https://www.bilibili.com/video/'],
])
/** Words of programs in templates, which a talk about templates may show. */
const program =
  /^(?:if|else|elif|elsif|elseif|unless|for|while|set|assign|block|extends|macro|call|case|when|with|import|from|filter|trans)$/

export const hasSiteTag = (text: string): boolean => /\{%|\{\{[<%]|\{:/.test(text)

/** What stands in a row keeps its line. Code is left alone; so is what opens and never closes. */
export const readSiteTags: Repair = (lines) => {
  if (!lines.some(({ text }) => hasSiteTag(text))) return { lines, findings: [] }
  const mended: Line[] = []
  let open = ''
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (line === undefined) break
    const mark = fence.exec(line.text)?.[1] ?? ''
    if (open === '' ? mark !== '' : mark.startsWith(open)) open = open === '' ? mark : ''
    const isCode = open !== '' || mark !== '' || /^(?: {4}|\t)/.test(line.text)
    const tag = isCode ? undefined : tagOf(line.text)
    const end = tag === undefined ? -1 : endOf(lines, at, tag.name)
    if (tag !== undefined && end > 0 && !/^raw$/.test(tag.name)) {
      const inner = asBlock(tag, lines.slice(at + 1, end))
      for (const [index, text] of inner?.entries() ?? []) mended.push({ ...line, line: line.line + index, text })
      if (inner !== undefined) {
        at = end
        continue
      }
    }
    const text = isCode ? line.text : inLine(line.text, tag, mended.at(-1)?.text ?? '')
    mended.push(text === line.text ? line : { ...line, text })
  }
  return { lines: mended, findings: [] }
}

interface Tag {
  readonly indent: string
  readonly name: string
  readonly words: string
}

function tagOf(text: string): Tag | undefined {
  const [, indent = '', name, words, other, otherWords] = alone.exec(text) ?? []
  const said = name ?? other
  return said === undefined ? undefined : { indent, name: said, words: words ?? otherWords ?? '' }
}

/** Lines. */
const longestBlock = 400

function endOf(lines: readonly Line[], at: number, name: string): number {
  const end = new RegExp(
    `^[ \\t]*(?:\\{%-?|\\{\\{[<%])[ \\t]*(?:end|/[ \\t]*)${name}[ \\t]*(?:-?%\\}|[%>]\\}\\})[ \\t]*$`,
  )
  const last = Math.min(lines.length, at + longestBlock)
  for (let index = at + 1; index < last; index++) if (end.test(lines[index]?.text ?? '')) return index
  return -1
}

/** One line for each that it was written on; undefined for what is no block that Markdown has. */
function asBlock({ indent, name, words }: Tag, lines: readonly Line[]): readonly string[] | undefined {
  const inner = lines.map(({ text }) => text)
  const fenced = (info: string): readonly string[] => [`${indent}~~~~${info}`, ...inner, `${indent}~~~~`]
  if (code.test(name)) return fenced(codeInfo(name, words))
  // `{% mermaid graph LR %}`: its first line.
  if (/^(?:mermaid|graphviz|plantuml)$/.test(name)) return fenced(words === '' || /=/.test(words) ? name : words)
  if (/^(?:katex|math|mathjax)$/.test(name)) return fenced('math')
  if (!boxes.test(name) && !quotes.test(name)) return undefined
  const said = inner.map((text) => `> ${inLine(text, tagOf(text), '')}`)
  return [
    boxes.test(name) ? `> ${boxHead(name, words)}` : '>',
    ...said,
    quotes.test(name) && words ? `> — ${words}` : '',
  ]
}

/** `info`, `type=tip title="words"`, `"words"`. */
function boxHead(name: string, words: string): string {
  const first = /^(note|info|tip|warning|danger|success|important|caution|question|example)\b/i.exec(words)?.[1]
  const kind = attributeOf(words, 'type') ?? first ?? name
  const title =
    attributeOf(words, 'title') ?? (/=/.test(words) ? '' : unquoted(first ? words.slice(first.length) : words))
  return `[!${/^[a-z]+$/i.test(kind) ? kind : 'note'}] ${title}`.trim()
}

/** `lang:python main.py`, `ruby linenos`, `go "linenos=table,hl_lines=1 3"`. */
function codeInfo(name: string, words: string): string {
  if (name === 'codeblock' || /(?:^|\s)lang:/.test(words)) {
    const language = /(?:^|\s)lang:([\w+#-]+)/.exec(words)?.[1] ?? 'text'
    const title = words.replace(/(?:^|\s)(?:[a-z_]+:(?!\/\/)\S+|https?:\/\/.*$)/g, '').trim()
    return title === '' ? language : `${language} title="${title.replace(/"/g, '')}"`
  }
  const [, language = 'text', behind = ''] = /^"?([\w+#-]+)"?\s*([\s\S]*)$/.exec(words) ?? []
  const options = unquoted(behind)
    .split(',')
    .map((option) => option.trim().replace(/^(\w+)=["[]?([^"\]]*)["\]]?$/, '$1="$2"'))
  return `${language} ${options.join(' ')}`.trim()
}

const unquoted = (words: string): string => words.trim().replace(/^(["'])(.*)\1$/, '$2')

const attributeOf = (words: string, name: string): string | undefined =>
  new RegExp(`(?:^|\\s)${name}=(?:"([^"]*)"|'([^']*)'|(\\S+))`)
    .exec(words)
    ?.slice(1)
    .find((value) => value !== undefined)

/** @param above the line above, of which attributes may say the size */
function inLine(text: string, tag: Tag | undefined, above: string): string {
  if (!hasSiteTag(text)) return text
  if (tag !== undefined) return program.test(tag.name) ? text : tag.indent + said(tag.name, tag.words)
  if (attributesAlone.test(text)) return picture.test(above) ? text : ''
  const math =
    /\{\{[<%][ \t]*(?:katex|math)[^{}\n]{0,40}[%>]\}\}([^\n]{1,400}?)\{\{[<%][ \t]*\/(?:katex|math)[ \t]*[%>]\}\}/g
  return text
    .split(/(`+[^`\n]*`+)/)
    .map((piece) =>
      piece.startsWith('`')
        ? piece
        : piece
            .replace(math, (_, tex: string) => `$${tex.trim()}$`)
            .replace(/\{\{[<%]\/\*[ \t]*([^\n]{0,400}?)[ \t]*\*\/[%>]\}\}/g, '')
            .replace(within, (whole, one?: string, words?: string, other?: string, otherWords?: string) => {
              const name = one ?? other ?? ''
              return program.test(name) || (/^end/.test(name) && program.test(name.slice(3)))
                ? whole
                : said(name, words ?? otherWords ?? '')
            }),
    )
    .join('')
    .replace(behindLink, '$1')
}

/** What one tag says by itself. */
function said(name: string, words: string): string {
  const film = films.get(name)
  const [first = '', ...rest] = (words.match(/"[^"]*"|'[^']*'|\S+/g) ?? []).map(unquoted)
  if (film !== undefined) return `[${name}](${film}${attributeOf(words, 'id') ?? first})`
  if (name === 'asset_img') return pictureOf(first, rest.join(' '))
  if (name === 'img' || name === 'image') {
    const at = [first, ...rest].findIndex((word) => /[./]/.test(word))
    if (at >= 0 && !/=/.test(words)) return pictureOf([first, ...rest][at] ?? '', '')
  }
  const src = attributeOf(words, 'src')
  if (/^(?:figure|img|image)$/.test(name) && src !== undefined) {
    const width = attributeOf(words, 'width')
    const title = attributeOf(words, 'caption') ?? attributeOf(words, 'title') ?? attributeOf(words, 'alt') ?? ''
    return pictureOf(src, title) + (width ? `{width="${width}"}` : '')
  }
  if (name === 'post_link') return unquoted(rest.join(' ')) || first
  if (/^(?:ref|relref|post_url|post_path|asset_path|link)$/.test(name)) return first
  return ''
}

const pictureOf = (src: string, words: string): string => `![${words.replace(/[[\]]/g, '')}](<${src}>)`
