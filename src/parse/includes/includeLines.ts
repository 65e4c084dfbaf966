/** A line that puts another file in its place, as each tool writes it → which file, and what of it. */
import type { Finding } from '../../model/finding.js'
import type { Line, Mended } from '../lines.js'
import { outsideOfCode } from '../slides/outsideOfCode.js'
import { type Part, rangesIn } from './excerpt.js'

export interface Include {
  readonly path: string
  readonly part?: Part
  /** How much deeper its headings are to be. */
  readonly deeper?: number
  /** Obsidian's: it is shown within what asks for it. */
  readonly isEmbedded?: true
  readonly mayBeOther?: true
  /** The file is code in this language. */
  readonly language?: string
}

interface Spelling {
  readonly pattern: RegExp
  /** What else the line says; absent: nothing. */
  readonly more?: (groups: Readonly<Record<string, string | undefined>>) => Partial<Include>
}

/** `x.md:4:6`, `x.md:name` */
const colonPart = ({ part = '' }: Readonly<Record<string, string | undefined>>): Partial<Include> => {
  if (part === '') return {}
  const [from = '', to = ''] = part.split(':')
  return /^\d*$/.test(from) && /^\d*$/.test(to)
    ? linesPart(part.includes(':') ? `${from || 1}-${to}` : from)
    : { part: { kind: 'named', name: part } }
}

const linesPart = (ranges: string): Partial<Include> => ({ part: { kind: 'lines', ranges: rangesIn(ranges) } })
const namedPart = (name: string): Partial<Include> => ({ part: { kind: 'named', name } })
const sectionPart = (heading: string): Partial<Include> => ({ part: { kind: 'section', heading } })

