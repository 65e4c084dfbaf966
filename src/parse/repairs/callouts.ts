/** Boxes as a dozen tools write them (`::: tip`, `!!! note "Title"`, `> [!NOTE]` aside) → lines between two marks that the reader knows. */

import { calloutType } from '../../model/callouts.js'
import { pushAll } from '../../model/lists.js'
import { fencedLines } from '../fences.js'
import { indentOf, isBlank, type Line, type Repair } from '../lines.js'
import { endOfBlock } from '../origins/origin.js'
import { type CalloutHead, calloutEnd, calloutStart, quoteStart } from './calloutMarks.js'
import { colonHead, matchColons } from './colonCallouts.js'

/** In each other; deeper ones are text. */
const deepest = 8

const admonition =
  /^(!!!|\?\?\?\+?)[ \t]+([a-z\u3040-\u9fff][\w\u3040-\u9fff-]*)((?:[ \t]+(?:inline|end))*)(?:[ \t]+(\S.*?))?[ \t]*$/i
/** Kramdown's, as the themes of Jekyll have it: `{: .note }` above a paragraph or below it, `{: .note-title }` where its first line is one. */
const styled = /^ {0,3}\{:[ \t]*\.([a-z]+)(-title)?[ \t]*\}[ \t]*$/i
const gitlabQuote = /^>>>[ \t]*$/
/** Lines. */
const longestQuote = 400

