/** A slide of the deck → the `<section>` it becomes, arranged by the template's layout. */
import type { Pictures } from '../model/bundle.js'
import { cutInlines } from '../model/cutInlines.js'
import type { Canvas, CoverPanel, Deck, DeckWords, Slide } from '../model/deck.js'
import { hasWideMarks } from '../model/families.js'
import type { Formulary } from '../model/formulary.js'
import { ownNumber } from '../model/ownNumber.js'
import type { Template } from '../model/template.js'
import { blocksText, displayWidth, plainText } from '../model/text.js'
import { visitBlocks } from '../model/visit.js'
import { backdropOf } from './backdrop.js'
import { renderBlocks } from './blocks.js'
import { attribute, escapeHtml } from './escape.js'
import { type InlineContext, renderInlines } from './inlines.js'
import { openLiquid } from './liquid.js'
import { withoutLostPictures } from './lostPictures.js'
import { ledBy } from './pictureLed.js'
import { shapeOfPicture, shapeStyle } from './pictures.js'
import { renderTitle, titleLength } from './title.js'
import { type SectionEntry, trailOf } from './trail.js'

/** Makes the renderer for all slides of one deck: layouts are read once, not once a slide. */
export function slideRenderer(
  deck: Deck,
  template: Template,
  pictures: Pictures,
  footer = '',
  formulary?: Formulary,
): (slide: Slide) => string {
  const { liquid, layoutOf } = layoutsOf(template)
  const targets = new Set(deck.slides.map(({ id }) => id))
  const context = { pictures, formulary, targets, wideQuotes: hasWideMarks(deck.lang) }
  const sections = deck.sections.map(({ title, slide }) => ({ title: plainText(title), id: slide }))

  const openedBy = new Map(sections.map(({ id, title }) => [id, title]))

  return (planned) => {
    const slide = withoutLostPictures(planned, pictures)
    const layout = layoutOf(slide.layout) ?? layoutOf('content')
    if (!layout) throw new Error(`Template ${template.name} has no layout ${slide.layout} and no layout content.`)
    const inner: unknown = liquid.renderSync(layout, slideContext(slide, { deck, sections, context, footer }))
    const opens = slide.kind === 'section' ? undefined : openedBy.get(slide.id)
    const around = { canvas: deck.canvas, opens }
    return wrap(slide, String(inner) + leftOut(slide, template, context, deck), context, around)
  }
}

/** A title slide rarely says more than its title: a template's own layout may not ask for it. */
function leftOut(slide: Slide, { layouts }: Template, context: InlineContext, { words, canvas }: Deck): string {
  if (slide.kind !== 'title' || slide.blocks.length === 0 || layouts.get(slide.layout)?.includes('body')) return ''
  return `<div class="cover-notes">${renderBlocks(slide.blocks, { ...context, words, canvas, level: 1 })}</div>`
}

type Layout = ReturnType<ReturnType<typeof openLiquid>['parse']>

interface ReadLayouts {
  readonly liquid: ReturnType<typeof openLiquid>
  readonly layoutOf: (name: string) => Layout | undefined
}

const read = new WeakMap<Template, ReadLayouts>()

/** Each is read once, when a slide has it, as a deck that is being edited is rendered again and again. */
function layoutsOf(template: Template): ReadLayouts {
  const known = read.get(template)
  if (known) return known
  const liquid = openLiquid()
  const layouts = new Map<string, Layout>()
  const layoutOf = (name: string): Layout | undefined => {
    const text = template.layouts.get(name)
    const layout = layouts.get(name) ?? (text === undefined ? undefined : liquid.parse(text, name))
    if (layout) layouts.set(name, layout)
    return layout
  }
  const made = { liquid, layoutOf }
  read.set(template, made)
  return made
}

interface Surroundings {
  readonly deck: Deck
  readonly sections: readonly SectionEntry[]
  readonly context: InlineContext
  /** Text for the foot; '' for the section or title. */
  readonly footer: string
}

/** The names a layout may use; docs/templates.md lists them. */
export function slideContext(slide: Slide, { deck, sections, context, footer }: Surroundings) {
  const level = slide.kind === 'title' ? 1 : Math.min(6, (slide.bookmark ?? 1) + 1)
  const { callouts: _, ...words } = deck.words
  const blockContext = { ...context, words: deck.words, canvas: deck.canvas, level }
  const bookmark = slide.bookmark ?? slide.bookmarkAbove
  const body = renderBlocks(slide.blocks, bookmark === undefined ? blockContext : { ...blockContext, bookmark })
  const section = slide.section === undefined ? undefined : sections[slide.section]
  const { title, ...number } = numbered(slide)
  return {
    id: slide.id,
    layout: slide.layout,
    level,
    title: renderTitle(title, context, deck.lang, slide.layout),
    title_text: plainText(slide.title),
    bookmark: bookmarkAttributes(slide),
    eyebrow: slide.eyebrow ? renderInlines(slide.eyebrow, context) : escapeHtml(slide.wish?.header ?? ''),
    body,
    /** An agenda of many lines is set smaller. */
    entries: countEntries(slide),
    section: section ? { ...section, number: (slide.section ?? 0) + 1, count: sections.length, ...number } : null,
    sections,
    /** The sections to show where we are; empty outside of sections. */
    trail: slide.section === undefined ? [] : trailOf(sections, slide.section),
    picture: pictureOf(slide, context),
    panel: slide.panel ? { figure: coverFigure(slide.panel, deck.words) } : null,
    foot: slide.wish?.footer ?? (footer || (slide.kind === 'content' && section ? section.title : deck.title)),
    /** What stands behind facts of the title slide. */
    marks: Object.fromEntries(
      Object.entries(deck.factMarks).map(([name, marks]) => [name, renderInlines(marks, context)]),
    ),
    deck: { title: deck.title, ...deck.facts, words, lang: deck.lang },
  }
}

