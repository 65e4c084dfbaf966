/** Speaker notes and comments that say where they begin and end → what they say: tags, `::: notes`, `%%…%%`, `{>>…<<}`, `\note{…}`. */
import { indentOf, isBlank, type Line, quoteOf } from '../lines.js'
import type { Notebook, TakenNotes } from './notebook.js'
import { closingColons, colonsOfNotes, opensFence } from './spellings.js'
import { taggedNotes, withoutCode, withoutSpans } from './tags.js'

/** They reach no further: a lone `%%` far above another is no pair, nor is a brace. */
const mostLines = 60

export function delimitedNotes(notebook: Notebook, index: number): TakenNotes | undefined {
  const { lines, items } = notebook
  const text = lines[index]?.text ?? ''
  const tagged = text.includes('<') ? taggedNotes(lines, index, items) : undefined
  if (tagged !== undefined) return { ...tagged, origin: 'written' }
  return (
    (text.includes(':::') ? fencedNotes(notebook, index) : undefined) ??
    hiddenInLine(text) ??
    (text.includes('%%') ? hiddenByPercents(lines, index) : undefined) ??
    (text.includes('\\note') ? noteCommand(notebook, index) : undefined)
  )
}

/** The same in a row of a table, where nothing reaches from one cell into the next. */
export function notesInRow(notebook: Notebook, index: number): TakenNotes | undefined {
  const text = notebook.lines[index]?.text ?? ''
  const found = hiddenInLine(text, true) ?? (text.includes('\\note') ? noteCommand(notebook, index) : undefined)
  return found?.lines === 1 ? found : undefined
}

/** Open ones end with their slide. */
function fencedNotes({ lines, slides, items }: Notebook, index: number): TakenNotes | undefined {
  const text = lines[index]?.text ?? ''
  const quote = quoteOf(text)
  const colons = colonsOfNotes(text.slice(quote.length))
  const { columns } = indentOf(text)
  if (colons === 0 || (columns >= 4 && items.contentAt(columns) === undefined)) return undefined
  const inQuote = (line: Line): string =>
    quote === '' ? line.text : line.text.slice(quoteOf(line.text).length).replace(/^ /, '')
  const end = closing(lines, index, colons, quote) ?? slides.end(index)
  const inside = lines.slice(index + 1, end)
  const last = lines[end]
  const isClosed = last !== undefined && closingColons(last.text.slice(quoteOf(last.text).length)) > 0
  return {
    lines: inside.length + (isClosed ? 2 : 1),
    text: inside.map(inQuote),
    origin: 'written',
    before: quote,
    spelling: text.slice(quote.length).trim(),
  }
}

/** What closes them, with as many colons or with fewer; a heading of the next slide comes first where nothing does. */
function closing(lines: readonly Line[], index: number, colons: number, quote: string): number | undefined {
  let depth = 1
  let shorter: number | undefined
  for (let at = index + 1; at < lines.length; at++) {
    const line = lines[at]
    if (line === undefined || (quote !== '' && quoteOf(line.text) === '')) break
    if (line.verbatim || !line.text.includes(':::')) {
      if (!line.verbatim && /^ {0,3}#{1,6}[ \t]/.test(line.text)) break
      continue
    }
    const own = line.text.slice(quoteOf(line.text).length)
    const ends = closingColons(own)
    if (ends === colons || (ends > 0 && depth > 1)) {
      depth--
      if (depth === 0) return at
    } else if (ends > 0) shorter ??= at
    else if (opensFence(own)) depth++
  }
  return shorter
}

const loneMark = /^\s*%%\s*$/
/** Obsidian's, and what CriticMarkup calls a comment. */
const inLine = /%%(?!%)(?:[^%]|%(?!%))*?%%(?!%)|\{>>(?:[^<{]|<(?!<\})|\{(?!>>))*<<\}/g
const opensHere = /^\s*%%(?!%)\s*\S/
const endsHere = /(?<![%\d])%%\s*$/

function hiddenInLine(text: string, isRow = false): TakenNotes | undefined {
  if (!text.includes('%%') && !text.includes('{>>')) return undefined
  const found = [...withoutCode(text).matchAll(inLine)].find(({ 0: whole, index }) => {
    // `from 50%% to 100%%`
    const isPercentage = /[%\d]/.test(text[index - 1] ?? '') && /\d%%$/.test(whole)
    return text[index - 1] !== '%' && !isPercentage && !(isRow && whole.includes('|')) && !isBlank(unmarked(whole))
  })
  if (found === undefined) return undefined
  const to = found.index + found[0].length
  const said = unmarked(text.slice(found.index, to))
  return { lines: 1, text: [said], origin: 'comment', before: text.slice(0, found.index), behind: text.slice(to) }
}

const unmarked = (whole: string): string => (whole.startsWith('{') ? whole.slice(3, -3) : whole.slice(2, -2))

/** Obsidian's from one line to another. */
function hiddenByPercents(lines: readonly Line[], index: number): TakenNotes | undefined {
  const text = lines[index]?.text ?? ''
  if (!loneMark.test(text) && !opensHere.test(text)) return undefined
  const below = lines.slice(index + 1, index + mostLines)
  const place = below.findIndex((line) => (loneMark.test(text) ? loneMark.test(line.text) : endsHere.test(line.text)))
  if (place < 0) return undefined
  const inside = [text.replace(/^\s*%%/, ''), ...below.slice(0, place + 1).map((line) => line.text)]
  const said = inside.map((line, at) => (at === inside.length - 1 ? line.replace(/%%\s*$/, '') : line))
  return { lines: place + 2, text: said, origin: 'comment' }
}

const command = /\\note(?:<[^<>\n]{0,40}>)?(?:\[[^[\]\n]{0,40}\])?\{/

/** Beamer's; braces come in pairs. */
function noteCommand({ lines, slides }: Notebook, index: number): TakenNotes | undefined {
  const text = lines[index]?.text ?? ''
  const found = command.exec(withoutSpans(text))
  if (found === null) return undefined
  let depth = 1
  const said: string[] = []
  const end = Math.min(slides.end(index), index + mostLines)
  for (let at = index; at < end; at++) {
    const line = lines[at]?.text ?? ''
    const from = at === index ? found.index + found[0].length : 0
    for (let place = from; place < line.length; place++) {
      const sign = line[place]
      if (sign === '\\') place++
      else if (sign === '{') depth++
      else if (sign === '}') depth--
      if (depth > 0) continue
      const inside = [...said, line.slice(from, place)]
      const [before, behind] = [text.slice(0, found.index), line.slice(place + 1)]
      return { lines: at - index + 1, text: inside, origin: 'written', before, behind, spelling: '\\note{…}' }
    }
    said.push(line.slice(from))
  }
  return undefined
}
