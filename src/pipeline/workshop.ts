/** Requests at any time → decks, one after the other, with one browser that starts when it is needed first and stays. */
import { keepBrowser } from '../browser/keepBrowser.js'
import { standAgain } from '../io/standAgain.js'
import { buildDeck } from '../pipeline.js'
import { browserOptions } from './browsers.js'
import type { BuiltDeck, DeckRequest, Surroundings } from './requests.js'

export interface Workshop {
  /**
   * One deck after the other, however many are asked for.
   * @param onStage told what is being done, from when it is this one's turn
   * @throws UserError as a build does; the next one may go well
   */
  build(request: DeckRequest, onStage: (text: string) => void): Promise<BuiltDeck>
  /** Ends the browser, and what it was busy with. */
  close(): Promise<void>
}

export function openWorkshop(surroundings: Surroundings): Workshop {
  let tell: (text: string) => void = () => {}
  let queue: Promise<unknown> = Promise.resolve()
  const browser = keepBrowser(browserOptions({ ...surroundings, onStage: (text) => tell(text) }))
  return {
    build(request, onStage) {
      const work = queue.then(() => {
        surroundings.signal?.throwIfAborted()
        tell = onStage
        standAgain()
        return buildDeck(request, { ...surroundings, onStage }, browser.use)
      })
      queue = work.catch(() => {})
      return work
    },
    async close() {
      await browser.close()
      // What it was busy with fails now, and takes away what it had begun.
      await queue
    },
  }
}
