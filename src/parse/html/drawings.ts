/** `<svg>…</svg>` in lines → the same lines with a mark in its place, and the drawing: cleaned, as a picture that carries itself. */
import type { Finding } from '../../model/finding.js'
import { placeOf } from '../../model/text.js'
import { headingLevel, isBlank, type Line, type Mended, quoteOf, toLines } from '../lines.js'
import { markVerbatim } from '../repairs/verbatim.js'
import { withoutCode } from '../speaker/tags.js'
import type { HtmlElement } from './node.js'

/** trust/svg.ts; whoever reads notes with a drawing loads it. */
export type CleanSvg = (text: string) => { readonly text: string; readonly dropped: readonly string[] }

export interface Drawing {
  /** A `data:` address. */
  readonly src: string
  /** What it says of itself, else what is written in it. */
  readonly alt: string
  /** All that is written in it. */
  readonly words: string
  /** As the notes have it. */
  readonly written: string
}

export interface DrawingsTaken extends Mended {
  readonly drawings: readonly Drawing[]
}

/** Characters. Nobody writes as much, and what a program makes of that size is better a file. */
const longest = 4_000_000

/**
 * Markdown would end it at a blank line, and find emphasis in its text. What is none (it never closes, nothing is drawn in it)
 * stays where it is, and its text is read.
 */
export function takeDrawings(lines: readonly Line[], clean: CleanSvg | undefined): DrawingsTaken {
  const spans = clean && lines.some(({ text }) => end.test(text)) ? spansIn(lines) : []
  const texts: (string | undefined)[] = lines.map(({ text }) => text)
  const found: { readonly span: Span; readonly drawing: Drawing }[] = []
  const findings: Finding[] = []
  for (const span of spans) {
    const written = textOf(span, lines)
    const { text, dropped } = clean && written.length <= longest ? clean(written) : { text: '', dropped: [] }
    if (!isDrawn(text)) continue
    const holdsHtml = dropped.includes('<foreignObject>')
    const { alt, words } = wordsIn(holdsHtml ? `${text}${htmlIn(written)}` : text)
    const kept = holdsHtml ? asXml(written) : text
    const sized = standsAlone(span, lines) ? withSize(kept) : kept
    const src = `data:image/svg+xml;base64,${Buffer.from(sized).toString('base64')}`
    found.push({ span, drawing: { src, alt, words, written } })
    const place = placeOf([lines[span.first]?.line ?? 1, lines[span.last]?.line ?? 1])
    const facts = { source: '`<svg>`', dropped: dropped.join(', ') }
    // What becomes of HTML in it turns out where there may be a browser.
    if (dropped.length > 0 && !holdsHtml) findings.push({ code: 'drawing-cleaned', place, facts })
  }
  // From the last on, so that places before it stay right.
  for (const [index, { span }] of [...found.entries()].reverse()) {
    const { first, from, last, to } = span
    texts[first] = `${texts[first]?.slice(0, from)}${markOf(index)}${texts[last]?.slice(to)}`
    texts.fill(undefined, first + 1, last + 1)
  }
  const kept = lines.flatMap((line, index) => {
    const text = texts[index]
    return text === undefined ? [] : text === line.text ? [line] : [{ ...line, text }]
  })
  return { lines: kept, drawings: found.map(({ drawing }) => drawing), findings }
}

const foreign = /<foreignObject(?:\s[^>]*)?>[\s\S]*?<\/foreignObject\s*>/gi
const htmlIn = (svg: string): string => (svg.match(foreign) ?? []).join(' ')

/** Pages know the languages of a drawing without its naming them. It is cleaned, or drawn by a browser, like any that is a file. */
const asXml = (svg: string): string =>
  svg
    .replace(/^<svg(?![^>]*\sxmlns=)/i, '<svg xmlns="http://www.w3.org/2000/svg"')
    .replace(
      /(<foreignObject(?:\s[^>]*)?>\s*<[a-z][\w-]*)(?![^>]*\sxmlns=)/gi,
      '$1 xmlns="http://www.w3.org/1999/xhtml"',
    )

const standsAlone = ({ first, from, last, to }: Span, lines: readonly Line[]): boolean => {
  const before = lines[first]?.text.slice(0, from) ?? ''
  return isBlank(before.slice(quoteOf(before).length)) && isBlank(lines[last]?.text.slice(to) ?? '')
}

/** Pages show one that names no size as wide as they are; CSS px. */
const room = { width: 960, height: 480 } as const

function withSize(svg: string): string {
  const root = /^<svg[^>]*>/.exec(svg)?.[0] ?? ''
  const [, , width = 0, height = 0] = (/\sviewBox="([^"]*)"/.exec(root)?.[1] ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  if (/\s(?:width|height)=|[";]\s*(?:width|height):/.test(root) || !(width > 0 && height > 0)) return svg
  const scale = Math.min(room.width / width, room.height / height)
  return svg.replace('<svg', `<svg width="${Math.round(width * scale)}" height="${Math.round(height * scale)}"`)
}

