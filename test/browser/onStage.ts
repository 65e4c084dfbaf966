/** Some notes → their deck on disk, and pages in a browser that play it; what fails in them is gathered. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page, Viewport } from 'puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js'
import { findBrowser } from '../../src/browser/find.js'
import { type RunningBrowser, startBrowser } from '../../src/browser/start.js'
import { noFormats } from '../../src/model/format.js'
import { buildDecks } from '../../src/pipeline.js'

type Settings = Readonly<Record<string, unknown>>

export interface OnStage {
  readonly browser: RunningBrowser
  /** Address of the deck, a file. */
  readonly url: string
  /** What failed in any page, and what any page asked of the network. */
  readonly faults: readonly string[]
  /** A page that plays the deck, at a slide as a link to it would have it. */
  open(hash?: string, viewport?: Viewport): Promise<Page>
  /** Closes all pages that were opened. */
  clear(): Promise<void>
  close(): Promise<void>
}

/** @param text the notes */
export async function putOnStage(text: string, settings: Settings = {}): Promise<OnStage> {
  const out = await mkdtemp(join(tmpdir(), 'talkback-test-'))
  const url = await deckOf(text, out, settings)
  const browser = await startBrowser(await findBrowser())
  const faults: string[] = []
  const pages: Page[] = []
  return {
    browser,
    url,
    faults,
    async open(hash = '', viewport = { width: 1280, height: 720 }) {
      const page = await browser.puppeteer.newPage()
      pages.push(page)
      page.on('pageerror', (error) => faults.push(String(error)))
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
      page.on('request', (request) => !/^(?:file|blob):/.test(request.url()) && faults.push(request.url()))
      await page.setViewport(viewport)
      await page.goto(`${url}${hash}`)
      await page.waitForSelector('html.ready')
      return page
    },
    async clear() {
      for (const page of pages.splice(0)) await page.close()
    },
    async close() {
      await browser.close()
      await rm(out, { recursive: true })
    },
  }
}

/** Builds the deck of some notes in a folder; gives its address. */
export async function deckOf(text: string, out: string, settings: Settings = {}): Promise<string> {
  const notes = join(out, 'notes.md')
  await writeFile(notes, text)
  const common = { name: 'deck', folder: join(out, 'deck'), formats: noFormats, offline: true, refresh: false }
  for await (const deck of buildDecks([{ notes, settings, ...common }], {})) return pathToFileURL(deck.index).href
  throw new Error('Notes make a deck.')
}

export const ask = <Value>(page: Page, expression: string): Promise<Value> => page.evaluate<[], () => Value>(expression)

/** Id of the slide that is shown. */
export const shownId = (page: Page): Promise<string> => ask(page, `document.querySelector('section.present').id`)
