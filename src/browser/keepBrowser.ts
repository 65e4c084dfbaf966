/** A browser's path → a browser for whoever needs one: started once, kept, replaced when it is lost, and closed at the end. */
import { exitCode, UserError } from '../errors.js'
import { LostBrowser } from './faults.js'
import type { Beat } from './pulse.js'
import type { RunningBrowser, StartOptions } from './start.js'

/** Does work in the browser, once it runs. Lost in the middle, the work is done once more, from its beginning, in another. */
export type UseBrowser = <T>(work: (browser: RunningBrowser) => Promise<T>) => Promise<T>

export interface BrowserOptions {
  /** Of a browser; otherwise found. */
  readonly path?: string | undefined
  /** Told when a browser is lost and another one is started. */
  readonly onLost?: () => void
  /** How it is found out that it froze. */
  readonly beat?: Beat
}

interface KeptBrowser {
  /** Starts it for work that is about to come. What goes wrong is told to that work. */
  start(): void
  /**
   * Starts it, if need be. One piece of work at a time.
   * @throws UserError (exit 3) when there is no browser, it does not start, or is lost twice; the next piece of work tries anew
   */
  readonly use: UseBrowser
  /** Ends it, also in the middle of work, which then fails; after this there is no other. */
  close(): Promise<void>
}

export function keepBrowser({ path, onLost = () => {}, beat }: BrowserOptions): KeptBrowser {
  let browser: Promise<RunningBrowser> | undefined
  let ended = false
  const ending = new AbortController()

  function start(): Promise<RunningBrowser> {
    if (browser === undefined) {
      browser = openBrowser(path, { signal: ending.signal, ...(beat ? { beat } : {}) })
      // Whoever needs it first is told what went wrong; until then nobody listens.
      browser.catch(() => {})
    }
    return browser
  }

  async function running(): Promise<RunningBrowser> {
    if (ended) throw new UserError('The browser was closed.', 'Try again.', exitCode.browser)
    try {
      return await start()
    } catch (error) {
      browser = undefined
      throw error
    }
  }

  async function drop(): Promise<void> {
    const lost = browser
    browser = undefined
    await lost?.then((one) => one.close()).catch(() => {})
  }

  const use: UseBrowser = async (work) => {
    const first = await running()
    try {
      return await work(first)
    } catch (error) {
      if (!(error instanceof LostBrowser) || ended) throw error
      onLost()
      await drop()
      // We ended it ourselves, because nobody waits for the work any more.
      if (ended) throw error
    }
    const second = await running()
    try {
      return await work(second)
    } catch (error) {
      if (!(error instanceof LostBrowser)) throw error
      await drop()
      throw lostAgain(error)
    }
  }

  return {
    start: () => void start(),
    use,
    close() {
      ended = true
      ending.abort()
      return drop()
    },
  }
}

const lostAgain = (error: LostBrowser): UserError =>
  new UserError(
    error.message,
    'It was tried twice: the machine may be short of memory or very busy; `talkback doctor` may tell more.',
    error.code,
    { cause: error },
  )

/** Loaded only here: builds without a PDF need none of it. */
async function openBrowser(browser: string | undefined, options: StartOptions): Promise<RunningBrowser> {
  const [{ findBrowser }, { startBrowser }] = await Promise.all([import('./find.js'), import('./start.js')])
  return startBrowser(await findBrowser({ browser }), options)
}
