/** Notes in a folder of their own → served, and open in a browser; all of it gone after the test file. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import puppeteer, { type Browser, type CookieData, type Page } from 'puppeteer'
import { afterAll, beforeAll } from 'vitest'
import { findBrowser } from '../../src/browser/find.js'
import { openLiveDeck } from '../../src/pipeline/liveDeck.js'
import { type ServeOptions, type Serving, serve } from '../../src/serve/serve.js'
import type { MakeExports } from '../../src/serve/source.js'

export interface HouseOptions extends Partial<ServeOptions> {
  /** Which of the files are notes; `notes.md` if it is not said. */
  readonly notes?: readonly string[]
  readonly make?: MakeExports
}

export interface Served {
  readonly serving: Serving
  /** Path of a file in the folder. */
  path(name: string): string
  write(name: string, content: string | Uint8Array): Promise<void>
  /** As the author. @param elsewhere as another browser, which shares nothing with this one: it has no key */
  openPage(address?: string, elsewhere?: boolean): Promise<Page>
}

export const shown = `document.querySelector('section.present:not(.stack)')`
/** However long it takes: a busy machine makes nothing wrong. */
export const waitFor = (page: Page, condition: string) =>
  page.waitForFunction(condition, { timeout: 60_000, polling: 20 })
export const waitForText = (page: Page, text: string) =>
  waitFor(page, `${shown}.textContent.includes(${JSON.stringify(text)})`)

/**
 * @param files by their names
 * @returns what is there once the tests run
 */
export function served(
  files: Readonly<Record<string, string>>,
  { notes = ['notes.md'], make, ...options }: HouseOptions = {},
): { readonly now: Served; readonly faults: readonly string[] } {
  const faults: string[] = []
  let now: Served | undefined
  let end = async (): Promise<void> => {}

  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'talkback-test-'))
    const path = (name: string): string => join(folder, name)
    const write = async (name: string, content: string | Uint8Array): Promise<void> => {
      await mkdir(dirname(path(name)), { recursive: true })
      await writeFile(path(name), content)
    }
    for (const [name, content] of Object.entries(files)) await write(name, content)
    const decks = notes.map((file) => {
      const source = openLiveDeck({ notes: path(file), offline: true, refresh: false })
      return { name: basename(file, '.md'), notes: path(file), source, ...(make ? { make } : {}) }
    })
    const house = { host: '127.0.0.1', follow: false, sync: false, edit: async () => undefined, ...options }
    const serving = await serve(decks, house)
    const browser = await launch()
    await browser.setCookie(authorsCookie(serving))
    const openPage = async (address = serving.address, elsewhere = false): Promise<Page> => {
      const context = elsewhere ? await browser.createBrowserContext() : browser.defaultBrowserContext()
      const page = await context.newPage()
      page.on('pageerror', (error) => faults.push(String(error)))
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
      await page.goto(address)
      // A deck that is on stage, or the list of them.
      await page.waitForSelector('html.ready, body[data-socket]')
      return page
    }
    now = { serving, path, write, openPage }
    end = async () => {
      await serving.close()
      await browser.close()
      await rm(folder, { recursive: true })
    }
  })
  afterAll(() => end())

  return {
    faults,
    get now() {
      if (now === undefined) throw new Error('It is served once tests run.')
      return now
    },
  }
}

/** What the author's browser has kept. */
export function authorsCookie({ address, own }: Serving): CookieData {
  const { hostname, port } = new URL(address)
  const value = new URLSearchParams(own).get('key') ?? ''
  return { name: `talkback-${port}`, value, domain: hostname, path: '/', httpOnly: true, sameSite: 'Strict' }
}

/** Ours lets no page reach any host, this one neither. */
async function launch(): Promise<Browser> {
  const { path } = await findBrowser()
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return puppeteer.launch({ executablePath: path, headless: 'shell', args })
}
