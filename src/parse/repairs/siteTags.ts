/** Tags of site generators (Hexo, Jekyll, Hugo) and Kramdown's attributes → the Markdown that says the same, or nothing. */

import type { Finding } from '../../model/finding.js'
import { fencedLines } from '../fences.js'
import type { Line, Repair } from '../lines.js'
import { attributeOf, filmOf, saidOr, unquoted } from './siteTagWords.js'

const liquid = String.raw`\{%-?[ \t]{0,40}(\/?[\w-]{1,60})((?:(?!-?%\})[^\n]){0,440})-?%\}`
const hugo = String.raw`\{\{[<%][ \t]{0,40}(\/?[\w-]{1,60})((?:(?!\/?[%>]\}\})[^\n]){0,440})\/?[%>]\}\}`
const alone = new RegExp(String.raw`^([ \t]*)(?:${liquid}|${hugo})[ \t]*$`)
const within = new RegExp(`${liquid}|${hugo}`, 'g')
/** Says how the block above or the link before it looks: one below a picture, or right behind one, may be its size. */
const attributes = /\{:[ \t]*[#.\w][^{}\n]{0,300}\}/
const attributesAlone = new RegExp(`^[\\s>]*${attributes.source}[ \\t]*$`)
const behindLink = new RegExp(`((?:^|[^!])\\[[^\\]\\n]{0,400}\\]\\([^()\\n]{1,800}\\))${attributes.source}`, 'g')
const picture = /!\[|<img\b/
const code = /^(?:codeblock|highlight|code)$/
const boxes = /^(?:note|notice|admonition|callout|alert|hint|tip|info|warning|danger|important|caution|cq|centerquote)$/
/** What a click opens. */
const folded = /^(?:details|detail|expand|spoiler|fold|folding|hideToggle|collapse|dropdown)$/
const quotes = /^(?:blockquote|quote|pullquote)$/
/** Words of programs in templates, which a talk about templates may show. */
const program =
  /^(?:if|else|elif|elsif|elseif|unless|for|while|set|assign|block|extends|macro|call|case|when|with|import|from|filter|trans)$/

export const hasSiteTag = (text: string): boolean => /\{%|\{\{[<%]|\{:/.test(text)

/** What stands in a row keeps its line. Code is left alone, and what is said to be no tag; so is what opens and never closes. */
export const readSiteTags: Repair = (lines) => {
  if (!lines.some(({ text }) => hasSiteTag(text))) return { lines, findings: [] }
  const mended: Line[] = []
  const dropped: Dropped = new Map()
  const endOf = endFinder(lines)
  const fenced = fencedLines(lines.map(({ text }) => text))
  let rawUntil = -1
  const hasTabs = lines.some(({ text }) => /^[ \t]*\{%[ \t]*tabs\b/.test(text))
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (line === undefined) break
    const isCode = fenced[at] !== undefined || at < rawUntil || /^(?: {4}|\t)/.test(line.text)
    const tag = isCode ? undefined : tagOf(line.text)
    const end = tag === undefined ? -1 : endOf(at, tag.name)
    if (tag?.name === 'raw') rawUntil = end
    else if (tag !== undefined && end > 0) {
      const inner = asBlock(tag, lines.slice(at + 1, end))
      for (const [index, text] of inner?.entries() ?? []) mended.push({ ...line, line: line.line + index, text })
      if (inner !== undefined) {
        at = end
        continue
      }
    }
    if (!isCode && /^[ \t]*\{:toc\}/i.test(line.text)) dropListForContents(mended)
    const note = (name: string): void => {
      const told = dropped.get(name)
      if (told === undefined) dropped.set(name, [line.line])
      else told.push(line.line)
    }
    const tab = isCode || !hasTabs ? undefined : tabOf(line.text)
    if (tab !== undefined) {
      for (const text of ['', tab, '']) mended.push({ ...line, text })
      continue
    }
    const text = isCode ? line.text : inLine(line.text, tag, mended.at(-1)?.text ?? '', note)
    mended.push(text === line.text ? line : { ...line, text })
  }
  return { lines: mended, findings: findingsOf(dropped) }
}

/** Names of what is left out, and on which lines. */
type Dropped = Map<string, number[]>

function findingsOf(dropped: Dropped): readonly Finding[] {
  const tags = [...dropped].map(([name, lines]) => ({ name, lines }))
  const [first] = tags.flatMap(({ lines }) => lines).sort((one, other) => one - other)
  return first === undefined ? [] : [{ code: 'site-tags', place: { line: first }, facts: { tags } }]
}

/** Kramdown puts the table of contents into the place of the list above. */
function dropListForContents(lines: Line[]): void {
  const above = lines.at(-1)
  if (above !== undefined && isListForContents(above.text)) lines[lines.length - 1] = { ...above, text: '' }
}

export const isListForContents = (text: string): boolean => /^ {0,3}(?:[*+-]|1\.)[ \t]+\S.{0,100}$/.test(text)

/** Hexo's `<!-- tab Linux@icon -->` begins what stands on a page of its own, below its name; `<!-- endtab -->` ends it. */
function tabOf(text: string): string | undefined {
  const [, end, name = ''] =
    /^[ \t]*<!--[ \t]*(end)?tab\b[ \t]*([^@\n]{0,200}?)(?:@\S*)?[ \t]*-->[ \t]*$/.exec(text) ?? []
  if (end === undefined && name === '') return /^[ \t]*<!--[ \t]*tab[ \t]*-->/.test(text) ? '' : undefined
  return end === undefined ? `**${name}**` : ''
}

interface Tag {
  readonly indent: string
  readonly name: string
  readonly words: string
}

function tagOf(text: string): Tag | undefined {
  const [, indent = '', name, words, other, otherWords] = alone.exec(text) ?? []
  const said = name ?? other
  return said === undefined ? undefined : { indent, name: said, words: (words ?? otherWords ?? '').trim() }
}

/** Lines. */
const longestBlock = 400

const ending = /^[ \t]*(?:\{%-?|\{\{[<%])[ \t]*(?:end|\/[ \t]*)([\w-]+?)[ \t]*(?:-?%\}|[%>]\}\})[ \t]*$/

/** Where a tag ends, asked of one line after another: no line is looked at for each that opens above it. */
function endFinder(lines: readonly Line[]): (at: number, name: string) => number {
  const ends = new Map<string, number[]>()
  for (let index = lines.length - 1; index >= 0; index--) {
    const name = ending.exec(lines[index]?.text ?? '')?.[1]
    if (name === undefined) continue
    const behind = ends.get(name)
    if (behind === undefined) ends.set(name, [index])
    else behind.push(index)
  }
  return (at, name) => {
    const behind = ends.get(name) ?? []
    while ((behind.at(-1) ?? lines.length) <= at) behind.pop()
    const end = behind.at(-1) ?? lines.length
    return end < Math.min(lines.length, at + longestBlock) ? end : -1
  }
}

/** One line for each that it was written on; undefined for what is no block that Markdown has. */
function asBlock({ indent, name, words }: Tag, lines: readonly Line[]): readonly string[] | undefined {
  const inner = lines.map(({ text }) => text)
  const fenced = (info: string): readonly string[] => [`${indent}~~~~${info}`, ...inner, `${indent}~~~~`]
  if (code.test(name)) return fenced(codeInfo(name, words))
  // `{% mermaid graph LR %}`: its first line.
  if (/^(?:mermaid|graphviz|plantuml)$/.test(name)) return fenced(words === '' || /=/.test(words) ? name : words)
  if (/^(?:katex|math|mathjax)$/.test(name)) return fenced('math')
  const isBox = boxes.test(name) || folded.test(name)
  if (!isBox && !quotes.test(name)) return undefined
  const said = inner.map((text) => `> ${inLine(text, tagOf(text), '', () => {})}`)
  return [isBox ? `> ${boxHead(name, words)}` : '>', ...said, quotes.test(name) && words ? `> — ${words}` : '']
}

/** `info`, `type=tip title="words"`, `"words"`. */
function boxHead(name: string, words: string): string {
  const first = /^(note|info|tip|warning|danger|success|important|caution|question|example)\b/i.exec(words)?.[1]
  const kind = folded.test(name) ? 'details' : (attributeOf(words, 'type') ?? first ?? name)
  const title =
    attributeOf(words, 'title') ??
    attributeOf(words, 'summary') ??
    (/=/.test(words) ? '' : unquoted(first ? words.slice(first.length) : words))
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

const math =
  /\{\{[<%][ \t]*(?:katex|math)[^{}\n]{0,40}[%>]\}\}([^\n]{1,400}?)\{\{[<%][ \t]*\/(?:katex|math)[ \t]*[%>]\}\}/g
const aside = /\{\{[<%]\/\*[ \t]*([^\n]{0,400}?)[ \t]*\*\/[%>]\}\}/g
/** Code, and what is said to be no tag. */
const asItIs = /(`+[^`\n]*`+|\{%-?[ \t]*raw[ \t]*-?%\}[^\n]{0,800}?\{%-?[ \t]*endraw[ \t]*-?%\})/
const rawTag = /\{%-?[ \t]*(?:end)?raw[ \t]*-?%\}/g

/**
 * @param above the line above, of which attributes may say the size
 * @param note is told what is left out
 */
function inLine(text: string, tag: Tag | undefined, above: string, note: (name: string) => void): string {
  if (!hasSiteTag(text)) return text
  if (tag !== undefined) {
    if (program.test(tag.name)) return text
    const film = filmOf(tag.name, tag.words)
    return tag.indent + (film === undefined ? saidOr(tag.name, tag.words, note) : `![](${film})`)
  }
  if (attributesAlone.test(text)) {
    if (picture.test(above)) return text
    if (!/\{:toc\}/i.test(text)) note(text.replace(/^[\s>]*/, '').trimEnd())
    return ''
  }
  return text
    .split(asItIs)
    .map((piece, index) => {
      if (index % 2 === 1) return piece.replace(rawTag, '')
      return piece
        .replace(math, (_, tex: string) => `$${tex.trim()}$`)
        .replace(aside, '')
        .replace(within, (whole, one?: string, words?: string, other?: string, otherWords?: string) => {
          const name = one ?? other ?? ''
          return program.test(name) || (/^end/.test(name) && program.test(name.slice(3)))
            ? whole
            : saidOr(name, (words ?? otherWords ?? '').trim(), note)
        })
    })
    .join('')
    .replace(behindLink, '$1')
}
