/** Written slides → the deck: the author's cuts as they are, each slide with what is asked of it, and nothing added. */
import type { Deck, Slide, TitleFacts } from '../model/deck.js'
import type { Block, Heading, Lines, Notes, SlideWish } from '../model/notes.js'
import { linesOf, plainText } from '../model/text.js'
import { canvasSize, standardCanvas } from '../settings/canvas.js'
import type { Settings } from '../settings/table.js'
import { agendaSlide } from './agenda.js'
import { takeAsides } from './content.js'
import { deckWords } from './deckWords.js'
import { briefBlocks } from './density.js'
import type { Draft } from './draft.js'
import { titleFacts } from './facts.js'
import { titleOfFile } from './fileName.js'
import { footnotesAtFoot } from './footnotes.js'
import { wishOfTitle, withoutHidden } from './headingWish.js'
import { reserved } from './ids.js'
import { settleLinks } from './links.js'
import { breakLongParagraphs } from './longParagraphs.js'
import { shortenTitles } from './longTitles.js'
import { arranged, identified, sectionsOf } from './settle.js'
import { sizedBySection } from './sizes.js'
import { slideName } from './slideName.js'

/** What stands from one cut to the next. */
interface Written {
  readonly wish: SlideWish
  readonly blocks: readonly Block[]
  readonly lines: Lines
}

export function planWritten(notes: Notes, settings: Settings): Deck {
  const lang = settings.lang || notes.lang
  const words = deckWords(lang)
  const { blocks, findings: titleFindings } = shortenTitles(notes.blocks)
  const whole = breakLongParagraphs(blocks)
  const written = writtenSlides(settings.density === 'brief' ? briefBlocks(whole) : whole)
  const [made] = written[0]?.wish.title ? written : []
  const { shown, findings: hiddenFindings } = withoutHidden(draftsOf(made ? written.slice(1) : written))
  const drafts = footnotesAtFoot(shown, whole, [])
  const cover = made ? madeCover(made, notes, settings, lang) : writtenCover(drafts[0], notes, settings, lang)
  const rest = cover && !made ? drafts.slice(1) : drafts
  const { slides, findings } = arranged(identified(rest), rest, true, { ...settings, compose: 'plain' })
  const sections = sectionsOf(slides, [])
  const agenda =
    settings.agenda === 'yes' ? agendaSlide(slides, sections, 'yes', words, cover?.slide.lines ?? [1, 1]) : undefined
  const all = [...(cover ? [cover.slide] : []), ...(agenda ? [agenda] : []), ...slides]
  const canvas = canvasSize(settings.canvas) ?? standardCanvas
  const linked = settleLinks(sizedBySection(all, canvas), notes)
  const first = drafts.find(({ heading }) => heading !== undefined)

  return {
    file: notes.file,
    title: settings.title || plainText(first?.title ?? []) || titleOfFile(notes.path ?? notes.file),
    facts: cover?.facts ?? factsIn(settings),
    factMarks: {},
    lang,
    canvas,
    stacks: settings.stacks,
    duration: settings.duration,
    sections,
    slides: linked.slides,
    words,
    findings: [...notes.findings, ...titleFindings, ...hiddenFindings, ...findings, ...linked.findings],
  }
}

/** Blocks from cut to cut. What is for the speaker before the first cut was said of the whole, and goes with the first slide. */
function writtenSlides(blocks: readonly Block[]): readonly Written[] {
  const slides: (Written & { readonly blocks: Block[] })[] = []
  const early: Block[] = []
  for (const block of blocks) {
    if (block.kind === 'cut') slides.push({ wish: block.slide ?? {}, blocks: early.splice(0), lines: block.lines })
    else if (slides.length === 0 && block.kind === 'aside') early.push(block)
    else {
      if (slides.length === 0) slides.push({ wish: {}, blocks: [], lines: block.lines })
      slides.at(-1)?.blocks.push(block)
    }
  }
  return slides
}

function draftsOf(slides: readonly Written[]): readonly Draft[] {
  let section = -1
  return slides.map(({ wish, blocks, lines }): Draft => {
    const { blocks: shown, asides } = takeAsides(blocks)
    const { heading, rest } = titled(shown)
    // One without words only says what is asked of its slide.
    const isTitled = heading !== undefined && heading.inlines.length > 0
    const isDivider = wish.divider === true && isTitled
    if (isDivider) section++
    const inSection = section < 0 ? {} : { section }
    const depth = isDivider || section < 0 ? 1 : 2
    return {
      kind: isDivider ? 'section' : 'content',
      title: heading?.inlines ?? [],
      ...(heading ? { heading } : {}),
      ...(isTitled ? { bookmark: depth } : { name: slideName(rest) }),
      ...inSection,
      ...(Object.keys(wish).length > 0 ? { wish } : {}),
      blocks: rest,
      speakerNotes: asides,
      lines: linesOf(blocks.filter(({ kind }) => kind !== 'footnote')) ?? lines,
    }
  })
}

/** Its first heading is a slide's title, where nothing but pictures stands above it. */
function titled(blocks: readonly Block[]): { readonly heading?: Heading; readonly rest: readonly Block[] } {
  const at = blocks.findIndex(({ kind }) => kind !== 'picture')
  const heading = blocks[at]
  if (heading?.kind !== 'heading') return { rest: blocks }
  return { heading, rest: [...blocks.slice(0, at), ...blocks.slice(at + 1)] }
}

interface Cover {
  readonly slide: Slide
  readonly facts: TitleFacts
}

const factsIn = ({ subtitle, event, place, date, author }: Settings): TitleFacts => ({
  subtitle,
  event,
  place,
  date,
  author,
})

/** Some tools make a title slide of the front matter. */
function madeCover({ blocks: said }: Written, notes: Notes, settings: Settings, lang: string): Cover {
  const { blocks, asides: speakerNotes } = takeAsides(said)
  const { facts } = titleFacts([], notes, settings, lang)
  const line = notes.front['title']?.line ?? 1
  const slide = titleSlide([{ kind: 'text', text: settings.title }], [line, line])
  return { slide: { ...slide, blocks, speakerNotes }, facts }
}

/** A first slide with a heading of the first level, and below it only what a title slide says. */
function writtenCover(draft: Draft | undefined, notes: Notes, settings: Settings, lang: string): Cover | undefined {
  if (
    draft?.heading?.level !== 1 ||
    draft.title.length === 0 ||
    draft.wish?.backgrounds?.some(({ side }) => side !== undefined) ||
    draft.kind === 'section'
  )
    return undefined
  const lines = draft.blocks.map(
    (block): Block =>
      block.kind === 'heading' ? { kind: 'paragraph', inlines: block.inlines, lines: block.lines } : block,
  )
  if (!lines.every(({ kind }) => kind === 'paragraph')) return undefined
  // The front matter is about the file: what the author wants on the slide stands on it.
  const blank = { ...settings, subtitle: '', event: '', place: '', date: '', author: '' }
  const { facts, rest } = titleFacts(lines, notes, blank, lang)
  if (rest.length > 0) return undefined
  const slide = titleSlide(draft.title, draft.lines)
  const { speakerNotes } = draft
  const wish = { ...draft.wish, ...wishOfTitle(draft.heading).wish }
  return { slide: { ...slide, speakerNotes, ...(Object.keys(wish).length > 0 ? { wish } : {}) }, facts }
}

const titleSlide = (title: Slide['title'], lines: Lines): Slide => ({
  id: reserved.title,
  kind: 'title',
  layout: 'title',
  title,
  blocks: [],
  speakerNotes: [],
  bookmark: 1,
  lines,
})
