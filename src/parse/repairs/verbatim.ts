/** Lines → the same lines, with those inside fences, HTML comments and tables marked as not to be touched. */

import { cellsOf } from '../../model/cells.js'
import type { Finding } from '../../model/finding.js'
import { guardBars } from '../formulas.js'
import { headingLevel, indentOf, isBlank, type Line, type Mended, quoteOf } from '../lines.js'
import { withoutCode } from '../speaker/tags.js'
import { endTable } from './belowTable.js'
import { guardCode, guardSizes } from './codeBars.js'

interface Fence {
  readonly mark: string
  readonly columns: number
  readonly quoted: boolean
  readonly at: number
}

const fenceStart = /^(\s*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*)((?:>[ \t]?)*)(`{3,}(?=[^`]*$)|~{3,})/
const delimiterRow = /^[ \t]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/
/** A fence with a language: no fence ends so, and none is in another of its kind. */
const opensCode = /^(?:`{3,}|~{3,})[ \t]*[a-z]/i
const rawEnd = /<\/(?:script|style|pre|textarea)>/i
const rawStart = /^ {0,3}<(script|style|pre|textarea)(?=[\s>]|$)/i

/**
 * Marks lines that other repairs leave alone, and closes what was left open: a fence before the next heading (else it
 * would swallow the rest of the talk), a comment at the end of its line, a script by making its first mark plain text.
 */
export const markVerbatim = (lines: readonly Line[], repair: boolean): Mended => {
  const marked: Line[] = []
  const findings: Finding[] = []
  const lastComment = lines.findLastIndex((line) => line.text.includes('-->'))
  const lastRaw = lines.findLastIndex((line) => rawEnd.test(line.text))
  const opened = new Map<string, { line: number; count: number }>()
  let index = 0
  while (index < lines.length) {
    const line = lines[index]
    if (line === undefined) break
    const fence = fenceAt(line.text, index)
    const end = fence === undefined ? otherEnd(lines, index, { lastComment, lastRaw }) : fenceEnd(lines, fence)
    if (end === undefined) {
      marked.push(repair && opensComment(lines, index) ? { ...line, text: `${line.text} -->` } : line)
      index++
      continue
    }
    if (fence !== undefined && !end.closed) {
      findings.push({ code: 'fence-unclosed', place: { line: line.line }, facts: {} })
    }
    if (fence === undefined && !end.closed) {
      if (repair) {
        opened.set(end.tag, {
          line: opened.get(end.tag)?.line ?? line.line,
          count: (opened.get(end.tag)?.count ?? 0) + 1,
        })
        marked.push({ ...line, text: closedAtOnce(line.text) })
      } else marked.push({ ...line, text: line.text.replace('<', '\\<') })
      index++
      continue
    }
    const stop = fence !== undefined && !end.closed && repair ? beforeHeading(lines, index, end.stop) : end.stop
    const margin = fence !== undefined && end.closed && repair ? marginIn(lines.slice(index + 1, stop), fence) : ''
    const width = end.tag === TABLE ? cellsOf(line.text).length : 0
    for (let first = index; index < stop; index++) {
      const inside = lines[index]
      if (inside === undefined) break
      const text = index === first ? inside.text : within(inside.text, margin)
      const isRow = end.tag === TABLE
      marked.push({
        ...inside,
        verbatim: true,
        ...(isRow ? { isRow } : fence ? { isCode: true } : {}),
        text: isRow ? guardCode(guardSizes(guardBars(text)), width) : text,
      })
    }
    if (fence !== undefined && stop !== end.stop) {
      marked.push({ text: fence.mark, line: lines[stop - 1]?.line ?? line.line, verbatim: true })
    }
    if (end.tag === TABLE && repair) endTable(lines, stop, marked, findings)
  }
  for (const [tag, { line, count }] of opened) {
    findings.push({ code: 'html-dropped', place: { line }, facts: { tag, count } })
  }
  return { lines: marked, findings }
}

/** What a comment says is the speaker's, as far as anyone can tell. */
const closedAtOnce = (text: string): string =>
  /^ {0,3}<!--/.test(text) ? `${text} -->` : text.replace(/<[a-z]+[^>]*>?/i, '')

/** Lines. */
const longestComment = 200

/** Behind text, a comment that its paragraph does not end is meant to end with its line. */
function opensComment(lines: readonly Line[], index: number): boolean {
  const text = lines[index]?.text ?? ''
  const open = text.lastIndexOf('<!--')
  if (open < 0 || text.includes('-->', open) || withoutCode(text).lastIndexOf('<!--') !== open) return false
  for (let at = index + 1; at < index + longestComment; at++) {
    const below = lines[at]?.text ?? ''
    if (below.includes('-->')) return false
    if (isBlank(below)) break
  }
  return true
}

interface End {
  readonly stop: number
  readonly closed: boolean
  readonly tag: string
}

const fenceAt = (text: string, at: number): Fence | undefined => {
  const match = fenceStart.exec(text)
  if (match === null) return undefined
  return { mark: match[3] ?? '', columns: (match[1] ?? '').length, quoted: (match[2] ?? '') !== '', at }
}

const fenceEnd = (lines: readonly Line[], fence: Fence): End => {
  const character = fence.mark[0] ?? '`'
  const close = new RegExp(`^\\s*(?:>[ \\t]?)*\\${character}{${fence.mark.length},}[ \\t]*$`)
  for (let index = fence.at + 1; index < lines.length; index++) {
    const text = lines[index]?.text ?? ''
    if (close.test(text)) return { stop: index + 1, closed: true, tag: '' }
    const left = fence.quoted
      ? !/^ {0,3}>/.test(text)
      : fence.columns > 1 &&
        !isBlank(text) &&
        indentOf(text).columns === 0 &&
        (opensCode.test(text) || !closesLater(lines, index, close))
    if (left) return { stop: index, closed: fence.quoted, tag: '' }
  }
  return { stop: lines.length, closed: false, tag: '' }
}