const mayOpen = /^\s*(?::{3}|!{3} |\?{3}\+? |\{:|>>>)/

export const readCallouts: Repair = (lines) => ({
  lines: lines.some(({ text }) => mayOpen.test(text)) ? withCallouts(lines, deepest) : lines,
  findings: [],
})

function withCallouts(lines: readonly Line[], depth: number): readonly Line[] {
  const isCode = fencedLines(lines.map(({ text }) => text)).map((fenced) => fenced !== undefined)
  const ends = matchColons(lines, isCode)
  const read: Line[] = []
  let at = 0
  while (at < lines.length) {
    const line = lines[at]
    if (line === undefined) break
    const found = isCode[at] || depth === 0 ? undefined : calloutAt(lines, at, ends)
    if (found === undefined) {
      read.push(line)
      at++
      continue
    }
    const indent = line.text.slice(0, indentOf(line.text).length)
    const above = found.above > 0 ? read.splice(-found.above) : []
    const inner =
      found.indent === undefined ? found.inside : found.inside.map((each) => dedented(each, found.indent ?? 0, indent))
    const last = inner.at(-1)?.line ?? line.line
    read.push({ text: `${indent}${found.mark}`, line: above[0]?.line ?? line.line, verbatim: true })
    pushAll(read, [...above, ...withCallouts(inner, depth - 1)])
    read.push({
      text: `${indent}${calloutEnd}`,
      line: Math.max(last, lines[found.next - 1]?.line ?? last),
      verbatim: true,
    })
    at = found.next
  }
  return read
}

interface Callout {
  readonly mark: string
  readonly inside: readonly Line[]
  /** Columns that its lines are set in, where they are. */
  readonly indent?: number
  /** How many of the lines before it are in it. */
  readonly above: number
  readonly next: number
}

function calloutAt(lines: readonly Line[], at: number, ends: ReadonlyMap<number, number>): Callout | undefined {
  const text = lines[at]?.text ?? ''
  const head = text.trimStart()
  if (head.startsWith(':::')) {
    const end = ends.get(at)
    const said = end === undefined ? undefined : colonHead(head)
    if (end === undefined || said === undefined) return undefined
    const inside = lines.slice(at + 1, end)
    const closes = /^\s*:{3,}\s*$/.test(lines[end]?.text ?? '')
    return { ...titled(said, inside), above: 0, next: closes ? end + 1 : end }
  }
  if (/^(?:!!!|\?\?\?)/.test(head)) return admonitionAt(lines, at)
  if (gitlabQuote.test(text)) {
    const end = endOfBlock(lines, at + 1, gitlabQuote, longestQuote)
    return end === undefined
      ? undefined
      : { mark: quoteStart, inside: lines.slice(at + 1, end), above: 0, next: end + 1 }
  }
  return styledAt(lines, at)
}

/** Quarto's title may be the heading that it begins with. */
function titled({ type, title }: CalloutHead, inside: readonly Line[]): Pick<Callout, 'mark' | 'inside'> {
  const first = inside.findIndex((line) => !isBlank(line.text))
  const heading =
    title === '' ? /^ {0,3}#{1,6}[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*$/.exec(inside[first]?.text ?? '')?.[1] : undefined
  return heading === undefined
    ? { mark: calloutStart(type, title), inside }
    : { mark: calloutStart(type, heading), inside: inside.slice(first + 1) }
}

/** `!!! note "Title"`, `??? tip`, `???+ warning`: what is set in below it. `???` alone begins what the speaker says. */
function admonitionAt(lines: readonly Line[], at: number): Callout | undefined {
  const { length, columns } = indentOf(lines[at]?.text ?? '')
  const [, , name = '', , said = ''] = admonition.exec((lines[at]?.text ?? '').slice(length)) ?? []
  const [, quoted] = /^"(.*)"$/.exec(said) ?? []
  const type = calloutType(name)
  const isSetIn = (index: number): boolean => indentOf(lines[index]?.text ?? '').columns >= columns + 2
  let next = at + 1
  let first = next
  while (first < lines.length && isBlank(lines[first]?.text ?? '')) first++
  if (name === '' || (type === undefined && (quoted === undefined || !isSetIn(first)))) return undefined
  if (first < lines.length && isSetIn(first)) {
    for (let index = first; index < lines.length; index++) {
      if (isBlank(lines[index]?.text ?? '')) continue
      if (!isSetIn(index)) break
      next = index + 1
    }
  } else if (quoted === undefined && said !== '') return undefined
  // Some leave the indent out: what follows without a blank line is meant.
  else while (next < lines.length && !isBlank(lines[next]?.text ?? '')) next++
  const inside = lines.slice(at + 1, next)
  const own = inside.filter(({ text }) => !isBlank(text)).map(({ text }) => indentOf(text).columns)
  const indent = own.reduce((least, each) => Math.min(least, each), columns + 4)
  const title = quoted ?? said
  const named = type === undefined && title === '' ? name : title
  return { mark: calloutStart(type ?? 'note', named), inside, indent, above: 0, next }
}

function styledAt(lines: readonly Line[], at: number): Callout | undefined {
  const [, name = '', isTitled] = styled.exec(lines[at]?.text ?? '') ?? []
  const type = calloutType(name)
  if (type === undefined) return undefined
  const isText = (index: number): boolean =>
    !isBlank(lines[index]?.text ?? '') && !/^\s*[#{]/.test(lines[index]?.text ?? '')
  let above = 0
  while (at - above > 0 && isText(at - above - 1)) above++
  let next = at + 1
  if (above === 0) while (next < lines.length && isText(next)) next++
  if (above === 0 && next === at + 1) return undefined
  const text =
    above > 0
      ? []
      : lines.slice(at + 1, next).map((line) => ({ ...line, text: line.text.replace(/^ {0,3}>[ \t]?/, '') }))
  const [first, ...rest] = text
  if (isTitled && first) return { mark: calloutStart(type, first.text.trim()), inside: rest, above: 0, next }
  return { mark: calloutStart(type, ''), inside: text, above, next }
}

/** The same line, set in as the head of its callout is. */
function dedented(line: Line, columns: number, indent: string): Line {
  const { length, columns: own } = indentOf(line.text)
  return isBlank(line.text)
    ? line
    : { ...line, text: `${indent}${' '.repeat(Math.max(0, own - columns))}${line.text.slice(length)}` }
}
