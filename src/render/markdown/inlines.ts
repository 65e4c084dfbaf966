/** Inlines → Markdown on one line or several, escaped where it must be. */
import type { Inline, Length } from '../../model/notes.js'
import { formulaAt } from '../../parse/formulas.js'
import { attribute } from '../escape.js'
import { separator } from './context.js'
import { firstCharacter, lastCharacter, type Marks, marksOf } from './emphasis.js'
import { byNumber, type Company, companyIn, escapeText, inLink, longestRun } from './escape.js'

interface Writing {
  readonly company: Company
  /** Breaks may end a line; in headings and tables they can't. */
  readonly lines: boolean
  readonly within: readonly Inline['kind'][]
  /** The characters around the run. */
  readonly before: string
  readonly after: string
}

/** @param lines whether breaks may end a line @param company of the whole, when the inlines are a part of it */
export const writeInlines = (inlines: readonly Inline[], lines: boolean, company = companyIn(inlines)): string =>
  writeRun(inlines, { company, lines, within: [], before: '', after: '' })

function writeRun(inlines: readonly Inline[], writing: Writing): string {
  let written = ''
  for (const [index, inline] of inlines.entries()) {
    const previous = inlines[index - 1]
    const next = inlines[index + 1]
    if (previous?.kind === 'code' && inline.kind === 'code') written += separator
    const before = previous === undefined ? writing.before : written.slice(-1)
    const after = next === undefined ? writing.after : firstCharacter(next)
    if (inline.kind === 'break') written += writeBreak(previous, next, writing)
    else if (inline.kind === 'text' && previous?.kind === 'footnote' && inline.text.startsWith(':')) {
      // At the beginning of a line this would say what the footnote says.
      written += `\\:${escapeText(inline.text.slice(1), writing.company, ':', after)}`
    } else written += writeInline(inline, { ...writing, before, after })
  }
  return written
}

/** At the end of a line where it can: blanks around it would be lost there. */
function writeBreak(previous: Inline | undefined, next: Inline | undefined, { lines, within }: Writing): string {
  const touchesBlank = /\s/.test(lastCharacter(previous)) || /\s/.test(firstCharacter(next))
  const isInner = previous !== undefined && next !== undefined && next.kind !== 'break'
  return lines && isInner && !touchesBlank && !within.includes('link') ? '\\\n' : '<br>'
}

function writeInline(inline: Exclude<Inline, { kind: 'break' }>, writing: Writing): string {
  switch (inline.kind) {
    case 'text':
      return escapeText(inline.text, writing.company, writing.before, writing.after)
    case 'code':
      return writeCode(inline.text)
    case 'math':
      return writeFormula(inline.tex, writing)
    case 'image':
      return writeImage(inline)
    case 'footnote':
      return `[^${inline.label}]`
    case 'link':
      return writeLink(inline, writing)
    case 'ruby': {
      const text = (said: string): string => escapeText(said, writing.company, '>', '<')
      return `<ruby>${text(inline.base)}<rt>${text(inline.reading)}</rt></ruby>`
    }
    case 'abbreviation':
      return writeMarked(inline, { open: `<abbr title="${writeValue(inline.title)}">`, close: '</abbr>' }, writing)
    case 'strong':
    case 'em':
    case 'strike':
      return writeMarked(inline, marksOf(inline.kind, inline.children, writing), writing)
    case 'sup':
    case 'sub':
    case 'kbd':
    case 'mark':
    case 'small':
      return writeMarked(inline, { open: `<${inline.kind}>`, close: `</${inline.kind}>` }, writing)
    case 'step':
      return writeMarked(inline, { open: '<span class="fragment">', close: '</span>' }, writing)
    case 'lead':
    case 'unit':
    case 'between':
    case 'rest':
      return writeMarked(inline, { open: '', close: '' }, writing)
    case 'insert':
      return writeMarked(inline, { open: '<ins>', close: '</ins>' }, writing)
  }
}

function writeMarked(
  { kind, children }: Extract<Inline, { readonly children: readonly Inline[] }>,
  { open, close }: Marks,
  writing: Writing,
): string {
  const within = [...writing.within, kind]
  return `${open}${writeRun(children, { ...writing, within, before: open.slice(-1), after: close.charAt(0) })}${close}`
}

