/** A found browser → a running one with a page to work in, started while the driver is still loading; faults in plain words. */
import type { Browser, Page, Puppeteer } from 'puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js'
import { exitCode, UserError } from '../errors.js'
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
  /** One more page of it, with a process of its own. */
  another(): Promise<RunningBrowser>
  /** Kills it at once; nothing of it is left. May be called again, also while work goes on. */
  close(): Promise<void>
}

export interface StartOptions {
  /** Milliseconds that a start may take. */
  readonly patience?: number
  /** How it is found out later on that it froze. */
  readonly beat?: Beat
  /** Nobody waits for it any more. */
  readonly signal?: AbortSignal
}

/** Milliseconds that a start, and another page, may take. */
const PATIENCE = 30_000

/** Tries a second time, within the same time, when the first start fails by what may be bad luck. Throws UserError (exit 3). */
export async function startBrowser(
  found: FoundBrowser,
  { patience = PATIENCE, beat = usualBeat, signal }: StartOptions = {},
): Promise<RunningBrowser> {
  const late = deadline(patience)
  const stop = Promise.race([late.passed.then(() => `it did not answer within ${patience / 1000} s`), abortOf(signal)])
  const first = await tryStart(found, stop, beat)
  const isOver = first === CLOSED || (typeof first === 'string' && !mayBeLuck(first))
  const second = typeof first === 'string' && !isOver ? await tryStart(found, stop, beat) : first
  late.stop()
  if (second === CLOSED) throw new UserError('The browser was closed while it started.', 'Try again.', exitCode.browser)
  if (typeof second !== 'string') return second
  throw startFault(found, second)
}

/** Gives the running browser, or what was said why it does not run. */
async function tryStart(found: FoundBrowser, stop: Promise<string>, beat: Beat): Promise<RunningBrowser | string> {
  const chrome = await startChrome(found)
  if (typeof chrome === 'string') return chrome
  const { pid, profile, ended, close } = chrome
  // Puppeteer's door for use without Node's parts: half the modules, and all that a pipe needs.
  const { connect } = await import('puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js')
  const opening = open(connect, chrome).catch((error: unknown) => String(error))
  const stopped = stop.then((reason) => ({ reason }))
  const opened = await Promise.race([opening, ended, stopped])
  if (typeof opened === 'object' && 'reason' in opened) {
    await close()
    return opened.reason
  }
  if (typeof opened === 'object') {
    const { puppeteer } = opened
    const at = (page: Page): RunningBrowser => {
      const during = duringOf(page, ended, beat, close)
      const another = async () => at(await during('opening a page', PATIENCE, puppeteer.newPage()))
      return { found, pid, profile, puppeteer, page, during, another, close }
    }
    return at(opened.page)
  }
  // A broken connection is only the trace; the process itself says why, if it goes on to end.
  const said = await Promise.race([ended, deadline(lastWords).passed])
  await close()
  return said ?? opened
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

const CLOSED = 'it was closed'

const abortOf = (signal: AbortSignal | undefined): Promise<string> =>
  new Promise((resolve) => {
    if (signal?.aborted) resolve(CLOSED)
    signal?.addEventListener('abort', () => resolve(CLOSED), { once: true })
  })
