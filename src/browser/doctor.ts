/** A machine → what is known of its browser: which one, whether it starts and prints, and how fast. */
import { UserError } from '../errors.js'
import { type FoundBrowser, searchBrowser } from './find.js'
import type { BrowserPlace } from './places.js'
import { startBrowser } from './start.js'

export interface BrowserFacts {
  readonly found?: FoundBrowser
  /** All places that were looked at. */
  readonly tried: readonly BrowserPlace[]
  /** What it says of itself, and how many milliseconds it took to start; it has printed as well. */
  readonly works?: { readonly version: string; readonly took: number }
  /** Why it does not work: no such browser, it does not start, it does not print. */
  readonly fault?: UserError
}

/**
 * Finding no browser, or one that is broken, is a fact and not an error.
 * @param browser path or command of one; otherwise found
 */
export async function browserFacts(browser?: string): Promise<BrowserFacts> {
  let tried: readonly BrowserPlace[] = []
  let found: FoundBrowser | undefined
  try {
    const search = searchBrowser({ browser })
    tried = search.tried
    found = search.found
    return { ...search, ...(found ? { works: await tryOut(found) } : {}) }
  } catch (fault) {
    if (fault instanceof UserError) return { tried, ...(found ? { found } : {}), fault }
    throw fault
  }
}

async function tryOut(found: FoundBrowser): Promise<NonNullable<BrowserFacts['works']>> {
  const started = performance.now()
  const { puppeteer, page, during, close } = await startBrowser(found)
  try {
    const took = Math.round(performance.now() - started)
    const version = await during('telling its version', 10_000, puppeteer.version())
    await during('printing', 30_000, page.pdf())
    return { version, took }
  } finally {
    await close()
  }
}
