/** Blocks → lines of Markdown, one blank line between two of them, and a comment where two would be read as one. */
import { most } from '../../model/lists.js'
import type {
  Aside,
  Block,
  Callout,
  Columns,
  Definitions,
  Footnote,
  Formula,
  Heading,
  Media,
  Paragraph,
  Quote,
} from '../../model/notes.js'
import { plainText } from '../../model/text.js'
import { isFormula } from '../../parse/formulas.js'
import { isPlaceholder } from '../../parse/placeholders.js'
import { repeatsHeading } from '../../parse/repeats.js'
import { titleOf, writeCode } from './code.js'
import { wrapBeforeColon } from './colons.js'
import { type Context, indent, separator } from './context.js'
import { companyIn, escapeText, withoutUnprintable } from './escape.js'
import { writeAddress, writeImage, writeInlines, writeValue } from './inlines.js'
import { type LinePlace, protectLine } from './lineStart.js'
import { isMarkedByText, type ListForm, listForm, writeList } from './lists.js'
import { writeTable } from './tables.js'

export const contextOf = (place: LinePlace, closedNumbers: boolean): Context => ({
  place,
  closedNumbers,
  inner: (blocks, inside) => writeBlocks(blocks, contextOf(inside, closedNumbers)),
})

export function writeBlocks(blocks: readonly Block[], context: Context): readonly string[] {
  const lines: string[] = []
  let form: ListForm | undefined
  for (const [index, block] of blocks.entries()) {
    const before = blocks[index - 1]
    const next = blocks[index + 1]
    if (next && titleOf(block, next) !== undefined) continue
    form = block.kind === 'list' ? listForm(block, before?.kind === 'list' ? form : undefined, context) : undefined
    if (lines.length > 0) lines.push('')
    if (before !== undefined && wouldJoin(before, block, context)) lines.push(separator, '')
    for (const line of writeBlock(block, { before, next }, form, context)) lines.push(line)
  }
  return lines
}

function wouldJoin(before: Block, block: Block, { place }: Context): boolean {
  if (before.kind === 'list' && block.kind === 'list') return isMarkedByText(before) || isMarkedByText(block)
  if (before.kind === 'heading' && block.kind === 'paragraph') return place === 'page' && saysAgain(before, block)
  return before.kind === 'definitions' && block.kind === 'definitions'
}

/** Below its heading such a line is left out; it is here because it stood there twice. */
const saysAgain = (heading: Heading, { inlines }: Paragraph): boolean =>
  inlines.every(({ kind }) => ['text', 'strong', 'em', 'code'].includes(kind)) &&
  repeatsHeading(plainText(heading.inlines), plainText(inlines).trim())

function writeBlock(
  block: Block,
  { before, next }: { readonly before: Block | undefined; readonly next: Block | undefined },
  form: ListForm | undefined,
  context: Context,
): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [writeHeading(block)]
    case 'paragraph':
      return writeParagraph(block, next, context)
    case 'list':
      return writeList(block, form ?? listForm(block, undefined, context), context)
    case 'quote':
    case 'callout':
      return writeQuote(block, context)
    case 'columns':
      return writeColumns(block, context)
    case 'code':
      return writeCode(block, before && titleOf(before, block))
    case 'math':
      return writeFormula(block)
    case 'table':
      return writeTable(block, context)
    case 'media':
      return writeMedia(block)
    case 'picture': {
      if (block.drawing) return writeCode(block.drawing.code, before && titleOf(before, block))
      const title = block.caption === block.alt ? '' : block.caption
      const image = writeImage(block, title)
      return [block.href === undefined ? image : `[${image}](${writeAddress(block.href)})`]
    }
    case 'definitions':
      return writeDefinitions(block, context)
    case 'footnote':
      return writeFootnote(block, context)
    case 'aside':
      return block.origin === 'written' ? writeSpeakerNotes(block) : writeAside(block.text, context)
    case 'cut':
      return ['---']
  }
}

/** As the HTML that it was: other readers show it as what it is. */
function writeMedia({ medium, href, title, poster }: Media): readonly string[] {
  const name = medium === 'page' ? 'iframe' : medium
  const values = { src: href || undefined, title, poster }
  const attributes = Object.entries(values).map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${writeValue(value)}"`,
  )
  return [`<${name}${attributes.join('')}></${name}>`]
}

