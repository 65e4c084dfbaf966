/** The open deck and its notes → the notes as a document to read, as a PDF with sheets of text. */

import { readArticleCode } from '../io/readRuntime.js'
import type { ArticleWish } from '../model/article.js'
import type { Deck } from '../model/deck.js'
import { planDeck } from '../plan/plan.js'
import { renderArticle } from '../render/article.js'
import { printPdf } from './printPdf.js'
import { sheetWish } from './sheetWish.js'
import type { FormatSource, Made, OpenDeck } from './source.js'

/** Milliseconds to wait for the page to lay the text out, whatever its length, and more for each slide. */
const patience = { least: 60_000, perSlide: 100 }

export async function* articlePdf(open: OpenDeck, source: FormatSource): AsyncGenerator<Made> {
  const { script, css } = await readArticleCode()
  const html = renderArticle(wholeDeck(source), source.pictures, source.formulary)
  const wish: ArticleWish = { ...sheetWish(source), ...html, canvas: source.deck.canvas, css }
  const { browser, report } = open
  const wait = patience.least + report.slides.length * patience.perSlide
  const laying = browser.page.evaluate(`${script}\ntalkbackArticle.prepare(${JSON.stringify(wish)})`)
  await browser.during('laying out the article', wait, laying)
  yield* printPdf(open, source, `${source.name}-article.pdf`, 'talkbackArticle.paper()')
}

/** Whatever the slides leave to the speaker, an article says it where the notes do. */
function wholeDeck({ deck, notes, settings }: FormatSource): Deck {
  return settings.density === 'full' ? deck : planDeck(notes, { ...settings, density: 'full' })
}
