/** Requests → what is made of each, one after the other in one browser, which starts early, stays warm, and is replaced when it is lost. */
import { UserError } from '../errors.js'
import { LostBrowser } from './faults.js'
import type { RunningBrowser } from './start.js'

/** Does work in the browser, once it runs. Lost in the middle, the work is done once more, from its beginning, in another. */
export type UseBrowser = <T>(work: (browser: RunningBrowser) => Promise<T>) => Promise<T>

export interface BrowserOptions {
  /** Of a browser; otherwise found. */
  readonly path?: string | undefined
  /** Told when a browser is lost and another one is started. */
  readonly onLost?: () => void
}

/**
 * @throws UserError (exit 3), where `make` uses the browser, when there is none, it does not start, or is lost twice
 */
export async function* withBrowser<Request, Made>(
  { path, onLost = () => {} }: BrowserOptions,
  requests: Iterable<Request> | AsyncIterable<Request>,
  make: (request: Request, use: UseBrowser) => Promise<Made>,
): AsyncGenerator<Made> {
  let browser: Promise<RunningBrowser> | undefined = openBrowser(path)
  // Whoever needs it first is told what went wrong; until then nobody listens.
  browser.catch(() => {})
  let ended = false

  /** Where it did not start, whoever comes next may have more luck. */
  const running = async (): Promise<RunningBrowser> => {
    browser ??= openBrowser(path)
    try {
      return await browser
    } catch (error) {
      browser = undefined
      throw error
    }
  }

  const use: UseBrowser = async (work) => {
    const first = await running()
    try {
      return await work(first)
    } catch (error) {
      // We ended it ourselves, because nobody waits for the work any more.
      if (!(error instanceof LostBrowser) || ended) throw error
      onLost()
      browser = first.close().then(() => openBrowser(path))
    }
    const second = await running()
    try {
      return await work(second)
    } catch (error) {
      throw error instanceof LostBrowser ? lostAgain(error) : error
    }
  }

  try {
    for await (const request of requests) yield await make(request, use)
  } finally {
    ended = true
    await browser?.then(({ close }) => close()).catch(() => {})
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
async function openBrowser(browser: string | undefined): Promise<RunningBrowser> {
  const [{ findBrowser }, { startBrowser }] = await Promise.all([import('./find.js'), import('./start.js')])
  return startBrowser(await findBrowser({ browser }))
}
