/** The open deck, laid out for paper in one way → a finished PDF that knows what it is about. */
import { printPaper } from '../browser/paper.js'
import { finishPdf } from '../browser/pdf/finish.js'
import { fixedDate } from './fixedDate.js'
import type { FormatSource, OpenDeck } from './source.js'

/**
 * @param paper JavaScript for the page that gives a Paper (runtime/paper.ts); otherwise the slides, one a page
 * @throws UserError (exit 3) when the browser crashes or takes too long
 */
export async function printPdf(
  { browser, report }: OpenDeck,
  { deck }: FormatSource,
  paper?: string,
): Promise<Uint8Array> {
  const { printed, laid } = await printPaper(browser, report, paper)
  const { title, lang, facts } = deck
  const { event, subtitle, author } = facts
  const words = { title, author, subject: subtitle || event, keywords: event, lang, date: fixedDate(process.env) }
  return finishPdf(printed, words, laid.bookmarks)
}
