/** The source of notes, line by line → the words a reader should find in the deck: those that plain CommonMark and HTML show. */

import { asLabel } from '../parse/blocks/marks.js'
import { fencedLines } from '../parse/fences.js'
import { withoutDrawings } from '../parse/html/drawings.js'
import { type Definitions, type PlainBlock, type PlainPiece, plainInline, plainReading } from '../parse/plainReading.js'
import { uncut } from '../parse/repairs/foldText.js'
import { readMarker } from '../parse/repairs/markers.js'
import { type HtmlPiece, htmlText } from './htmlText.js'
import { unshown, withoutLeftOut } from './leftOut.js'
import { wordsIn } from './wordList.js'

type Words = readonly string[]

export interface SourceLine {
  /** From 1. */
  readonly line: number
  /** The words of the line, in one or more readings: where the text is ambiguous, any of them will do. */
  readonly readings: readonly Words[]
  /** Further ones, for what a repair may have read in another way than CommonMark: code that is prose, a fence that never closes. */
  readonly repaired: () => readonly Words[]
}

/**
 * @param bodyLine the first line behind the front matter
 * @yields a line for every line with words, in order
 */
export function* sourceWords(text: string, bodyLine: number): Generator<SourceLine> {
  const lines = withWholeWords(withoutLeftOut(withoutDrawings(text)).split('\n'))
  const body = lines.map((line, index) => (index + 1 < bodyLine ? '' : line)).join('\n')
  for (const block of plainReading(body)) {
    for (const [line, shown] of linesOf(block)) {
      const written = lines[line - 1] ?? ''
      const texts = shown.flatMap((text) => [withoutSigns(text, written), text])
      const readings = readingsOf(texts)
      if (readings.some(({ length }) => length > 0)) yield { line, readings, repaired: () => repairedReadings(written) }
    }
  }
}

/** Words that were cut at the end of a line, whole; code is as it is. */
function withWholeWords(written: readonly string[]): readonly string[] {
  const lines: string[] = []
  const fenced = fencedLines(written)
  let last = 0
  for (const [index, line] of written.entries()) {
    const whole = fenced[index] === undefined ? uncut(lines[last] ?? '', line) : undefined
    if (whole !== undefined) lines[last] = whole[0]
    if (whole?.[1] !== '') last = lines.length
    lines.push(whole?.[1] ?? line)
  }
  return lines
}

/** What each line shows: pieces of text that a mark or a tag parts inside a word, together and apart. */
function linesOf(block: PlainBlock): ReadonlyMap<number, readonly string[]> {
  if (block.from === 'definition') return strayDefinitions(block)
  const lines = new Map<number, { apart: string; joined: string; isRaised: boolean }>()
  const shown = asidesLast(withoutUnshown(block.pieces)).flatMap(({ kind, text, line }): readonly HtmlPiece[] =>
    kind === 'html' ? htmlText(block.from === 'html' ? withoutLanguages(text) : text, line) : [{ kind, text, line }],
  )
  for (const { kind, text, line } of shown) {
    if (kind === 'text' && text === '') continue
    const now = lines.get(line) ?? { apart: '', joined: '', isRaised: false }
    lines.set(line, now)
    // A power that is read as the next figures of its number would be another number.
    const isPower = now.isRaised && /\d$/.test(now.joined.slice(-1)) && /^[-+−]?\d/.test(text)
    now.apart += kind === 'text' ? text : ' '
    now.joined += kind === 'end' || isPower ? ` ${text}` : text
    now.isRaised = kind === 'power'
  }
  const texts = new Map([...lines].map(([line, { apart, joined }]) => [line, [joined, apart]]))
  if (block.from === 'indented')
    for (const { text, line } of block.pieces) if (linked.test(text)) texts.set(line, [asProse(text), text])
  return texts
}

