/** Blocks of the notes → HTML of a slide's flow, in the shapes that runtime/fit knows how to cut. */

import { toneOf } from '../model/callouts.js'
import { widthsOf } from '../model/columns.js'

import { cellStarts } from '../model/grid.js'
import { least } from '../model/lists.js'
import type {
  Block,
  Callout,
  Columns,
  Definitions,
  Footnote,
  Formula,
  Heading,
  Inline,
  List,
  ListItem,
  Paragraph,
  Picture,
  Quote,
  Table,
  TableCell,
} from '../model/notes.js'

import { displayWidth, plainText } from '../model/text.js'
import { isAttribution, readQuotation } from '../plan/attribution.js'
import { renderCode } from './codeBlock.js'
import { columnShares } from './columnShares.js'
import { lookOf } from './composed.js'
import { attribute } from './escape.js'
import { figureColumns } from './figures.js'
import type { Cell } from './flow.js'
import { type InlineContext, renderInlines } from './inlines.js'
import { renderMedia } from './media.js'
import { numberRoom } from './numberRoom.js'
import { type PictureContext, renderPictures } from './pictures.js'
import { hangQuote, holdLast } from './setText.js'

/** What blocks need to know of the deck around them. */
export interface BlockContext extends PictureContext {
  /** Level of the slide's own heading in HTML, 1–6: sub-headings go below it. */
  readonly level: number
  /** Depth of the slide's bookmark; sub-headings go below it. Absent: they have none. */
  readonly bookmark?: number
}

export const renderBlocks = (blocks: readonly Block[], context: BlockContext): string =>
  picturesTogether(blocks)
    .map((block) => (Array.isArray(block) ? renderRun(block, context) : renderBlock(block, blocks, context)))
    .join('\n')

function renderParagraph(inlines: readonly Inline[], context: InlineContext): string {
  const html = renderInlines(inlines, context)
  return context.inCell ? html : hangQuote(holdLast(html), context.wideQuotes)
}

/** A gallery appears whole. */
function renderRun(pictures: readonly Picture[], context: BlockContext): string {
  const html = renderPictures(pictures, context)
  return pictures.some(({ step }) => step) ? asFragment(html) : html
}

/** Pictures that follow one another come as one run; side by side, diagrams would be too small to read. */
function picturesTogether(blocks: readonly Block[]): readonly (Exclude<Block, Picture> | Picture[])[] {
  const together: (Exclude<Block, Picture> | Picture[])[] = []
  for (const block of blocks) {
    const run = together.at(-1)
    if (block.kind !== 'picture') together.push(block)
    else if (Array.isArray(run) && !block.drawing && !run.some(({ drawing }) => drawing)) run.push(block)
    else together.push([block])
  }
  return together
}

function renderBlock(block: Exclude<Block, Picture>, siblings: readonly Block[], context: BlockContext): string {
  const html = renderWhole(block, siblings, context)
  return 'step' in block && block.step ? asFragment(html) : html
}

/** What appears by itself is what reveal.js calls a fragment: nothing is hidden until the player runs. */
const asFragment = (html: string): string =>
  html.replace(/^<(\w+)(?: class="([^"]*)")?/, (_, tag: string, names?: string) =>
    names === undefined ? `<${tag} class="fragment"` : `<${tag} class="${names} fragment"`,
  )

function renderWhole(block: Exclude<Block, Picture>, siblings: readonly Block[], context: BlockContext): string {
  switch (block.kind) {
    case 'heading':
      return renderHeading(block, siblings, context)
    case 'paragraph':
      return `<p${attribute('class', paragraphClass(block, siblings))}>${renderParagraph(block.inlines, context)}</p>`
    case 'list':
      return renderList(block, context)
    case 'quote':
      return renderQuote(block, context)
    case 'callout':
      return renderCallout(block, context)
    case 'columns':
      return renderColumns(block, context)
    case 'code':
      return renderCode(block)
    case 'math':
      return renderFormula(block, context)
    case 'table':
      return renderTable(block, context)
    case 'media':
      return renderMedia(block, context)
    case 'definitions':
      return renderDefinitions(block, context)
    case 'footnote':
      return renderFootnote(block, context)
    case 'cut':
      return '<hr>'
    case 'aside':
      return ''
  }
}