/** What code needs in front of it to stay in the item whose marker its fence stands behind. */
const marginIn = (code: readonly Line[], { columns, quoted }: Fence): string =>
  !quoted && code.some(({ text }) => !isBlank(text) && indentOf(text).columns < Math.min(columns, 2))
    ? ' '.repeat(columns)
    : ''

const within = (text: string, margin: string): string => (isBlank(text) ? text : margin + text)

/** Code in a list item is often not indented at all; only a fence that never closes has ended with its item. */
const closesLater = (lines: readonly Line[], from: number, close: RegExp): boolean =>
  lines.slice(from, from + 400).some((line) => close.test(line.text))

interface LastCloses {
  readonly lastComment: number
  readonly lastRaw: number
}

const otherEnd = (lines: readonly Line[], at: number, last: LastCloses): End | undefined => {
  const text = lines[at]?.text ?? ''
  if (/^ {0,3}<!--/.test(text)) return closing(lines, at, /-->/, '!--', last.lastComment)
  const raw = rawStart.exec(text)?.[1]?.toLowerCase()
  if (raw !== undefined) return closing(lines, at, rawEnd, raw, last.lastRaw)
  const quote = quoteOf(text)
  if (text.includes('|') && isDelimiterRow(lines[at + 1]?.text, quote))
    return { stop: tableEnd(lines, at), closed: true, tag: TABLE }
  return undefined
}

const TABLE = 'table'

const closing = (lines: readonly Line[], at: number, mark: RegExp, tag: string, last: number): End => {
  for (let index = at; index <= last; index++) {
    if (mark.test(lines[index]?.text ?? '')) return { stop: index + 1, closed: true, tag }
  }
  return { stop: lines.length, closed: false, tag }
}

const isDelimiterRow = (text: string | undefined, quote: string): boolean =>
  text?.includes('|') === true && text.startsWith(quote) && delimiterRow.test(text.slice(quote.length))

const tableEnd = (lines: readonly Line[], at: number): number => {
  const quote = quoteOf(lines[at]?.text ?? '')
  const isRow = ({ text }: Line): boolean => text.includes('|') && quoteOf(text) === quote
  let index = at + 2
  for (let line = lines[index]; line !== undefined && isRow(line); line = lines[index]) index++
  return index
}

const beforeHeading = (lines: readonly Line[], from: number, stop: number): number => {
  for (let index = from + 1; index < stop; index++) {
    const text = lines[index]?.text ?? ''
    if (headingLevel(text) > 1 && isBlank(lines[index - 1]?.text ?? '')) return index
  }
  return stop
}