/** Right below HTML a fence is one of its lines for CommonMark, and code here. */
const withoutLanguages = (html: string): string => html.replace(/^([ \t]*(?:`{3,}|~{3,}))[ \t]*[\w+#-]+[ \t]*$/gm, '$1')

const linked = /\]\(|\]\[|^\s*\[[^\]]+\]:\s/

/** What is set in below a term is code for CommonMark, and text that links lead away from here. */
function asProse(text: string): string {
  const shown = text.replace(/^\s*\[[^\]]+\]:\s+[^\s].*$/, '').replace(/\]\[[^[\]]*\]/g, ']()')
  return plainInline(shown)
    .map((piece) => (piece.kind === 'text' ? piece.text : ''))
    .join('')
}

/** What the speaker says is no part of the word that it stands in: `un<aside class="notes">…</aside>forgotten`. */
function asidesLast(pieces: readonly PlainPiece[]): readonly PlainPiece[] {
  const isTag = ({ kind, text }: PlainPiece, begin: RegExp): boolean => kind === 'html' && begin.test(text)
  const last = pieces.findLastIndex((piece) => isTag(piece, /^<\/aside/i))
  if (last < 0) return pieces
  const asides: PlainPiece[] = []
  let isInside = false
  const text = pieces.filter((piece, index) => {
    if (index <= last && isTag(piece, /^<aside\s/i)) isInside = true
    if (isInside) asides.push(piece)
    const isText = !isInside
    if (isTag(piece, /^<\/aside/i)) isInside = false
    return isText
  })
  return [...text, ...asides]
}

const tag = /^<(\/?)([a-z][\w.-]*)/i

/** What stands in a paragraph between `<video>` and `</video>` and the like goes with them. */
function withoutUnshown(pieces: readonly PlainPiece[]): readonly PlainPiece[] {
  if (!pieces.some(({ kind }) => kind === 'html')) return pieces
  const ends = new Map<string, number>()
  for (const [index, { kind, text }] of pieces.entries()) {
    const [, slash, name = ''] = (kind === 'html' && tag.exec(text)) || []
    if (slash && unshown.has(name.toLowerCase())) ends.set(name.toLowerCase(), index)
  }
  if (ends.size === 0) return pieces
  let until = -1
  return pieces.filter(({ kind, text }, index) => {
    if (index <= until) return false
    const name = ((kind === 'html' && tag.exec(text)?.[2]) || '').toLowerCase()
    until = ends.get(name) ?? until
    return true
  })
}

/** `[Note]:` above a word is a definition, and the word would be lost: what leads nowhere is meant as text. */
function strayDefinitions({ pieces, called }: Definitions): ReadonlyMap<number, readonly string[]> {
  const stray = new Map<number, readonly string[]>()
  let isStray = false
  for (const [index, { text, line }] of pieces.entries()) {
    if (/^[ \t>]*(?:[-*+][ \t]+)?\[/.test(text)) {
      const rest = `${text}\n${pieces[index + 1]?.text ?? ''}`
      const [, label = '', address] = /\[([^[\]]*)\]:[\s>]*(\S+)/.exec(rest.slice(0, 4000)) ?? []
      isStray = address !== undefined && !/[/.#:<]/.test(address) && !called.has(asLabel(label))
    }
    if (isStray) stray.set(line, [text])
  }
  return stray
}

const mostSigns = 60
const otherSign = /^(?:>|[#＃]{1,6}|\[[ xX\-/<>?!*]\](?=\s)|\[![^\]\n]{1,70}\])/

/** What a line shows without the signs before its text that CommonMark does not know (`1）`, `a.`, `❶`), and the deck does. */
function withoutSigns(shown: string, written: string): string {
  let text = shown.trimStart()
  let rest = written
  for (let count = 0; count < mostSigns; count++) {
    rest = rest.trimStart()
    const other = otherSign.exec(rest)?.[0]
    const marker = other === undefined ? readMarker(rest) : undefined
    const sign = other ?? marker?.written
    if (sign === undefined || sign === '') break
    rest = rest.slice(marker?.length ?? sign.length)
    if (text.startsWith(sign)) text = text.slice(sign.length).trimStart()
  }
  return text
}

const fence = /^(?:`{3,}|~{3,})[ \t]*\{?\.?[^\s{},=]*/

/** A line by itself: as prose, with and without its signs, as the beginning of code, and to the letter. */
function repairedReadings(written: string): readonly Words[] {
  const alone = linesOf({ from: 'prose', pieces: plainInline(written.trim()) })
  const texts = [...alone.values()].flat().flatMap((text) => [withoutSigns(text, written), text])
  const opened = texts.filter((text) => fence.test(text)).map((text) => text.replace(fence, ''))
  return readingsOf([...texts, ...opened, written])
}

const readingsOf = (texts: readonly string[]): readonly Words[] =>
  [...new Set(texts.map((text) => text.trim()))].map(wordsIn)
