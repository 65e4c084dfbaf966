/** A found browser → a running one with a page to work in, started while the driver is still loading; faults in plain words. */
import type { Browser, Page, Puppeteer } from 'puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js'
import { type ChromeProcess, startChrome } from './chrome.js'
import { deadline } from './deadline.js'
import { type During, duringOf, lastWords } from './during.js'
import { mayBeLuck, startFault } from './faults.js'
import type { FoundBrowser } from './find.js'
import { type Beat, usualBeat } from './pulse.js'

export interface RunningBrowser {
  readonly found: FoundBrowser
  /** Also the number of its process group. */
  readonly pid: number
  /** Folder of its throw-away profile. */
  readonly profile: string
  readonly puppeteer: Browser
  /** The page that Chrome opened at its start. Work in it one after the other. */
  readonly page: Page
  readonly during: During
  /** Kills it at once; nothing of it is left. May be called again, also while work goes on. */
  close(): Promise<void>
}

export interface StartOptions {
  /** Milliseconds that a start may take. */
  readonly patience?: number
  /** How it is found out later on that it froze. */
  readonly beat?: Beat
}

/** Tries a second time when the first start fails by what may be bad luck. Throws UserError (exit 3). */
export async function startBrowser(
  found: FoundBrowser,
  { patience = 30_000, beat = usualBeat }: StartOptions = {},
): Promise<RunningBrowser> {
  const first = await tryStart(found, patience, beat)
  if (typeof first !== 'string') return first
  const second = mayBeLuck(first) ? await tryStart(found, patience, beat) : first
  if (typeof second !== 'string') return second
  throw startFault(found, second)
}

/** Gives the running browser, or what was said why it does not run. */
async function tryStart(found: FoundBrowser, patience: number, beat: Beat): Promise<RunningBrowser | string> {
  const chrome = await startChrome(found)
  if (typeof chrome === 'string') return chrome
  const { pid, profile, ended, close } = chrome
  // Puppeteer's door for use without Node's parts: half the modules, and all that a pipe needs.
  const { connect } = await import('puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js')
  const late = deadline(patience)
  const opening = open(connect, chrome).catch((error: unknown) => String(error))
  const opened = await Promise.race([opening, ended, late.passed])
  late.stop()
  if (typeof opened === 'object')
    return { found, pid, profile, ...opened, during: duringOf(opened.page, ended, beat, close), close }
  // A broken connection is only the trace; the process itself says why, if it goes on to end.
  const said = await Promise.race([ended, deadline(lastWords).passed])
  await close()
  return said ?? opened ?? `it did not answer within ${patience / 1000} s`
}

async function open(
  connect: Puppeteer['connect'],
  { transport }: ChromeProcess,
): Promise<Pick<RunningBrowser, 'puppeteer' | 'page'>> {
  // How long to wait is told to during(): puppeteer's own three minutes would cut large decks short.
  const puppeteer = await connect({ transport, defaultViewport: null, protocolTimeout: 0 })
  const [page] = await puppeteer.pages()
  return { puppeteer, page: page ?? (await puppeteer.newPage()) }
}