/** How much there is of the talk, `09 sections · 48 slides`: how many slides the page knows (runtime/numbers.ts). */
function coverFigure({ sections, counts }: CoverPanel, { coverSections, coverSlides }: DeckWords): string {
  if (!counts) return ''
  if (sections === undefined)
    return `<span class="cover-count" data-pages="{pages}"></span> <span class="cover-unit">${escapeHtml(coverSlides)}</span>`
  const count = String(sections).padStart(2, '0')
  return `<span class="cover-count">${count}</span> <span class="cover-unit"${attribute('data-pages', coverSections)}></span>`
}

/** A section's title, and apart from it the number that its author gave it, which stands where ours would; '' where there is none. */
function numbered({ kind, title }: Slide): {
  readonly own: string
  readonly han: boolean
  readonly title: Slide['title']
} {
  const text = plainText(title)
  const found = kind === 'section' ? ownNumber(text) : undefined
  if (found === undefined) return { own: '', han: false, title }
  const { number, isChinese: han, length } = found
  // Alone and large, 一 would be a line.
  return { own: han ? text.slice(0, length).trim() : number, han, title: cutInlines(title, length)[1] }
}

/** Wider pictures would be a strip beside text. Width to height. */
const WIDEST_BESIDE = 2.2

/** px of a diagram's own width that half a slide can hold so that its letters are still read. */
const WIDEST_DIAGRAM = 580

/** The page sets a picture above or below the text when the two don't fit beside each other; panoramas never do. */
function isTooWide({ layout, blocks }: Slide, context: InlineContext): boolean {
  const picture = blocks.find((block) => block.kind === 'picture')
  if (layout !== 'beside' || picture === undefined) return false
  const { ratio, width } = shapeOfPicture(picture, context)
  return ratio > WIDEST_BESIDE || (picture.drawing !== undefined && width > WIDEST_DIAGRAM)
}

function hasPicture({ blocks }: Slide): boolean {
  let found = false
  visitBlocks(blocks, ({ kind }) => {
    found ||= kind === 'picture'
  })
  return found
}

/** The slide's first picture for layouts that set it beside text: on which side, and its shape as a style attribute. */
function pictureOf({ blocks }: Slide, context: InlineContext) {
  const picture = blocks.find((block) => block.kind === 'picture')
  if (picture === undefined) return null
  return { side: picture === blocks[0] ? 'left' : 'right', style: shapeStyle(shapeOfPicture(picture, context)) }
}

/** Half-width letters on a line of the agenda, about. */
const ENTRY_COLUMNS = 62

/** Entries of an agenda, those that wrap counted by their lines; 0 on slides without a list. */
function countEntries({ blocks }: Slide): number {
  const list = blocks.find((block) => block.kind === 'list')
  const items = list?.kind === 'list' ? list.items : []
  return items.reduce((sum, item) => sum + Math.ceil(displayWidth(blocksText(item.blocks)) / ENTRY_COLUMNS), 0)
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

interface Around {
  readonly canvas: Canvas
  /** The section that it opens without being its divider. */
  readonly opens: string | undefined
}

function wrap(slide: Slide, inner: string, context: InlineContext, { canvas, opens }: Around): string {
  const { wish } = slide
  const stacked = isTooWide(slide, context)
  const backdrop = backdropOf(slide, slide.title.length === 0 && slide.blocks.length === 0, context)
  const led = stacked || backdrop.attributes !== '' ? undefined : ledBy(slide, canvas, context)
  const candidates = (slide.candidates ?? []).filter((name) => name !== 'led' || led)
  const notes = slide.speakerNotes.map(({ text }) => `<p>${escapeHtml(text)}</p>`).join('')
  return [
    `<section class="slide${stacked ? ' stacked' : ''}${slide.layout === 'columns' ? ' columns' : ''}"${attribute('id', slide.id)} data-kind="${slide.kind}" data-layout="${slide.layout}"`,
    attribute('data-key', slide.key),
    attribute('data-was', slide.was?.join(' ')),
    attribute('data-section', slide.section),
    attribute('data-opens', opens),
    attribute('data-candidates', candidates.join(' ') || undefined),
    attribute('data-title', titleLength(slide.title)),
    slide.large ? ' data-large' : '',
    slide.centred ? ' data-centred' : '',
    hasPicture(slide) ? ' data-pictured' : '',
    led ? ` data-led="${led.fit}" style="--led:${led.width}px"` : '',
    wish?.small ? ' data-small' : '',
    wish?.paginate === false ? ' data-unnumbered' : '',
    backdrop.attributes,
    `${attribute('data-lines', slide.lines.join('-'))}>`,
    `<div class="frame">${backdrop.html}${inner}</div>`,
    notes ? `${REMARKS}${notes}${REMARKS_END}` : END,
  ].join('')
}

const END = '</section>'
const REMARKS = '<aside class="notes">'
const REMARKS_END = `</aside>${END}`

/** The same slide with nothing in it for the speaker. What they noted is text, and the last of a slide. */
export const withoutRemarks = (section: string): string =>
  section.endsWith(REMARKS_END) ? section.slice(0, section.lastIndexOf(REMARKS)) + END : section
