/** Requests and their surroundings → what is made of them, with a browser where one is needed. */
import type { BrowserOptions, UseBrowser } from '../browser/keepBrowser.js'
import { withBrowser } from '../browser/withBrowser.js'
import { needsBrowser } from '../model/format.js'
import { workStages } from '../model/workStages.js'
import type { DeckRequest, Surroundings } from './requests.js'

/** Starts a browser early only where something is wanted that needs one; else when somebody uses it. */
export async function* inBrowser<Made>(
  all: readonly DeckRequest[],
  requests: Iterable<DeckRequest> | AsyncIterable<DeckRequest>,
  surroundings: Surroundings,
  make: (request: DeckRequest, use: UseBrowser) => Promise<Made>,
): AsyncGenerator<Made> {
  const isNeeded = all.some(({ formats }) => needsBrowser(formats))
  yield* withBrowser(browserOptions(surroundings), requests, make, isNeeded)
}

export function browserOptions({ browser, onStage = () => {} }: Surroundings): BrowserOptions {
  return { path: browser, onLost: () => onStage(workStages.browserLost) }
}
