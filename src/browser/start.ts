/** A found browser → a running one with a page to work in, started while the driver is still loading; faults in plain words. */
import { tmpdir } from 'node:os'
import type { Browser, Page, Puppeteer } from 'puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js'
import { type ChromeProcess, startChrome } from './chrome.js'
import { fullDisk, isFullDisk, lostBrowser, mayBeLuck, silentBrowser, startFault } from './faults.js'
import type { FoundBrowser } from './find.js'

export interface RunningBrowser {
  readonly found: FoundBrowser
  /** Also the number of its process group. */
  readonly pid: number
  /** Folder of its throw-away profile. */
  readonly profile: string
  readonly puppeteer: Browser
  /** The page that Chrome opened at its start. Work in it one after the other. */
  readonly page: Page
  /**
   * Waits for work in the browser. A browser that crashes, is killed, or does not finish in time becomes a UserError
   * (exit 3); any other failure passes as it is.
   *
   * @param doing what goes on, for the message: `printing`
   * @param patience milliseconds
   */
  during<T>(doing: string, patience: number, work: Promise<T>): Promise<T>
  /** Kills it at once; nothing of it is left. May be called again, also while work goes on. */
  close(): Promise<void>
}

export interface StartOptions {
  /** Milliseconds that a start may take. */
  readonly patience?: number
}

/** Tries a second time when the first start fails by what may be bad luck. Throws UserError (exit 3). */
export async function startBrowser(
  found: FoundBrowser,
  { patience = 30_000 }: StartOptions = {},
): Promise<RunningBrowser> {
  const first = await tryStart(found, patience)
  if (typeof first !== 'string') return first
  const second = mayBeLuck(first) ? await tryStart(found, patience) : first
  if (typeof second !== 'string') return second
  throw startFault(found, second)
}

/** Gives the running browser, or what was said why it does not run. */
async function tryStart(found: FoundBrowser, patience: number): Promise<RunningBrowser | string> {
  const chrome = await startChrome(found)
  if (typeof chrome === 'string') return chrome
  const { pid, profile, ended, close } = chrome
  // Puppeteer's door for use without Node's parts: half the modules, and all that a pipe needs.
  const { connect } = await import('puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js')
  const late = deadline(patience)
  const opening = open(connect, chrome).catch((error: unknown) => String(error))
  const opened = await Promise.race([opening, ended, late.passed])
  late.stop()
  if (typeof opened === 'object') return { found, pid, profile, ...opened, during: duringOf(opened.page, ended), close }
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

function duringOf(page: Page, ended: Promise<string>): RunningBrowser['during'] {
  const crashed = new Promise<string>((resolve) => page.once('error', ({ message }) => resolve(message)))
  const gone = Promise.race([ended, crashed])
  const waitForEnd = listenersOf(gone)
  return async (doing, patience, work) => {
    const late = deadline(patience)
    const end = waitForEnd()
    try {
      const lost = end.come.then((reason) => Promise.reject(lostBrowser(doing, reason)))
      return await Promise.race([work, lost, late.passed.then(() => Promise.reject(silentBrowser(doing, patience)))])
    } catch (error) {
      if (error instanceof Error && isFullDisk(error.message)) throw fullDisk(doing, tmpdir())
      if (!(error instanceof Error) || !isConnectionError(error)) throw error
      const reason = await Promise.race([gone, deadline(lastWords).passed])
      throw lostBrowser(doing, reason ?? error.message)
    } finally {
      late.stop()
      end.forget()
    }
  }
}

/** Many wait for one end, for a while: a promise would keep all that ever waited for it, and a thousand pictures with them. */
function listenersOf(end: Promise<string>): () => { readonly come: Promise<string>; forget(): void } {
  const listeners = new Set<(reason: string) => void>()
  let ended: string | undefined
  end.then((reason) => {
    ended = reason
    for (const tell of listeners) tell(reason)
  })
  return () => {
    let forget = (): void => {}
    const come = new Promise<string>((resolve) => {
      if (ended !== undefined) resolve(ended)
      listeners.add(resolve)
      forget = () => listeners.delete(resolve)
    })
    return { come, forget }
  }
}

/** Milliseconds in which a process whose connection broke may still say why. */
const lastWords = 1000

/** What puppeteer throws when the other side has gone; a page that dies while it loads only says so in words. */
const isConnectionError = ({ name, message }: Error): boolean =>
  name === 'TargetCloseError' ||
  name === 'ConnectionClosedError' ||
  /frame (?:was|got) detached|detached frame/i.test(message)

function deadline(milliseconds: number): { readonly passed: Promise<undefined>; stop(): void } {
  let timer: NodeJS.Timeout | undefined
  const passed = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds)
  })
  return { passed, stop: () => clearTimeout(timer) }
}
