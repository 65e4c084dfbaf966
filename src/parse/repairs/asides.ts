/**
 * reveal.js's speaker notes, `<aside class="notes">…</aside>` → HTML comments: kept for the speaker, never shown. Those that
 * stand on lines of their own, and those that hold a blank line, which would end them for Markdown, wherever they begin: in an
 * item, in a quote, behind text. Others are read as the HTML they are (html.ts).
 */
import { isForSpeaker } from '../html/elements.js'
import { readTag, withoutTags } from '../html/tags.js'
import { headingLevel, indentOf, isBlank, type Line, quoteOf, type Repair } from '../lines.js'
import { ItemColumns } from './itemColumns.js'

const opening = /<aside\b[^<>]{0,400}>/gi
const closing = /<\/aside\s*>/i
const code = /\\.|(`+)(?!`).*?[^`]\1(?!`)/gu
/** Nobody's line of prose: not looked through for tags. */
const longest = 4000

/** One that opens in a line and ends in it or further down. */
interface Aside {
  readonly before: string
  readonly tag: string
  readonly lines: readonly Line[]
}

export const hideAsides: Repair = (lines) => {
  const mended: Line[] = []
  const items = new ItemColumns()
  const lastClose = lines.findLastIndex(({ text }) => closing.test(text))
  let index = 0
  while (index < lines.length) {
    const line = lines[index]
    if (line === undefined) break
    items.take(line)
    const aside = index <= lastClose && !line.verbatim ? asideAt(lines, index, items) : undefined
    if (aside === undefined) {
      mended.push(line)
      index++
      continue
    }
    for (const one of asComment(aside, line, items, mended.at(-1))) mended.push(one)
    index += aside.lines.length
  }
  return { lines: mended, findings: [] }
}

/** The last one of a line is the one that may go on below it. */
function asideAt(lines: readonly Line[], index: number, items: ItemColumns): Aside | undefined {
  const text = lines[index]?.text ?? ''
  if (text.length > longest || !text.includes('<')) return undefined
  const found = [...text.replace(code, (run) => 'x'.repeat(run.length)).matchAll(opening)]
  const place = found.find(({ index }) => isBlank(text.slice(0, index))) ?? found.at(-1)
  const tag = place === undefined ? undefined : readTag(place[0])
  const end =
    tag !== undefined && !tag.closes && isForSpeaker(tag) ? endOf(lines, index, text.slice(place?.index)) : undefined
  if (place === undefined || end === undefined) return undefined
  const aside = { before: text.slice(0, place.index), tag: place[0], lines: lines.slice(index, end + 1) }
  const { columns } = indentOf(aside.before)
  const standsAlone = isBlank(aside.before) && columns < 4
  const isCode = isBlank(aside.before) && columns >= 4 && items.contentAt(columns) === undefined
  const isTorn = aside.lines.some((line) => isBlank(unquoted(line.text)))
  return standsAlone || (isTorn && !isCode) ? aside : undefined
}

/** One that a heading comes before was never closed: slides must not go with it. */
function endOf(lines: readonly Line[], from: number, first: string): number | undefined {
  for (let index = from; index < lines.length; index++) {
    const line = lines[index]
    if (line === undefined || (index > from && !line.verbatim && headingLevel(line.text) > 0)) return undefined
    const text = index === from ? first : line.text
    if (closing.test(text)) return index
    if (index > from && text.search(opening) >= 0) return undefined
  }
  return undefined
}

/** Every line of it begins where its item or quote goes on, and what stands behind its end goes on below it. */
function asComment({ before, tag, lines }: Aside, opens: Line, items: ItemColumns, above: Line | undefined) {
  const quote = quoteOf(before)
  const isQuoted = quote !== ''
  const column = isQuoted ? 0 : indentOf(before).columns
  const hasText = !isBlank(before.slice(quote.length))
  const content = items.contentAt(hasText && !isQuoted ? Number.POSITIVE_INFINITY : column)
  const margin = isQuoted ? quote : ' '.repeat(content ?? Math.min(column, 3))
  const last = lines.length - 1
  let behind = ''
  const said = lines.map((line, index): Line => {
    let text = index === 0 ? line.text.slice(before.length + tag.length) : line.text
    if (index > 0 && isQuoted) text = unquoted(text).replace(/^ /, '')
    if (index === last) {
      const close = closing.exec(text)
      behind = text.slice((close?.index ?? 0) + (close?.[0].length ?? 0)).trim()
      text = text.slice(0, close?.index)
    }
    // A comment in a comment would end it, and so would an arrow, however long.
    const words = withoutComments(line.verbatim ? text : withoutTags(text)).replace(/(?<!-)-{2,}>/g, '->')
    const inside = `${index === 0 ? '<!-- ' : ''}${words}${index === last ? ' -->' : ''}`
    return { ...line, text: within(margin, isQuoted, inside), verbatim: true }
  })
  const line = lines.at(-1)?.line ?? opens.line
  // What begins above, HTML too, ends here.
  const isFree = !hasText && (above === undefined || isBlank(unquoted(above.text)))
  const gap = isFree || lines.length === 1 ? [] : [{ text: margin.trimEnd(), line: opens.line }]
  const text = hasText ? [{ ...opens, text: before.trimEnd() }] : []
  const rest = behind === '' ? [] : [{ text: within(margin, isQuoted, behind), line }]
  return [...text, ...gap, ...said, ...rest]
}

const unquoted = (text: string): string => text.slice(quoteOf(text).length)

function within(margin: string, isQuoted: boolean, text: string): string {
  if (isQuoted) return `${margin} ${text}`
  const { columns, length } = indentOf(text)
  return columns < margin.length ? margin + text.slice(length) : text
}

/** Looked for up to the last end of one: what opens behind it closes nowhere. */
function withoutComments(text: string): string {
  const end = text.lastIndexOf('-->')
  return end < 0 ? text : text.slice(0, end + 3).replace(/<!--(.*?)-->/g, '$1') + text.slice(end + 3)
}
