/** A deck's page in the browser → its PDF and the report of what fitting did. */
import type { Page } from 'puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js'
import type { FitReport } from '../model/fitted.js'
import { openDeck } from './openDeck.js'
import { finishPdf, type PdfWords } from './pdf/finish.js'
import { joinPdfs } from './pdf/join.js'
import type { RunningBrowser } from './start.js'

/** What the PDF says about itself; '' where there is nothing to say. */
export type PdfInfo = Omit<PdfWords, 'date'>

export interface PrintedDeck {
  readonly pdf: Uint8Array
  readonly report: FitReport
}

/** Milliseconds to wait for Chrome to print, whatever the size of the deck, and more for each page. */
const patience = { least: 120_000, perPage: 200 }

/**
 * Opens the page, waits until it says that it is ready (see openDeck.ts), prints it and finishes the PDF.
 *
 * @param url file URL of the page, its query included: `file:///…/index.html?print`
 * @throws UserError (exit 3) when the browser crashes or takes too long; Error when the page fails
 */
export async function printDeck(browser: RunningBrowser, url: string, info: PdfInfo): Promise<PrintedDeck> {
  const report = await openDeck(browser, url)
  const slides = report.slides.length
  const printing = slides <= printedAtOnce ? printPage(browser.page) : printInPieces(browser.page, slides)
  const printed = await browser.during('printing', patience.least + slides * patience.perPage, printing)
  return { pdf: finishPdf(printed, { ...info, date: fixedDate(process.env) }, report.bookmarks), report }
}

/** Chrome's time for a page grows with the number of pages: above this, pieces are quicker, though each costs a layout. */
const printedAtOnce = 125

/** Prints so many slides at a time, the others taken out of the page meanwhile, and joins what comes of it. */
async function printInPieces(page: Page, slides: number): Promise<Uint8Array> {
  const pieces = Math.ceil(slides / printedAtOnce)
  const printed: Uint8Array[] = []
  for (let piece = 0; piece < pieces; piece++) {
    const [from, to] = [piece, piece + 1].map((bound) => Math.round((bound * slides) / pieces))
    await page.evaluate(
      `document.querySelectorAll('section.slide').forEach((slide, index) => { slide.hidden = index < ${from} || index >= ${to} })`,
    )
    printed.push(await printPage(page))
  }
  return joinPdfs(printed)
}

const printPage = (page: Page): Promise<Uint8Array> =>
  page.pdf({ printBackground: true, preferCSSPageSize: true, tagged: true, waitForFonts: false, timeout: 0 })

/** SOURCE_DATE_EPOCH (seconds since 1970), which builds that can be repeated agree on, or the start of the century. */
function fixedDate(env: NodeJS.ProcessEnv): Date {
  const epoch = env['SOURCE_DATE_EPOCH'] ?? ''
  return /^\d{1,12}$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date(Date.UTC(2000, 0, 1))
}
