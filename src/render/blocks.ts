/** Blocks of the notes → HTML of a slide's flow, in the shapes that runtime/fit knows how to cut. */
import type { DeckWords } from '../model/deck.js'
import type { Block, Code, Definitions, Heading, List, ListItem, Paragraph, Picture, Table } from '../model/notes.js'
import { displayWidth, plainText } from '../model/text.js'
import { attribute, escapeHtml } from './escape.js'
import { type InlineContext, renderInlines } from './inlines.js'

/** What blocks need to know of the deck around them. */
export interface BlockContext extends InlineContext {
  readonly words: DeckWords
  /** Level of the slide's own heading in HTML, 1–6: sub-headings go below it. */
  readonly level: number
  /** Depth of the slide's bookmark; sub-headings go below it. Absent: they have none. */
  readonly bookmark?: number
}

export const renderBlocks = (blocks: readonly Block[], context: BlockContext): string =>
  blocks.map((block) => renderBlock(block, blocks, context)).join('\n')

function renderBlock(block: Block, siblings: readonly Block[], context: BlockContext): string {
  switch (block.kind) {
    case 'heading':
      return renderHeading(block, siblings, context)
    case 'paragraph':
      return `<p${attribute('class', paragraphClass(block))}>${renderInlines(block.inlines, context)}</p>`
    case 'list':
      return renderList(block, context)
    case 'quote':
      return `<blockquote>${renderBlocks(block.blocks, context)}</blockquote>`
    case 'callout':
      return `<div class="callout ${block.tone}">${renderBlocks(block.blocks, context)}</div>`
    case 'code':
      return renderCode(block)
    case 'table':
      return renderTable(block, context)
    case 'picture':
      return renderPicture(block, context)
    case 'definitions':
      return renderDefinitions(block, context)
    case 'cut':
      return '<hr>'
    case 'aside':
      return ''
  }
}

/** `introduces`: stays with what follows. `lead`: short enough to be set as a small heading for it. */
function paragraphClass(paragraph: Paragraph): string | undefined {
  if (!paragraph.introduces) return undefined
  return isLead(paragraph) ? 'introduces lead' : 'introduces'
}

const LEAD_AT_MOST = 44

export const isLead = (block: Block): boolean =>
  block.kind === 'paragraph' && block.introduces === true && displayWidth(plainText(block.inlines)) <= LEAD_AT_MOST

/** The highest sub-heading on a slide comes right below the slide's title, whatever levels the notes skip. */
function renderHeading(heading: Heading, siblings: readonly Block[], context: BlockContext): string {
  const highest = Math.min(...siblings.flatMap((block) => (block.kind === 'heading' ? [block.level] : [])))
  const depth = heading.level - highest + 1
  const level = Math.min(6, context.level + depth)
  const bookmark = context.bookmark === undefined ? undefined : context.bookmark + depth
  const content = renderInlines(heading.inlines, context)
  return `<h${level}${attribute('data-bookmark', bookmark)}>${content}</h${level}>`
}

function renderList(list: List, context: BlockContext): string {
  const items = list.items.map((item) => renderItem(item, context)).join('\n')
  if (!list.ordered) return `<ul>${items}</ul>`
  return `<ol${attribute('class', list.numbers)}>${items}</ol>`
}

/** Every item carries its number, so that a list goes on counting wherever it is cut. */
function renderItem(item: ListItem, context: BlockContext): string {
  const task = item.done === undefined ? undefined : item.done ? 'task done' : 'task'
  return `<li${attribute('class', task)}${attribute('value', item.number)}>${renderBlocks(item.blocks, context)}</li>`
}

function renderCode(code: Code): string {
  const lines = code.text.replace(/\n$/, '').split('\n')
  const body = lines.map((line) => `<span class="line">${escapeHtml(line)}\n</span>`).join('')
  return `<pre${attribute('data-language', code.language || undefined)}><code>${body}</code></pre>`
}

function renderTable(table: Table, context: BlockContext): string {
  const row = (cells: Table['head'], tag: 'th' | 'td') => {
    const inner = cells.map((cell, column) => {
      const align = table.align[column]
      return `<${tag}${attribute('class', align || undefined)}>${renderInlines(cell, context)}</${tag}>`
    })
    return `<tr>${inner.join('')}</tr>`
  }
  const head = table.head.length > 0 ? `<thead>${row(table.head, 'th')}</thead>` : ''
  return `<table>${head}<tbody>${table.rows.map((cells) => row(cells, 'td')).join('\n')}</tbody></table>`
}

function renderPicture(picture: Picture, context: BlockContext): string {
  const found = context.pictures.get(picture.src)
  if (found?.state !== 'ready') return renderLostPicture(picture, found?.reason ?? '', context.words)
  const caption = picture.caption ? `<figcaption>${escapeHtml(picture.caption)}</figcaption>` : ''
  const alt = picture.alt || picture.caption
  const size = ` width="${found.width}" height="${found.height}"`
  return `<figure><img${attribute('src', found.path)}${attribute('alt', alt)}${size}>${caption}</figure>`
}

/** A picture that can't be had becomes a drawn card: what it showed, where it was, why it is not here. */
function renderLostPicture(picture: Picture, reason: string, words: DeckWords): string {
  const what = picture.caption || picture.alt
  const where = picture.src.startsWith('data:') ? '' : picture.src
  return [
    '<figure class="lost"><div class="card">',
    `<p class="lost-title">${escapeHtml(words.pictureUnavailable)}</p>`,
    what ? `<p class="lost-what">${escapeHtml(what)}</p>` : '',
    where ? `<p class="lost-where">${escapeHtml(where)}</p>` : '',
    reason ? `<p class="lost-why">${escapeHtml(reason)}</p>` : '',
    '</div></figure>',
  ].join('')
}

function renderDefinitions(definitions: Definitions, context: BlockContext): string {
  const items = definitions.items.map(
    ({ term, blocks }) => `<dt>${renderInlines(term, context)}</dt><dd>${renderBlocks(blocks, context)}</dd>`,
  )
  return `<dl>${items.join('\n')}</dl>`
}