/** `introduces`: stays with what follows. `lead`: short enough to be set as a small heading for it. */
function paragraphClass(paragraph: Paragraph, siblings: readonly Block[]): string | undefined {
  const index = siblings.indexOf(paragraph)
  if (paragraph.byline) return 'introduces byline'
  const before = siblings[index - 1]
  if (before?.kind === 'quote' && isAttribution(paragraph)) return 'attribution'
  if (!paragraph.introduces) return undefined
  if (isFileName(paragraph, siblings, index)) return 'introduces file'
  return isLead(paragraph) ? 'introduces lead' : 'introduces'
}

/** The name of the code below it, and perhaps where it comes from. */
const isFileName = ({ inlines }: Paragraph, siblings: readonly Block[], index: number): boolean =>
  inlines[0]?.kind === 'code' &&
  (inlines.length === 1 || (inlines.length === 3 && inlines[2]?.kind === 'link')) &&
  siblings[index + 1]?.kind === 'code'

const LEAD_AT_MOST = 44

export const isLead = (block: Block): boolean =>
  block.kind === 'paragraph' && block.introduces === true && displayWidth(plainText(block.inlines)) <= LEAD_AT_MOST

/** The highest sub-heading on a slide comes right below the slide's title, whatever levels the notes skip. */
function renderHeading(heading: Heading, siblings: readonly Block[], context: BlockContext): string {
  const highest = least(siblings.flatMap((block) => (block.kind === 'heading' ? [block.level] : [])))
  const depth = heading.level - highest + 1
  const level = Math.min(6, context.level + depth)
  const bookmark = context.bookmark === undefined ? undefined : context.bookmark + depth
  const content = renderInlines(heading.inlines, context)
  // The page would read the number of a footnote as a part of it.
  const marked = bookmark !== undefined && content.includes('footnote-mark')
  const named = marked ? attribute('data-bookmark-title', plainText(heading.inlines)) : ''
  return `<h${level}${attribute('data-bookmark', bookmark)}${named}>${content}</h${level}>`
}

/** Its kind in words, as colours say nothing to everyone; a title that only says that is said once. */
function renderCallout({ type, title = [], blocks }: Callout, context: BlockContext): string {
  const { callouts, colon } = context.words
  const kind = callouts[type]
  const isSame = plainText(title).trim().toLowerCase() === kind.toLowerCase()
  const said = title.length === 0 || isSame ? '' : `${colon}${renderInlines(title, context)}`
  const head = blocks.length === 0 ? `<strong>${kind}</strong>${said}` : `<strong>${kind}${said}</strong>`
  const names = blocks.length === 0 ? 'callout-head' : 'callout-head introduces'
  return `<div class="callout ${toneOf(type)}"><p class="${names}">${head}</p>\n${renderBlocks(blocks, context)}</div>`
}

/** Whose words they are is set apart from the words. */
function renderQuote({ blocks }: Quote, context: BlockContext): string {
  const { words, by } = readQuotation(blocks)
  const source = by ? `<p class="attribution">${renderInlines(by, context)}</p>` : ''
  return `<blockquote>${renderBlocks(words, context)}${source}</blockquote>`
}

/** Read one after another, so that whoever listens hears one to its end. */
function renderColumns(columns: Columns, context: BlockContext): string {
  const tracks = widthsOf(columns).map((width) => `minmax(0,${width}fr)`)
  const inside = columns.columns.map(({ blocks }) => `<div class="column">${renderBlocks(blocks, context)}</div>`)
  const names = columns.as === undefined ? 'side-by-side' : `side-by-side composed ${columns.as}`
  return `<div class="${names}" style="--tracks:${tracks.join(' ')}">${inside.join('\n')}</div>`
}

