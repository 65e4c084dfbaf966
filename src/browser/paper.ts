/** An open deck → Chrome's PDF of it, as slides or as sheets, printed in pieces that are joined. */
import { setImmediate } from 'node:timers/promises'
import type { Page } from 'puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js'
import type { FitReport, LaidPaper } from '../model/fitted.js'
import { joinPdfs } from '../pdf/join.js'
import { type Lending, withoutLent } from '../pdf/lentPictures.js'
import { UnknownPdf } from '../pdf/unknown.js'
import type { RunningBrowser } from './start.js'

export interface PrintedPaper {
  /** Or why the pieces could not be joined. */
  readonly printed: Uint8Array | UnknownPdf
  readonly laid: LaidPaper
}

/** Milliseconds to wait for the next portion, whatever its size, and more for each slide that is laid out for the first one. */
const patience = { least: 60_000, perSlide: 50 }

/** Chrome's time for a page grows with the number of pages in a print, so no more than these go into one. */
const pagesAtOnce = 125
/** Bytes of pictures that go into one, about: it is in memory as a whole, twice for a moment, and Chrome packs some anew for seconds. */
export const weightAtOnce = 40_000_000

export interface HeavyPictures extends Lending {
  /** Bytes that pictures take in the print, about. */
  readonly weight: number
}

/**
 * @param report of the page that is open (see openDeck.ts)
 * @param paper JavaScript for the page that gives a Paper (runtime/paper.ts); otherwise the slides, one a page
 * @param heavy pictures that are left out of what is returned (pdf/lentPictures.ts)
 * @param helper has the same deck open, and prints its share
 * @returns Chrome's PDF, not yet finished, and where its bookmarks lead
 */
export async function printPaper(
  browser: RunningBrowser,
  report: FitReport,
  paper = '',
  heavy: HeavyPictures = { lent: new Map(), weight: 0 },
  helper?: RunningBrowser,
): Promise<PrintedPaper> {
  const wait = patience.least + report.slides.length * patience.perSlide
  const printers = [browser, ...(helper ? [helper] : [])].map(({ page, during }): Printer => {
    return { page, next: (work) => during('printing', wait, work) }
  })
  const papers = printers.map(({ page, next }): Promise<unknown> => {
    return next(page.evaluate(`${onceOnly.begin}; window.talkback.lay(${paper})`))
  })
  const [laid] = await Promise.all(papers)
  if (!isLaid(laid)) throw new Error('The deck could not be laid out for paper.')
  const printed = await inPieces(printers, laid, heavy)
  await Promise.all(printers.map(({ page, next }) => next(page.evaluate(onceOnly.end))))
  return { printed, laid }
}

/**
 * The paper that was laid out last, as Chrome writes it when it is asked for all at once, with bookmarks of its own: for
 * a browser whose PDFs can't be joined or finished.
 */
export function printWhole({ page, during }: RunningBrowser, { pages }: LaidPaper): Promise<Uint8Array> {
  const printing = page
    .evaluate(`${onceOnly.begin}; window.talkback.put(0, ${pages})`)
    .then(() => page.pdf({ ...asLaid, outline: true }))
  const whole = printing.then((printed) => page.evaluate(onceOnly.end).then(() => printed))
  return during('printing', patience.least + pages * patience.perSlide, whole)
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

interface Printer {
  readonly page: Page
  /** Waits for what shows that printing goes on: a page that is stuck is noticed by the portion that does not come. */
  readonly next: <Result>(work: Promise<Result>) => Promise<Result>
}

/** Whoever is free prints the next piece; they are joined in their order. */
async function inPieces(
  printers: readonly Printer[],
  { pages }: LaidPaper,
  heavy: HeavyPictures,
): Promise<Uint8Array | UnknownPdf> {
  const pieces = Math.min(pages, Math.ceil(Math.max(pages / pagesAtOnce, heavy.weight / weightAtOnce)))
  const joiner = joinPdfs(pieces)
  const printed = new Map<number, Uint8Array>()
  let [begun, joined] = [0, 0]
  const joinNext = async (): Promise<void> => {
    for (let piece = printed.get(joined); piece; piece = printed.get(++joined)) {
      printed.delete(joined)
      joiner.add(await withoutLent(piece, heavy))
    }
  }
  let joining = Promise.resolve()
  /** One after the other, whoever asks. */
  const join = (): Promise<void> => {
    joining = joining.then(joinNext)
    return joining
  }
  const print = async ({ page, next }: Printer): Promise<void> => {
    while (begun < pieces) {
      const piece = begun++
      const [from, to] = [piece, piece + 1].map((bound) => Math.round((bound * pages) / pieces))
      await next(page.evaluate(`window.talkback.put(${from}, ${to})`))
      const printing = next(page.pdf(asLaid))
      // Whoever waits for it is told; until it answers there is time to put away what was given before.
      printing.catch(() => {})
      await setImmediate()
      try {
        await join()
      } finally {
        printed.set(piece, await printing)
      }
    }
  }
  const ends = await Promise.allSettled(
    printers.map((printer) =>
      print(printer).catch((error: unknown) => {
        begun = pieces
        throw error
      }),
    ),
  )
  try {
    for (const end of ends) if (end.status === 'rejected') throw end.reason
    await join()
    return joiner.finish()
  } catch (error) {
    if (error instanceof UnknownPdf) return error
    throw error
  }
}

const asLaid = { printBackground: true, preferCSSPageSize: true, tagged: true, waitForFonts: false, timeout: 0 }

/** The page's own work: it is enough to know that it is one. */
function isLaid(value: unknown): value is LaidPaper {
  return typeof value === 'object' && value !== null && 'pages' in value && 'bookmarks' in value
}
