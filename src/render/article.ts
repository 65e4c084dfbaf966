/** A deck → the article's HTML: the notes as a document to read, in one long flow that the page cuts into sheets. */
import type { ArticleHtml } from '../model/article.js'
import { asDocument } from '../model/asDocument.js'
import type { Pictures } from '../model/bundle.js'
import type { Deck, Layout, Slide } from '../model/deck.js'
import { hasWideMarks } from '../model/families.js'
import type { Formulary } from '../model/formulary.js'
import type { Inline, Picture } from '../model/notes.js'
import { plainText } from '../model/text.js'
import { type ArticleHeading, renderContents } from './articleContents.js'
import { renderArticleHead } from './articleHead.js'
import { closeLevels } from './articleLevels.js'
import { type BlockContext, renderBlocks } from './blocks.js'
import { attribute } from './escape.js'
import { renderTitle } from './title.js'

/**
 * What the deck says again for the screen (agenda, eyebrows, borrowed titles, gathered takeaways) is said once here.
 * What is for the speaker is in no article (model/speakerNotes.ts). Links to slides lead to their headings. The page numbers footnotes, contents and sheets (runtime/article/).
 *
 * @param deck of density `full`: everything stands where the notes have it
 * @param pictures as the deck's page shows them; their paths are relative to that page
 */
export function renderArticle(deck: Deck, pictures: Pictures, formulary?: Formulary): ArticleHtml {
  const writer = new Writer(deck, pictures, formulary)
  const text = deck.slides.map((slide) => writer.slide(slide)).filter(Boolean)
  const contents = renderContents(writer.headings, deck.words.contents)
  return { flow: [renderArticleHead(deck, writer.context), contents, ...text].filter(Boolean).join('\n') }
}

/** Layouts that say something by how they look: the slide itself may stand beside their text. Those of pictures need none, as
 * the text shows the pictures; nor do statements, which only say their heading again. */
const shown: ReadonlySet<Layout> = new Set<Layout>([
  'quote',
  'numbers',
  'comparison',
  'groups',
  'timeline',
  'flow',
  'steps',
  'cards',
])

/** What stood beside a slide's text, or was all there was on it: a document has pictures above their text, and none behind it. */
const picturesBeside = ({ wish, blocks, lines }: Slide): readonly Picture[] =>
  (wish?.backgrounds ?? []).flatMap(({ picture, side }): readonly Picture[] =>
    picture !== undefined && (side !== undefined || blocks.length === 0)
      ? [{ kind: 'picture', src: picture, alt: '', caption: '', lines }]
      : [],
  )

class Writer {
  readonly headings: ArticleHeading[] = []
  readonly context: BlockContext
  private level = 1
  private readonly openings: ReadonlySet<string>

  constructor(
    private readonly deck: Deck,
    pictures: Pictures,
    formulary: Formulary | undefined,
  ) {
    const targets = new Set(deck.slides.filter(({ bookmark }) => bookmark !== undefined).map(({ id }) => id))
    this.openings = new Set(deck.sections.map(({ slide }) => slide))
    const wideQuotes = hasWideMarks(deck.lang)
    this.context = { pictures, formulary, targets, wideQuotes, words: deck.words, canvas: deck.canvas, level: 1 }
  }

  /** @returns '' for a slide that only says what others say */
  slide(slide: Slide): string {
    if (slide.kind === 'agenda' || slide.kind === 'closing') return ''
    const headings = slide.kind === 'title' ? '' : this.headingsOf(slide)
    const depth = this.level - 1
    const context = { ...this.context, level: this.level, bookmark: Math.max(1, depth) }
    const text = renderBlocks([...picturesBeside(slide), ...closeLevels(asDocument(slide.blocks))], context)
    return [headings, text].filter(Boolean).join('\n')
  }

  private headingsOf(slide: Slide): string {
    const { bookmark, bookmarkParents: parents = [], id, title, layout } = slide
    if (bookmark === undefined) return ''
    // A section's heading is the first of them, on its divider or above what opens it.
    const opens = slide.kind === 'section' || this.openings.has(id)
    const mark = (isFirst: boolean): string => (opens && isFirst ? ' class="section"' : '')
    const above = parents.map((parent, index): string => {
      const inlines: readonly Inline[] = [{ kind: 'text', text: parent }]
      return this.heading(`${id}--${index}`, inlines, bookmark - parents.length + index, mark(index === 0))
    })
    const marks = [mark(parents.length === 0), shown.has(layout) ? attribute('data-slide', id) : ''].join('')
    return [...above, this.heading(id, title, bookmark, marks)].join('\n')
  }

  private heading(id: string, title: readonly Inline[], bookmark: number, more = ''): string {
    // A level may be missing in what the notes give: headings go down one step at a time.
    this.level = Math.min(6, bookmark + 1, this.level + 1)
    const text = plainText(title)
    const depth = this.level - 1
    this.headings.push({ id, title: text, depth })
    const marks = [
      attribute('id', id),
      attribute('data-bookmark', depth),
      attribute('data-bookmark-title', text),
      more,
    ].join('')
    return `<h${this.level}${marks}>${renderTitle(title, this.context, this.deck.lang)}</h${this.level}>`
  }
}