function writeHeading({ level, inlines, attributes = {} }: Heading): string {
  const names = Object.entries(attributes).map(([name, value]) => {
    if (name === 'id') return `#${value}`
    if (name === 'steps' || name === 'small' || name === 'hidden') return `.${name}`
    return `${name}=${/[\s"']/.test(value) ? `"${value.replaceAll('"', "'")}"` : value}`
  })
  // Signs at the end would be taken for the decoration that some put there.
  const text = writeInlines(inlines, false).replace(/(^|\s)(#+)$/, '$1\\$2')
  return ['#'.repeat(level), text, names.length === 0 ? '' : `{${names.join(' ')}}`].filter(Boolean).join(' ')
}

function writeParagraph(paragraph: Paragraph, next: Block | undefined, { place }: Context): readonly string[] {
  const rows = place === 'page' ? wrapBeforeColon(paragraph, next) : [paragraph.inlines]
  const company = companyIn(paragraph.inlines)
  const lines = rows.flatMap((row) => writeInlines(row, true, company).split('\n'))
  // Behind a list marker CommonMark's own signs count, and from the second line on all that count on a page.
  return lines.map((line, index) => protectLine(line, index > 0 && place === 'item' ? 'page' : place))
}

function writeQuote(block: Quote | Callout, context: Context): readonly string[] {
  const inner = context.inner(block.blocks, 'quote')
  const title = block.kind === 'quote' ? [] : [calloutHead(block)]
  const gap = block.kind === 'callout' && block.blocks[0]?.kind !== 'paragraph' ? [''] : []
  return [...title, ...gap, ...inner].map((line) => (line === '' ? '>' : `> ${line}`))
}

/** As Pandoc and Quarto have them: more colons around the columns than around one of them. */
function writeColumns({ columns }: Columns, context: Context): readonly string[] {
  const inside = columns.map(({ width, blocks }) => {
    const head = width === undefined ? 'column' : `{.column width="${Math.round(width * 1000) / 10}%"}`
    return { head, lines: context.inner(blocks, 'page') }
  })
  const longest = most(
    inside.flatMap(({ lines }) => lines.map((line) => /^\s*(:*)/.exec(line)?.[1]?.length ?? 0)),
    2,
  )
  const fence = ':'.repeat(longest + 1)
  const outer = `${fence}:`
  const written = inside.flatMap(({ head, lines }) => [`${fence} ${head}`, '', ...lines, '', fence, ''])
  return [`${outer} columns`, '', ...written, outer]
}

const calloutHead = ({ type, title = [] }: Callout): string =>
  `[!${type.toUpperCase()}] ${writeInlines(title, false)}`.trim()

function writeFormula({ tex }: Formula): readonly string[] {
  const lines = tex.split('\n')
  const isSafe = isFormula(tex, '$$') && !/\$\$|^#/m.test(tex) && lines.length < 40
  return isSafe ? ['$$', ...lines, '$$'] : ['```math', ...lines, '```']
}

/** A paragraph is a definition of its own; what else there is belongs to the one before it. */
function writeDefinitions({ items }: Definitions, context: Context): readonly string[] {
  return items.flatMap(({ term, blocks }, index) => {
    const said = blocks.map((block) => ({ block, lines: context.inner([block], 'item') }))
    const definitions = said.flatMap(({ block, lines }, at) => {
      if (block.kind === 'paragraph' || at === 0) return indent(lines, ': ')
      return ['', ...indent(lines, '  ')]
    })
    const gap = index === 0 ? [] : ['']
    const known = definitions.length === 0 ? [`: ${separator}`] : definitions
    return [...gap, protectLine(writeInlines(term, false), 'page'), ...known]
  })
}

/** Under its own label, so that it is found again. */
function writeFootnote({ label, blocks }: Footnote, context: Context): readonly string[] {
  const [first = '', ...more] =
    blocks[0]?.kind === 'paragraph' ? context.inner(blocks, 'item') : ['', ...context.inner(blocks, 'item')]
  return [`[^${label}]: ${first}`.trimEnd(), ...indent(['', ...more], '    ').slice(1)]
}

/** Between fences of colons, as Pandoc and Quarto have them; text that looks like a heading or a fence is set in. */
function writeSpeakerNotes({ text }: Aside): readonly string[] {
  const lines = text.trim().split('\n').map(withoutUnprintable)
  const colons = lines.reduce((most, line) => Math.max(most, (/^\s*(:{3,})/.exec(line)?.[1] ?? '').length + 1), 3)
  const isSetIn = lines.some((line) => /^ {0,3}(?:#|＃|:::)/.test(line))
  const fence = ':'.repeat(colons)
  return [`${fence} notes`, ...(isSetIn ? indent(lines, '    ') : lines), fence]
}

/** A comment; or the placeholder that it was, so that whoever reads on is told that something is missing. */
function writeAside(text: string, { place }: Context): readonly string[] {
  const isPlain =
    escapeText(text, companyIn([{ kind: 'text', text }]), '', '') === text && protectLine(text, 'page') === text
  if (place === 'page' && isPlaceholder(text) && isPlain && !text.includes('\n')) return [text]
  return `<!-- ${text.trim().replaceAll('-->', '->')} -->`.split('\n').map(withoutUnprintable)
}
