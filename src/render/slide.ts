/** A slide of the deck → the `<section>` it becomes, arranged by the template's layout. */
import { Liquid } from 'liquidjs'
import type { Pictures } from '../model/bundle.js'
import type { Deck, Slide } from '../model/deck.js'
import type { Template } from '../model/template.js'
import { plainText } from '../model/text.js'
import { renderBlocks } from './blocks.js'
import { attribute, escapeHtml } from './escape.js'
import { type InlineContext, renderInlines } from './inlines.js'
import { renderTitle } from './title.js'

/** Makes the renderer for all slides of one deck: layouts are read once, not once a slide. */
export function slideRenderer(deck: Deck, template: Template, pictures: Pictures): (slide: Slide) => string {
  const liquid = new Liquid({
    outputEscape: 'escape',
    ownPropertyOnly: true,
    strictFilters: true,
    relativeReference: false,
    fs: noFiles,
  })
  const layouts = new Map([...template.layouts].map(([name, text]) => [name, liquid.parse(text, name)]))
  const content = layouts.get('content')
  const context = { pictures, targets: new Set(deck.slides.map(({ id }) => id)) }
  const sections = deck.sections.map(({ title, slide }) => ({ title: plainText(title), id: slide }))

  return (slide) => {
    const layout = layouts.get(slide.layout) ?? content
    if (!layout) throw new Error(`Template ${template.name} has no layout ${slide.layout} and no layout content.`)
    const inner: unknown = liquid.renderSync(layout, slideContext(slide, deck, sections, context))
    return wrap(slide, String(inner))
  }
}

/** Layouts include nothing: a template's files are read before, and notes can't name any. */
const noFiles = {
  exists: async () => false,
  existsSync: () => false,
  contains: async () => false,
  containsSync: () => false,
  readFile: async () => '',
  readFileSync: () => '',
  resolve: (_root: string, file: string) => file,
}

/** The names a layout may use; docs/templates.md lists them. */
function slideContext(
  slide: Slide,
  deck: Deck,
  sections: readonly { readonly title: string; readonly id: string }[],
  context: InlineContext,
) {
  const level = slide.kind === 'title' ? 1 : Math.min(6, (slide.bookmark ?? 1) + 1)
  const blockContext = { ...context, words: deck.words, level }
  const bookmark = slide.bookmark
  const body = renderBlocks(slide.blocks, bookmark === undefined ? blockContext : { ...blockContext, bookmark })
  const section = slide.section === undefined ? undefined : sections[slide.section]
  return {
    id: slide.id,
    layout: slide.layout,
    level,
    title: renderTitle(slide.title, context, deck.lang),
    title_text: plainText(slide.title),
    bookmark: bookmarkAttributes(slide),
    eyebrow: slide.eyebrow ? renderInlines(slide.eyebrow, context) : '',
    body,
    /** Items of the slide's first list, 0 without one: an agenda of many is set smaller. */
    entries: firstListLength(slide),
    section: section ? { ...section, number: (slide.section ?? 0) + 1, count: sections.length } : null,
    sections,
    deck: { title: deck.title, ...deck.facts, words: deck.words, lang: deck.lang },
  }
}

const firstListLength = (slide: Slide): number => {
  const list = slide.blocks.find((block) => block.kind === 'list')
  return list?.kind === 'list' ? list.items.length : 0
}

/** Read by runtime/report.ts. The title as the notes have it: Chrome's own would lose spaces where a line wraps. */
function bookmarkAttributes(slide: Slide): string {
  if (slide.bookmark === undefined) return ''
  const parents = slide.bookmarkParents?.length ? JSON.stringify(slide.bookmarkParents) : undefined
  return [
    attribute('data-bookmark', slide.bookmark),
    attribute('data-bookmark-title', plainText(slide.title)),
    attribute('data-bookmark-parents', parents),
  ].join('')
}

function wrap(slide: Slide, inner: string): string {
  const notes = slide.speakerNotes.map((text) => `<p>${escapeHtml(text)}</p>`).join('')
  return [
    `<section class="slide"${attribute('id', slide.id)} data-kind="${slide.kind}" data-layout="${slide.layout}"`,
    attribute('data-section', slide.section),
    `${attribute('data-lines', slide.lines.join('-'))}>`,
    `<div class="frame">${inner}</div>`,
    notes ? `<aside class="notes">${notes}</aside>` : '',
    '</section>',
  ].join('')
}