/** The value of an attribute of HTML, between double quotes. */
export const writeValue = (text: string): string => text.replace(/[&"<>\n]/g, (character) => byNumber(character))

/** Between dollars where they are read as such there. */
function writeFormula(tex: string, { before, after }: Writing): string {
  const dollars = `${before}$${tex}$`
  const found = formulaAt(dollars + after, before.length)
  return found?.tex === tex && found.end === dollars.length ? `$${tex}$` : `\\(${tex}\\)`
}

/** Between more backticks than stand in a row inside. */
function writeCode(text: string): string {
  const fence = '`'.repeat(longestRun(text, '`') + 1)
  const padded = /^`|`$|^ (?=.*[^ ]).* $/.test(text) ? ` ${text} ` : text
  return `${fence}${padded}${fence}`
}

/**
 * One that is to be of some size as HTML, as no two readers agree on another way.
 * @param title '' for none
 */
export function writeImage({ src, alt, size }: ShownImage, title = ''): string {
  if (size !== undefined || /\|\s*\d/.test(alt)) return writeImgTag({ src, alt, ...(size && { size }) }, title)
  const company: Company = {
    brackets: true,
    formulas: true,
    dollars: true,
    equals: true,
    tildes: true,
    carets: true,
    pluses: true,
  }
  const quoted =
    title === '' ? '' : ` "${escapeLiteral(title).replaceAll('"', '\\"').replaceAll('\n', byNumber('\n'))}"`
  return `![${escapeText(alt, company, '', '')}](${writeAddress(src)}${quoted})`
}

type ShownImage = Pick<Extract<Inline, { kind: 'image' }>, 'src' | 'alt' | 'size'>

function writeImgTag({ src, alt, size = {} }: ShownImage, title: string): string {
  const named = (name: string, value: string): string =>
    // What is Markdown's elsewhere means nothing inside of a tag, but the bar of a table does.
    attribute(name, value || undefined)
      .replaceAll('|', '&#124;')
      .replaceAll('\n', '&#10;')
  const styles = Object.entries(size).flatMap(([name, { of, amount }]: [string, Length]) =>
    of === 'px' ? [] : [of === 'self' ? `zoom:${amount}` : `${name}:${rounded(amount * 100)}%`],
  )
  const pixels = Object.entries(size).map(([name, { of, amount }]: [string, Length]) =>
    of === 'px' ? named(name, String(rounded(amount))) : '',
  )
  const words = named('alt', alt) + named('title', title)
  return `<img${named('src', src)}${words}${pixels.join('')}${named('style', styles.join(';'))}>`
}

const rounded = (number: number): number => Math.round(number * 1e6) / 1e6

const webAddress = /^(?:https?|mailto):[^\s<>\u0000-\u0020]+$/i

function writeLink({ href, children }: Extract<Inline, { kind: 'link' }>, writing: Writing): string {
  const inner = { ...writing, company: inLink(writing.company), within: [...writing.within, 'link' as const] }
  if (writing.within.includes('link')) {
    // Links in links are not Markdown, but HTML reads them.
    const quote = href.includes('"') ? "'" : '"'
    return `<a href=${quote}${href}${quote}>${writeRun(children, { ...inner, before: '>', after: '<' })}</a>`
  }
  const [only, more] = children
  const isItsOwnText = more === undefined && only?.kind === 'text' && only.text === href
  if (isItsOwnText && webAddress.test(href)) return `<${href}>`
  return `[${writeRun(children, { ...inner, before: '[', after: ']' })}](${writeAddress(href)})`
}

/** Blanks and brackets need the other form. */
export function writeAddress(address: string): string {
  const literal = escapeLiteral(address)
  return /[\s()<>]/.test(address) || address === '' ? `<${literal.replace(/[<>]/g, '\\$&')}>` : literal
}

/** In addresses and titles only backslashes and entities mean something. */
const escapeLiteral = (text: string): string =>
  text.replace(/\\(?=[!-/:-@[-`{-~]|$)|&(?=#[x\d]|[a-z][a-z\d]*;)/gi, '\\$&')
