/** Requests → what is made of each, one after the other in one browser, which stays warm. */
import { type BrowserOptions, keepBrowser, type UseBrowser } from './keepBrowser.js'

/**
 * @param early starts it while the first is being made ready
 * @throws UserError (exit 3), where `make` uses the browser, when there is none, it does not start, or is lost twice
 */
export async function* withBrowser<Request, Made>(
  options: BrowserOptions,
  requests: Iterable<Request> | AsyncIterable<Request>,
  make: (request: Request, use: UseBrowser) => Promise<Made>,
  early = true,
): AsyncGenerator<Made> {
  const browser = keepBrowser(options)
  if (early) browser.start()
  try {
    for await (const request of requests) yield await make(request, browser.use)
  } finally {
    await browser.close()
  }
}
