/** A deck's page in the browser → its PDF and the report of what fitting did. */
import { statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FitReport } from '../model/fitted.js'
import { finishPdf, type PdfWords } from './pdf/finish.js'
import type { RunningBrowser } from './start.js'

/** What the PDF says about itself; '' where there is nothing to say. */
export type PdfInfo = Omit<PdfWords, 'date'>

export interface PrintedDeck {
  readonly pdf: Uint8Array
  readonly report: FitReport
}

/** Milliseconds to wait for a page to fit and for Chrome to print it, whatever its size, and more for each kB and page. */
const patience = { least: 120_000, perKilobyte: 20, perPage: 200 }

/**
 * Opens the page, waits until it says that it is ready, prints it and finishes the PDF.
 *
 * The page fits its slides and lays them out as plain pages with a size of their own; then it sets `window.talkback` to
 * `{ report }` and the root element's `data-talkback` to `ready`, or to `failed` with the reason in `data-talkback-error`.
 *
 * @param url file URL of the page, its query included: `file:///…/index.html?print`
 * @throws UserError (exit 3) when the browser crashes or takes too long; Error when the page fails
 */
export async function printDeck(
  browser: RunningBrowser,
  { url }: { readonly url: string },
  info: PdfInfo,
): Promise<PrintedDeck> {
  const { page } = browser
  const faults: string[] = []
  const noteFault = (error: unknown): void => {
    faults.push(error instanceof Error ? error.message : String(error))
  }
  page.on('pageerror', noteFault)
  try {
    const opening = page.goto(url, { waitUntil: 'domcontentloaded', timeout: 0 }).then(() => page.evaluate(readiness))
    const wait =
      patience.least + (statSync(fileURLToPath(url.replace(/[?#].*/, ''))).size / 1024) * patience.perKilobyte
    const state: unknown = await browser.during('fitting the slides', wait, opening)
    const report = readReport(state, faults)
    const printing = page.pdf({
      printBackground: true,
      preferCSSPageSize: true,
      tagged: true,
      waitForFonts: false,
      timeout: 0,
    })
    const printed = await browser.during('printing', patience.least + report.slides.length * patience.perPage, printing)
    return { pdf: finishPdf(printed, { ...info, date: fixedDate(process.env) }, report.bookmarks), report }
  } finally {
    page.off('pageerror', noteFault)
  }
}

/** Runs in the page: waits for its word, and for pictures, without asking again and again. */
const readiness = `new Promise((resolve) => {
  const root = document.documentElement
  const tell = () => {
    const { talkback: state, talkbackError: error } = root.dataset
    if (state === undefined) return
    const answer = { state, error, report: window.talkback?.report }
    if (document.readyState === 'complete') resolve(answer)
    else addEventListener('load', () => resolve(answer), { once: true })
  }
  new MutationObserver(tell).observe(root, { attributes: true, attributeFilter: ['data-talkback'] })
  tell()
})`

function readReport(answer: unknown, faults: readonly string[]): FitReport {
  const { state, error, report } = isRecord(answer) ? answer : {}
  if (state === 'ready' && isReport(report)) return report
  const reasons = [...(typeof error === 'string' ? [error] : []), ...faults]
  throw new Error(`The deck could not be laid out in the browser: ${reasons.join('; ') || 'it gave no report'}`)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** The report is our own runtime's work: it is enough to know that it is one. */
function isReport(value: unknown): value is FitReport {
  return isRecord(value) && Array.isArray(value['slides']) && Array.isArray(value['bookmarks'])
}

/** SOURCE_DATE_EPOCH (seconds since 1970), which builds that can be repeated agree on, or the start of the century. */
function fixedDate(env: NodeJS.ProcessEnv): Date {
  const epoch = env['SOURCE_DATE_EPOCH'] ?? ''
  return /^\d{1,12}$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date(Date.UTC(2000, 0, 1))
}
