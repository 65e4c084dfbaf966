/** An open deck → Chrome's PDF of it, as slides or as sheets, printed in pieces that are joined. */
import { setImmediate } from 'node:timers/promises'
import type { Page } from 'puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js'
import type { FitReport, LaidPaper } from '../model/fitted.js'
import { joinPdfs } from '../pdf/join.js'
import type { RunningBrowser } from './start.js'

export interface PrintedPaper {
  readonly printed: Uint8Array
  readonly laid: LaidPaper
}

/** Milliseconds to wait for Chrome to print, whatever the size of the deck, and more for each page. */
const patience = { least: 120_000, perPage: 200 }

/** Chrome's time for a page grows with the number of pages in a print, so no more than these go into one. */
const pagesAtOnce = 125

/**
 * @param report of the page that is open (see openDeck.ts)
 * @param paper JavaScript for the page that gives a Paper (runtime/paper.ts); otherwise the slides, one a page
 * @returns Chrome's PDF, not yet finished, and where its bookmarks lead
 */
export async function printPaper(
  { page, during }: RunningBrowser,
  report: FitReport,
  paper = '',
): Promise<PrintedPaper> {
  const wait = patience.least + report.slides.length * patience.perPage
  return during('printing', wait, inPieces(page, paper))
}

/**
 * Chrome lays everything out twice for a print: first on paper as large as its window, of which nothing is kept, then on
 * the pages. No page is as large as the window (see flags.ts), so slides need only be there the second time.
 */
const onceOnly = {
  begin: `document.head.append(Object.assign(document.createElement('style'), { id: 'talkback-once', textContent:
    '@media print and (width: ' + innerWidth + 'px) and (height: ' + innerHeight + 'px) { .on-paper .talk { display: none } }' }))`,
  end: `document.getElementById('talkback-once').remove()`,
}

async function inPieces(page: Page, paper: string): Promise<PrintedPaper> {
  const laid: unknown = await page.evaluate(`${onceOnly.begin}; window.talkback.lay(${paper})`)
  if (!isLaid(laid)) throw new Error('The deck could not be laid out for paper.')
  const pieces = Math.ceil(laid.pages / pagesAtOnce)
  const joiner = joinPdfs(pieces)
  let before: Uint8Array | undefined
  for (let piece = 0; piece < pieces; piece++) {
    const [from, to] = [piece, piece + 1].map((bound) => Math.round((bound * laid.pages) / pieces))
    await page.evaluate(`window.talkback.put(${from}, ${to})`)
    const printing = printPage(page)
    // Chrome is told first; until it answers there is time to put away what it gave before.
    await setImmediate()
    const [printed] = await Promise.all([printing, before && joiner.add(before)])
    before = printed
  }
  await page.evaluate(onceOnly.end)
  if (before) joiner.add(before)
  return { printed: joiner.finish(), laid }
}

const printPage = (page: Page): Promise<Uint8Array> =>
  page.pdf({ printBackground: true, preferCSSPageSize: true, tagged: true, waitForFonts: false, timeout: 0 })

/** The page's own work: it is enough to know that it is one. */
function isLaid(value: unknown): value is LaidPaper {
  return typeof value === 'object' && value !== null && 'pages' in value && 'bookmarks' in value
}
