/** A machine → what is known of its browser: which one, whether it starts and prints, and how fast. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { UserError } from '../errors.js'
import { type FoundBrowser, searchBrowser } from './find.js'
import { type PdfFont, pdfFacts } from './pdf/read.js'
import { type BrowserPlace, cacheFolder } from './places.js'
import { type RunningBrowser, startBrowser } from './start.js'
import { thisMachine } from './world.js'

export interface BrowserFacts {
  readonly found?: FoundBrowser
  /** All places that were looked at. */
  readonly tried: readonly BrowserPlace[]
  /** Folder of puppeteer's cache, whether it is there or not. */
  readonly cache: string
  /** What it says of itself, how many milliseconds it took to start, and the fonts of Chinese text in a PDF it printed. */
  readonly works?: { readonly version: string; readonly took: number; readonly chinese: readonly PdfFont[] }
  /** Why it does not work: no such browser, it does not start, it does not print. */
  readonly fault?: UserError
}

export interface FactsOptions {
  /** Path or command of a browser. */
  readonly browser?: string | undefined
  /** Path of a font file for the Chinese text; otherwise what the system has. */
  readonly font?: string
}

/** Finding no browser, or one that is broken, is a fact and not an error. */
export async function browserFacts({ browser, font }: FactsOptions = {}): Promise<BrowserFacts> {
  const cache = cacheFolder(thisMachine)
  let tried: readonly BrowserPlace[] = []
  let found: FoundBrowser | undefined
  try {
    const search = searchBrowser({ browser })
    tried = search.tried
    found = search.found
    return { ...search, cache, ...(found ? { works: await tryOut(found, font) } : {}) }
  } catch (fault) {
    if (fault instanceof UserError) return { tried, cache, ...(found ? { found } : {}), fault }
    throw fault
  }
}

async function tryOut(found: FoundBrowser, font: string | undefined): Promise<NonNullable<BrowserFacts['works']>> {
  const started = performance.now()
  const running = await startBrowser(found)
  try {
    const took = Math.round(performance.now() - started)
    const version = await running.during('telling its version', 10_000, running.puppeteer.version())
    return { version, took, chinese: await printChinese(running, font) }
  } finally {
    await running.close()
  }
}

async function printChinese(
  { page, profile, during }: RunningBrowser,
  font: string | undefined,
): Promise<readonly PdfFont[]> {
  const face = font === undefined ? '' : `@font-face { font-family: carried; src: url('${pathToFileURL(font).href}') }`
  const path = join(profile, 'chinese.html')
  await writeFile(path, `<!doctype html><meta charset="utf-8"><style>${face} p { font-family: carried }</style><p>中文`)
  const printing = async (): Promise<Uint8Array> => {
    await page.goto(pathToFileURL(path).href)
    return page.pdf()
  }
  return pdfFacts(await during('printing', 30_000, printing())).fonts
}