/** Of reveal-md, Quarto, presenterm and VitePress, Markdown Preview Enhanced, PlantUML and who took that over, Obsidian, Jekyll, MkDocs, mdBook, DocFX, Org, AsciiDoc. */
const spellings: readonly Spelling[] = [
  { pattern: /^FILE:[ \t]+(?<path>\S+\.\w{2,8})[ \t]*$/ },
  { pattern: /^\{\{<[ \t]*include[ \t]+["']?(?<path>[^\s"']+)["']?[ \t]*>\}\}[ \t]*$/ },
  {
    pattern:
      /^<!--[ \t]*[@#]?include(?:[ \t]*:[ \t]*|[ \t]+(?:file=|virtual=)?)["']?(?<path>[^\s"'{}#]{1,300}\.\w{2,8})(?:#(?<name>[^\s"'{}]{1,100}))?(?:\{(?<lines>[\d,-]{1,60})\})?["']?[ \t]*-->[ \t]*$/,
    more: ({ lines, name }) => (lines ? linesPart(lines) : name ? namedPart(name) : {}),
  },
  {
    pattern: /^@import[ \t]+["'](?<path>[^"'\n]{1,300})["'][ \t]*(?:\{(?<options>[^{}\n]{0,200})\}[ \t]*)?$/,
    more: ({ options = '' }) => {
      const [from, to] = [/line_begin=(\d+)/, /line_end=(\d+)/].map((each) => each.exec(options)?.[1])
      return from || to ? linesPart(`${Number(from ?? 0) + 1}-${to ?? ''}`) : {}
    },
  },
  { pattern: /^!include(?:d)?(?:[ \t]+|\()["']?(?<path>[^\s"')]{1,300})["']?\)?[ \t]*$/ },
  {
    pattern:
      /^!\[\[(?<path>[^[\]|#\n]{1,300}?)(?<extension>\.[A-Za-z][A-Za-z\d]{1,7})?(?:#(?<heading>[^[\]|\n]{0,200}))?(?:\|[^[\]\n]{0,200})?\]\][ \t]*$/,
    more: ({ path = '', extension = '', heading = '' }) => ({
      path: `${path}${extension || '.md'}`,
      isEmbedded: true,
      ...(extension === '' ? { mayBeOther: true } : {}),
      ...(heading === '' ? {} : sectionPart(heading)),
    }),
  },
  {
    pattern:
      /^\{%-?[ \t]*include(?:_relative)?[ \t]+["']?(?<path>[^\s"'%]{1,300}\.(?:md|markdown))["']?[^%\n]{0,200}%\}[ \t]*$/i,
  },
  {
    pattern: /^-{1,2}8<-{1,3}[ \t]+["'](?<path>(?:[^"'\n:]|:(?=\/\/)){1,300})(?::(?<part>[^"'\n]{0,100}))?["'][ \t]*$/,
    more: colonPart,
  },
  {
    pattern: /^\{\{[ \t]*#include[ \t]+(?<path>[^\s{}:]{1,300})(?::(?<part>[^\s{}]{0,100}))?[ \t]*\}\}[ \t]*$/,
    more: colonPart,
  },
  { pattern: /^\{!>?[ \t]*(?<path>[^\s{}!]{1,300})[ \t]*!\}[ \t]*$/ },
  { pattern: /^\[!include(?:[ \t]*\[[^[\]\n]{0,200}\])?\((?<path>[^()\s]{1,300})\)\][ \t]*$/i },
  {
    pattern: /^#\+include:[ \t]*(?:"(?<quoted>[^"\n]{1,300})"|(?<bare>\S{1,300}))(?<options>[^\n]{0,300})$/i,
    more: ({ quoted, bare, options = '' }) => {
      const [path = '', heading] = (quoted ?? bare ?? '').split('::', 2)
      const language = /^\s+(?:src[ \t]+([\w+#-]{1,30})|example)/.exec(options)
      const lines = /:lines[ \t]+"([\d-]{1,20})"/.exec(options)?.[1]
      return {
        path,
        ...(heading === undefined ? {} : sectionPart(heading.replace(/^[*#]+/, ''))),
        ...(lines === undefined ? {} : linesPart(lines)),
        ...(language === null ? {} : { language: language[1] ?? '' }),
      }
    },
  },
  {
    pattern: /^include::(?<path>[^[\]\n]{1,300})\[(?<options>[^\]\n]{0,300})\][ \t]*$/,
    more: ({ options = '' }) => {
      const lines = /\blines?=["']?([\d.,;-]{1,60})/.exec(options)?.[1]
      const tag = /\btags?=["']?([\w.-]{1,60})/.exec(options)?.[1]
      const deeper = /\bleveloffset=["']?\+?(\d)/.exec(options)?.[1]
      return {
        ...(lines === undefined ? {} : linesPart(lines)),
        ...(tag === undefined ? {} : namedPart(tag)),
        ...(deeper === undefined ? {} : { deeper: Number(deeper) }),
      }
    },
  },
]

/** What Obsidian shows in this way that is no text. */
const otherFile =
  /\.(?:png|jpe?g|gif|svg|webp|avif|bmp|heic|heif|tiff?|ico|mp[34]|m4[av]|mov|mkv|webm|og[gv]|wav|flac|pdf|canvas|base|excalidraw|html?)$/i

const mayInclude = /include|import|FILE:|8<-|!\[\[|\{!/i
/** Characters. */
const longest = 500

/** @param text of a line that is no code */
export function includeIn(text: string): Include | undefined {
  if (text.length > longest || !mayInclude.test(text)) return undefined
  for (const { pattern, more } of spellings) {
    const groups = pattern.exec(text)?.groups
    if (groups === undefined) continue
    const found: Include = { path: groups['path'] ?? '', ...more?.(groups) }
    if (found.isEmbedded && otherFile.test(found.path)) return undefined
    return found.path === '' ? undefined : found
  }
  return undefined
}

/** Nothing of these lines is text. */
export const isInclude = (text: string): boolean => {
  const found = includeIn(text)
  return found !== undefined && !found.mayBeOther
}

/** Indices of lines that are neither code nor in a comment of several lines. */
export function* shownLines(texts: readonly string[]): Generator<number> {
  let isComment = false
  for (const { text, line } of outsideOfCode(texts, 1)) {
    const begins = !isComment && /^\s*<!--/.test(text)
    if (!isComment) yield line - 1
    if (begins || isComment) isComment = !text.includes('-->')
  }
}

/** What still stands there was not read: nothing, and a finding that names the file. */
export function takeIncludes(lines: readonly Line[]): Mended {
  if (!lines.some(({ text }) => isInclude(text))) return { lines, findings: [] }
  const findings: Finding[] = []
  const kept = [...lines]
  for (const index of shownLines(lines.map(({ text }) => text))) {
    const line = lines[index]
    if (line === undefined) break
    const found = includeIn(line.text)
    if (found === undefined || found.mayBeOther) continue
    findings.push({ code: 'include-unread', place: { line: line.line }, facts: { path: found.path } })
    kept[index] = { text: '', line: line.line }
  }
  return { lines: kept, findings }
}
