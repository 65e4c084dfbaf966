/** Formulas that stand by themselves, between `$$`, `\[` and `\]` or in an environment → fences of `math`: their signs are TeX's, not Markdown's. */
import type { Finding } from '../../model/finding.js'
import { environmentOf, isFormula, isUnclosed } from '../formulas.js'
import { headingLevel, indentOf, isBlank, type Line, quoteOf, type Repair } from '../lines.js'

/** Nobody writes a longer formula; a lone `$$` further up is none. */
const mostLines = 80

export const fenceFormulas: Repair = (lines) => {
  const mended: Line[] = []
  const findings: Finding[] = []
  let index = 0
  while (index < lines.length) {
    const line = lines[index]
    if (line === undefined) break
    const empty = line.verbatim ? 0 : emptyFrom(lines, index)
    if (empty > 0) {
      for (const each of lines.slice(index, index + empty)) mended.push({ ...each, text: quoteOf(each.text) })
      findings.push({ code: 'formula-empty', place: { line: line.line }, facts: {} })
      index += empty
      continue
    }
    const found =
      line.verbatim || !/\$\$|\\\[|\\begin\{/.test(line.text)
        ? undefined
        : (formulaFrom(lines, index, line) ?? openFrom(lines, index, line))
    if (found === undefined) mended.push(line)
    else for (const fenced of asFence(found, roomOf(lines, index, line))) mended.push(fenced)
    if (found?.isOpen) findings.push({ code: 'formula-unclosed', place: { line: line.line }, facts: {} })
    index += found?.taken ?? 1
  }
  return { lines: mended, findings }
}

/** How many lines a formula takes that has nothing in it, not even a word of prose; 0 for none. */
function emptyFrom(lines: readonly Line[], at: number): number {
  const inside = (index: number): string => {
    const { text = '' } = lines[index] ?? {}
    return text.slice(quoteOf(text).length).trim()
  }
  const text = inside(at)
  if (/^(?:\$\$\s*\$\$|\\\[\s*\\\])$/.test(text)) return 1
  const end = text === '$$' ? '$$' : text === '\\[' ? '\\]' : undefined
  if (end === undefined) return 0
  for (let index = at + 1; index < Math.min(lines.length, at + mostLines); index++) {
    const below = inside(index)
    if (below !== '') return below === end ? index + 1 - at : 0
  }
  return 0
}

interface Found {
  /** What stands before it on its first line, and behind it on its last. */
  readonly before: Line | undefined
  readonly after: Line | undefined
  readonly tex: readonly Line[]
  readonly opener: Line
  readonly closer: Line
  readonly taken: number
  /** Nothing closes it. */
  readonly isOpen?: true
}

/** Slidev says behind the sign which lines matter, and when. */
export const linesOfFormula =
  /^\$\$[ \t]*\{(?=[^{}\n]*[|a])(?:[\d,*-]{1,40}|all|none|hide)?(?:\|(?:[\d,*-]{1,40}|all|none|hide)){0,40}\}(?:\{[^{}\n]{0,100}\})?[ \t]*$/

const marks = /^((?:[ \t]*>)*[ \t]*)((?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?)/

function formulaFrom(lines: readonly Line[], at: number, line: Line): Found | undefined {
  const [, quote = '', item = ''] = marks.exec(line.text) ?? []
  const text = line.text.slice(quote.length)
  const name = environmentOf(text.slice(item.length))
  if (name !== undefined) return environmentFrom(lines, at, line, name)
  const sign = /^(?:\$\$|\\\[)/.exec(text.slice(item.length))?.[0] ?? (/\$\$\s*$/.test(text) ? '$$' : undefined)
  if (sign !== '$$' && sign !== '\\[') return undefined
  // At the end of a line of prose it opens one that goes on below.
  const place = text.startsWith(sign, item.length) ? item.length : text.lastIndexOf(sign)
  const lead = text.slice(0, place)
  if (lead.includes('$')) return undefined
  const end = sign === '$$' ? '$$' : '\\]'
  const tex: Line[] = []
  for (let index = at; index < Math.min(lines.length, at + mostLines); index++) {
    const here = lines[index]
    if (here === undefined || (index > at && isOver(here, quote))) return undefined
    const inner =
      index === at
        ? text
            .slice(place)
            .replace(linesOfFormula, () => sign)
            .slice(2)
        : here.text.slice(quoteOf(here.text).length)
    const close = inner.indexOf(end)
    if (close < 0) {
      tex.push({ ...here, text: inner })
      continue
    }
    tex.push({ ...here, text: inner.slice(0, close) })
    // Quarto's name of it.
    const rest = inner.slice(close + 2).replace(/^[ \t]*\{#[\w:-]{1,80}\}/, '')
    const said = tex.map((each) => each.text).join('\n')
    // Within one line of prose it is read with it.
    if (!isFormula(said, sign) || (index === at && (rest.trim() !== '' || lead.slice(item.length).trim() !== '')))
      return undefined
    const before = lead.slice(item.length).trim() === '' && item === '' ? undefined : { ...line, text: quote + lead }
    const after = isBlank(rest) || /^\s*[.,;。，；]\s*$/.test(rest) ? undefined : { ...here, text: quote + rest.trim() }
    return { before, after, tex, opener: line, closer: here, taken: index - at + 1 }
  }
  return undefined
}

function environmentFrom(lines: readonly Line[], at: number, line: Line, name: string): Found | undefined {
  const [, quote = '', item = ''] = marks.exec(line.text) ?? []
  const end = `\\end{${name}}`
  const tex: Line[] = []
  for (let index = at; index < Math.min(lines.length, at + mostLines); index++) {
    const here = lines[index]
    if (here === undefined || (index > at && isOver(here, quote))) return undefined
    const inner =
      index === at ? here.text.slice(quote.length + item.length) : here.text.slice(quoteOf(here.text).length)
    const close = inner.indexOf(end)
    tex.push({ ...here, text: close < 0 ? inner : inner.slice(0, close + end.length) })
    if (close < 0) continue
    const rest = inner.slice(close + end.length)
    const before = item === '' ? undefined : { ...line, text: quote + item }
    const after = isBlank(rest) ? undefined : { ...here, text: quote + rest.trim() }
    return { before, after, tex, opener: line, closer: here, taken: index - at + 1 }
  }
  return undefined
}

/** One that is never closed ends with its paragraph: what follows is no part of it. */
function openFrom(lines: readonly Line[], at: number, line: Line): Found | undefined {
  const [, quote = '', item = ''] = marks.exec(line.text) ?? []
  const text = line.text.slice(quote.length + item.length)
  const sign = /^(?:\$\$|\\\[)/.exec(text)?.[0] ?? (environmentOf(text) ? '' : undefined)
  if (sign === undefined || text.includes('$$', 2) || text.includes('\\]')) return undefined
  const tex: Line[] = [{ ...line, text: text.slice(sign.length) }]
  for (let index = at + 1; index < Math.min(lines.length, at + mostLines); index++) {
    const here = lines[index]
    const inner = here?.text.slice(quoteOf(here.text).length) ?? ''
    if (here === undefined || isBlank(inner) || isOver(here, quote) || inner.includes('$$')) break
    tex.push({ ...here, text: inner })
  }
  if (!isUnclosed(tex.map((each) => each.text).join('\n'))) return undefined
  const before = item === '' ? undefined : { ...line, text: quote + item }
  const closer = tex.at(-1) ?? line
  return { before, after: undefined, tex, opener: line, closer, taken: tex.length, isOpen: true }
}

/** What no formula reaches over. */
const isOver = ({ text, verbatim }: Line, quote: string): boolean =>
  verbatim === true || headingLevel(text) > 0 || (quote.includes('>') && !quoteOf(text).includes('>'))

/** What lines need before them to stay in the quote and in the item that they are written in. */
function roomOf(lines: readonly Line[], at: number, { text }: Line): string {
  const quote = quoteOf(text)
  const [, , item = ''] = marks.exec(text) ?? []
  const inside = quote === '' ? '' : `${quote} `
  const indent = indentOf(text.slice(quote.length)).columns
  if (item !== '') return inside + ' '.repeat(indent + item.length)
  return inside + ' '.repeat(indent === 0 ? 0 : itemColumn(lines, at, indent))
}

/** Where the text of the item begins that a line indented so far stands in; 0 where it stands in none. */
function itemColumn(lines: readonly Line[], at: number, indent: number): number {
  for (let index = at - 1; index >= 0; index--) {
    const above = (lines[index]?.text ?? '').slice(quoteOf(lines[index]?.text ?? '').length)
    if (isBlank(above)) continue
    const [, space = '', marker = ''] = /^(\s*)((?:[-*+•·]|[（(]?\d{1,9}[.)）、])\s*)?/.exec(above) ?? []
    const column = indentOf(space).columns
    // Behind a marker alone on its line, the text begins a space further.
    if (marker !== '' && column < indent)
      return column + marker.trimEnd().length + (/\s+$/.exec(marker)?.[0].length || 1)
    if (column === 0) return 0
  }
  return 0
}

function asFence({ before, after, tex, opener, closer }: Found, room: string): readonly Line[] {
  const inside = tex.filter(({ text }) => !isBlank(text))
  const fenced = (line: Line, text: string): Line => ({ text: room + text, line: line.line, verbatim: true })
  return [
    ...(before ? [before] : []),
    fenced(opener, '```math'),
    ...inside.map((line) => fenced(line, line.text.trim())),
    fenced(closer, '```'),
    ...(after ? [after] : []),
  ]
}
