/**
 * `<aside class="notes">…</aside>` and `<div class="notes">…</div>` in lines → where they begin and end: those that stand on lines
 * of their own, and those that hold a blank line, which would end them for Markdown, wherever they begin: in an item, in a quote,
 * behind text. Others are read as the HTML they are (html.ts).
 */
import { isForSpeaker } from '../html/elements.js'
import { readTag, withoutTags } from '../html/tags.js'
import { headingLevel, indentOf, isBlank, type Line, quoteOf } from '../lines.js'
import type { ItemColumns } from '../repairs/itemColumns.js'

const opening = /<(?:aside|div|details|section)\b[^<>]{0,400}>/gi
/** From where a run of backticks begins: else each of them would look for its end. */
const code = /(?<!(?<!\\)`)(`+)(?!`).*?[^`]\1(?!`)/gu
const codeOrEscaped = new RegExp(`\\\\.|${code.source}`, 'gu')

/** One that opens in a line and ends in it or further down. */
export interface TaggedNotes {
  /** In front of it on its first line, and behind it on its last. */
  readonly before: string
  readonly behind: string
  readonly lines: number
  readonly text: readonly string[]
}

/** What code shows, or is escaped, is no sign: the same text with other letters there. */
export const withoutCode = (text: string): string => text.replace(codeOrEscaped, asLetters)
/** The same for signs that begin with `\` themselves. */
export const withoutSpans = (text: string): string => text.replace(code, asLetters)
const asLetters = (run: string): string => 'x'.repeat(run.length)

/** The last one of a line is the one that may go on below it. */
export function taggedNotes(lines: readonly Line[], index: number, items: ItemColumns): TaggedNotes | undefined {
  const text = lines[index]?.text ?? ''
  if (!/<(?:aside|div|details|section)\b/i.test(text)) return undefined
  const found = [...withoutCode(text).matchAll(opening)].filter(({ 0: written }) => {
    const tag = readTag(written)
    return tag !== undefined && !tag.closes && isForSpeaker(tag)
  })
  const place = found.find(({ index }) => isBlank(text.slice(0, index))) ?? found.at(-1)
  if (place === undefined) return undefined
  const before = text.slice(0, place.index)
  const name = /\w+/.exec(place[0])?.[0] ?? ''
  const end = endOf(lines, index, before.length + place[0].length, name)
  if (end === undefined) return undefined
  const inside = lines.slice(index, end.line + 1)
  const { columns } = indentOf(before)
  const standsAlone = isBlank(before) && columns < 4
  const isCode = isBlank(before) && columns >= 4 && items.contentAt(columns) === undefined
  const isTorn = inside.some((line) => isBlank(unquoted(line.text)))
  if (!standsAlone && (!isTorn || isCode)) return undefined
  const isQuoted = quoteOf(before) !== ''
  const said = inside.map((line, at) => {
    const whole = at === inside.length - 1 ? line.text.slice(0, end.from) : line.text
    const own =
      at === 0 ? whole.slice(before.length + place[0].length) : isQuoted ? unquoted(whole).replace(/^ /, '') : whole
    return line.verbatim ? own : withoutTags(own)
  })
  return { before, behind: (inside.at(-1)?.text ?? '').slice(end.to), lines: inside.length, text: said }
}

/** One that a heading comes before was never closed: slides must not go with it. */
function endOf(lines: readonly Line[], first: number, from: number, name: string) {
  const mark = new RegExp(`<(/?)${name}\\b[^<>]{0,400}>`, 'gi')
  let depth = 1
  for (let index = first; index < lines.length; index++) {
    const line = lines[index]
    if (line === undefined || (index > first && !line.verbatim && headingLevel(line.text) > 0)) return undefined
    if (!line.text.includes('<')) continue
    mark.lastIndex = index === first ? from : 0
    for (let found = mark.exec(line.text); found !== null; found = mark.exec(line.text)) {
      const tag = found[1] === '/' ? undefined : readTag(found[0])
      if (tag !== undefined && isForSpeaker(tag)) return undefined
      depth += found[1] === '/' ? -1 : 1
      if (depth === 0) return { line: index, from: found.index, to: mark.lastIndex }
    }
  }
  return undefined
}

const unquoted = (text: string): string => text.slice(quoteOf(text).length)
