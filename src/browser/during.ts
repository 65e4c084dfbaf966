/** Work in a browser → its result, or a sentence about the browser that was lost in the middle of it. */
import { tmpdir } from 'node:os'
import type { Page } from 'puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js'
import { deadline } from './deadline.js'
import { frozenBrowser, fullDisk, isFullDisk, LostBrowser, lostBrowser, slowBrowser } from './faults.js'
import { type Beat, feelPulse } from './pulse.js'

/**
 * Waits for work in the browser. A browser that crashes, is killed, freezes, or does not finish in time becomes a UserError
 * (exit 3); any other failure passes as it is. A browser is lost once: all later work in it fails at once, by the same error.
 *
 * @param doing what goes on, for the message: `printing`
 * @param patience milliseconds
 */
export type During = <T>(doing: string, patience: number, work: Promise<T>) => Promise<T>

/**
 * @param ended resolves when the browser has ended, with what it said last
 * @param end kills it: what still waits for a browser that is lost, to tidy up, would wait for ever for one that only froze
 */
export function duringOf(page: Page, ended: Promise<string>, beat: Beat, end: () => Promise<void>): During {
  const crashed = new Promise<string>((resolve) => page.once('error', ({ message }) => resolve(message)))
  const gone = Promise.race([ended, crashed])
  const waitForEnd = listenersOf(gone)
  let loss: LostBrowser | undefined
  const noteLoss = (error: LostBrowser): LostBrowser => {
    loss ??= error
    // Whoever keeps it ends it too, and is told if that fails.
    end().catch(() => {})
    return error
  }
  return async (doing, patience, work) => {
    if (loss) {
      work.catch(() => {})
      throw loss
    }
    const late = deadline(patience)
    const pulse = feelPulse(() => page.browser().version(), beat)
    const death = waitForEnd()
    try {
      const lost = death.come.then((reason) => Promise.reject(lostBrowser(doing, reason)))
      const slow = late.passed.then(() => Promise.reject(slowBrowser(doing, patience)))
      const frozen = pulse.stopped.then(() => Promise.reject(frozenBrowser(doing)))
      return await Promise.race([work, lost, slow, frozen])
    } catch (error) {
      if (error instanceof LostBrowser) throw noteLoss(error)
      if (error instanceof Error && isFullDisk(error.message)) throw fullDisk(doing, tmpdir())
      if (!(error instanceof Error) || !isConnectionError(error)) throw error
      const reason = await Promise.race([gone, deadline(lastWords).passed])
      throw noteLoss(lostBrowser(doing, reason ?? error.message))
    } finally {
      late.stop()
      pulse.leave()
      death.forget()
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
export const lastWords = 1000

/** What puppeteer throws when the other side has gone; a page that dies while it loads only says so in words. */
const isConnectionError = ({ name, message }: Error): boolean =>
  name === 'TargetCloseError' ||
  name === 'ConnectionClosedError' ||
  /frame (?:was|got) detached|detached frame/i.test(message)