function renderList(list: List, context: BlockContext): string {
  const look = lookOf(list, context.canvas)
  const items = list.items.map((item, at) => renderItem(item, context, look?.cells?.[at])).join('\n')
  if (!list.ordered) return `<ul${attribute('class', look?.classes)}${attribute('style', look?.style)}>${items}</ul>`
  const room = numberRoom(list)
  const names = [list.numbers, look?.classes].filter(Boolean).join(' ') || undefined
  const style = [room === undefined ? '' : `--marker:${room}em`, look?.style].filter(Boolean).join(';') || undefined
  return `<ol${attribute('class', names)}${attribute('style', style)}>${items}</ol>`
}

/** Every item carries its number, so that a list goes on counting wherever it is cut. */
function renderItem(item: ListItem, context: BlockContext, cell?: Cell): string {
  const task = item.done === undefined ? cell?.classes : item.done ? 'task done' : 'task'
  const marks = `${attribute('class', task)}${attribute('style', cell?.style)}${attribute('value', item.number)}`
  const sign = cell?.sign ? `<span class="${cell.sign.name}">${cell.sign.text}</span>` : ''
  const html = `<li${marks}>${sign}${renderBlocks(item.blocks, context)}</li>`
  return item.step ? asFragment(html) : html
}

/** One that can't be typeset is shown as it is written. */
function renderFormula({ tex, whole = tex, lines }: Formula, { formulary }: BlockContext): string {
  const made = formulary?.typeset(whole, true)
  if (made === undefined || 'fault' in made) return renderCode({ kind: 'code', language: 'math', text: tex, lines })
  return `<div class="formula">${made.html}</div>`
}

function renderTable(table: Table, context: BlockContext): string {
  const { align, head, headRows = 0, rows } = table
  const figures = figureColumns(table)
  const inCell = { ...context, inCell: true } as const
  const { starts } = cellStarts([head, ...rows])
  const row = (cells: readonly TableCell[], index: number) => {
    const tag = index <= headRows && head.length > 0 ? 'th' : 'td'
    const inner = cells.map((cell, at) => {
      const column = starts[index]?.[at] ?? at
      const side = align[column] || (figures.has(column) ? 'right' : '')
      const spans = attribute('colspan', cell.columns) + attribute('rowspan', cell.rows)
      const said = cell.blocks ? renderBlocks(cell.blocks, inCell) : renderInlines(cell.inlines, inCell)
      return `<${tag}${attribute('class', side || undefined)}${spans}>${said}</${tag}>`
    })
    return `<tr>${inner.join('')}</tr>`
  }
  const all = rows.map((cells, index) => row(cells, index + 1))
  const top = head.length > 0 ? `<thead>${[row(head, 0), ...all.slice(0, headRows)].join('')}</thead>` : ''
  return `<table>${renderShares(table)}${top}<tbody>${(top ? all.slice(headRows) : all).join('\n')}</tbody></table>`
}

function renderShares(table: Table): string {
  const columns = columnShares(table)?.map((share) => `<col style="width:${share}%">`)
  return columns ? `<colgroup>${columns.join('')}</colgroup>` : ''
}

function renderDefinitions(definitions: Definitions, context: BlockContext): string {
  const items = definitions.items.map(
    ({ term, blocks }) => `<dt>${renderInlines(term, context)}</dt><dd>${renderBlocks(blocks, context)}</dd>`,
  )
  return `<dl>${items.join('\n')}</dl>`
}

/** What its number stands for: read by runtime/article/, which puts it at the foot of a page. */
function renderFootnote({ number, blocks }: Footnote, context: BlockContext): string {
  const html = renderBlocks(blocks, context)
  if (number === undefined) return `<div class="footnote">${html}</div>`
  const sign = `<span class="footnote-number">${number}</span>`
  const said = /^<p[ >]/.test(html) ? html.replace(/^<p[^>]*>/, (tag) => `${tag}${sign} `) : `<p>${sign}</p>${html}`
  return `<div class="footnote" data-footnote="${number}">${said}</div>`
}
