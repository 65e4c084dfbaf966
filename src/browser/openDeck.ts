/** Address of a deck's page → the page open and fitted, and its report. */
import { statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FitReport } from '../model/fitted.js'
import { loadOnlyDeck } from './onlyDeck.js'
import type { RunningBrowser } from './start.js'

/** Milliseconds to wait for a page to fit, whatever its size, and more for each kB of it. */
const patience = { least: 60_000, perKilobyte: 20 }

/**
 * Opens the page and waits until it says that it is ready.
 *
 * The page fits its slides and lays them out as plain pages with a size of their own; then it sets `window.talkback` (see
 * PrintPage in runtime/print.ts) and the root element's `data-talkback` to `ready`, or to `failed` with the reason in
 * `data-talkback-error`.
 *
 * @param url file URL of the page, its query included: `file:///…/index.html?print`
 * @throws UserError (exit 3) when the browser crashes or takes too long; Error when the page fails
 */
export async function openDeck(browser: RunningBrowser, url: string): Promise<FitReport> {
  const { page } = browser
  const faults: string[] = []
  const noteFault = (error: unknown): void => {
    faults.push(error instanceof Error ? error.message : String(error))
  }
  page.on('pageerror', noteFault)
  try {
    const opening = loadOnlyDeck(page, url)
      .then(() => page.goto(url, { waitUntil: 'domcontentloaded', timeout: 0 }))
      .then(() => page.evaluate(readiness))
    const size = statSync(fileURLToPath(url.replace(/[?#].*/, ''))).size
    const wait = patience.least + (size / 1024) * patience.perKilobyte
    const state: unknown = await browser.during('fitting the slides', wait, opening)
    return readReport(state, faults)
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