/** What leaves a trace of paint. Where all of it lies elsewhere, in a sheet of icons say, there is nothing here to show. */
function isDrawn(svg: string): boolean {
  if (/<(?:path|rect|circle|ellipse|line|polyline|polygon|text|image)[\s>]/.test(svg.replace(stored, ''))) return true
  return [...svg.matchAll(/<use\s[^>]*href="#([^"]+)"/g)].some(([, id]) => svg.includes(` id="${id}"`))
}
const stored = /<(symbol|defs)[\s>][\s\S]*?<\/\1>/g

/** Of what the cleaner writes, where each sign of XML in a text is a number. */
function wordsIn(svg: string): Pick<Drawing, 'alt' | 'words'> {
  const shown = svg.replace(/<style[\s>][\s\S]*?<\/style>/g, '')
  const said = (name: string): string => plain(new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)`).exec(shown)?.[1] ?? '')
  const words = plain(shown.replace(/<\/?(?:tspan|textPath|a)(?:\s[^>]*)?>/g, '').replace(/<[^>]*>/g, ' '))
  const own = [said('title'), said('desc')].filter(Boolean).join(': ')
  return { alt: own || words, words }
}

const plain = (text: string): string =>
  text
    .replace(/&#(\d{1,7});/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/\s+/g, ' ')
    .trim()

const markOf = (index: number): string => `<svg drawing="${index}"></svg>`
const mark = /<svg drawing="(\d{1,9})"><\/svg>/g

export const drawingOf = ({ attributes }: HtmlElement, drawings: readonly Drawing[]): Drawing | undefined =>
  drawings[Number(attributes.get('drawing') ?? -1)]

/** Code that shows how a drawing is written. */
export const withDrawings = (text: string, drawings: readonly Drawing[]): string =>
  drawings.length === 0 ? text : text.replace(mark, (marked, index) => drawings[Number(index)]?.written ?? marked)

/** Lines by index, and where on the first it begins and on the last it ends. */
interface Span {
  readonly first: number
  readonly from: number
  readonly last: number
  readonly to: number
}

const end = /<\/svg\s*>/i
const marks = /<!--|-->|<\/svg\s*>|<svg(?=[\s>/]|$)(?:[^<>]{0,4000}>)?/gi

/** The outermost, each from its mark to the one that closes it; none reaches over a heading or over code. */
function spansIn(lines: readonly Line[]): readonly Span[] {
  const spans: Span[] = []
  let open: Pick<Span, 'first' | 'from'>[] = []
  let isComment = false
  for (const [index, { text, isCode }] of lines.entries()) {
    if (isCode || headingLevel(text) > 0) {
      open = []
      isComment = false
    }
    if (isCode || !/<|-->/.test(text)) continue
    for (const { 0: found, index: at } of withoutCode(text).matchAll(marks)) {
      if (found === '<!--' || found === '-->') isComment = found === '<!--'
      else if (isComment || found.endsWith('/>')) continue
      else if (!found.startsWith('</')) open.push({ first: index, from: at })
      else {
        const begun = open.pop()
        if (begun === undefined) continue
        while (isBehind(spans.at(-1), begun)) spans.pop()
        spans.push({ ...begun, last: index, to: at + found.length })
      }
    }
  }
  return spans
}

const isBehind = (span: Span | undefined, { first, from }: Pick<Span, 'first' | 'from'>): boolean =>
  span !== undefined && (span.first > first || (span.first === first && span.from > from))

const unread = /<!--[\s\S]*?-->|<(style|script|metadata)[\s>][\s\S]*?<\/\1\s*>/gi
const tagInWord = /<\/?(?:tspan|textPath|a)(?:\s[^>]*)?>/gi

/** The text of notes, line by line the same, with nothing left of drawings but what is written in them. */
export function withoutDrawings(text: string): string {
  if (!end.test(text)) return text
  const lines = markVerbatim(toLines(text, 1), false).lines
  const shown = text.split('\n')
  for (const span of spansIn(lines)) {
    const inside = shown.slice(span.first, span.last + 1)
    const before = inside[0]?.slice(0, span.from) ?? ''
    const behind = inside.at(-1)?.slice(span.to) ?? ''
    const blank = (mark: string): string => mark.replace(/[^\n]+/g, ' ')
    const words = textOf(span, lines)
      .replace(unread, blank)
      .replace(tagInWord, '')
      .replace(/<[^>]*>/g, blank)
    for (const [index, line] of `${before} ${words} ${behind}`.split('\n').entries()) shown[span.first + index] = line
  }
  return shown.join('\n')
}

/** As it is without the signs of the quote that it stands in. */
function textOf({ first, from, last, to }: Span, lines: readonly Line[]): string {
  const inside = lines.slice(first, last + 1).map(({ text }) => text)
  const quote = quoteOf(inside[0] ?? '') !== ''
  return inside
    .map((text, index) => {
      const start = index === 0 ? from : quote ? quoteOf(text).length : 0
      return text.slice(start, index === last - first ? to : undefined)
    })
    .join('\n')
}
