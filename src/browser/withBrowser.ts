/** Requests → what is made of each, one after the other in one browser, which starts while the first is being prepared. */
import type { RunningBrowser } from './start.js'

/**
 * @param path of a browser; otherwise found
 * @param make waits for the browser when it needs it
 * @throws UserError (exit 3), where `make` waits, when there is no browser or it does not start
 */
export async function* withBrowser<Request, Made>(
  path: string | undefined,
  requests: readonly Request[],
  make: (request: Request, browser: Promise<RunningBrowser>) => Promise<Made>,
): AsyncGenerator<Made> {
  const browser = openBrowser(path)
  // Whoever needs it first is told what went wrong; until then nobody listens.
  browser.catch(() => {})
  try {
    for (const request of requests) yield await make(request, browser)
  } finally {
    await browser.then((running) => running.close()).catch(() => {})
  }
}

/** Loaded only here: builds without a PDF need none of it. */
async function openBrowser(browser: string | undefined): Promise<RunningBrowser> {
  const [{ findBrowser }, { startBrowser }] = await Promise.all([import('./find.js'), import('./start.js')])
  return startBrowser(await findBrowser({ browser }))
}
