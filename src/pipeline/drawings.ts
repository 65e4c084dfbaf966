/** A browser that may be there → drawings that only a browser can draw, one after the other; none where there is no browser. */
import type { UseBrowser } from '../browser/keepBrowser.js'
import { UserError } from '../errors.js'
import type { DrawSvg } from '../io/pictures/drawnPicture.js'

/**
 * The browser is started for the first of them. Decks of HTML need none: what goes wrong with it is no fault of the build, and
 * it is not tried again.
 */
export function drawnBy(use: UseBrowser): DrawSvg {
  let queue: Promise<unknown> = Promise.resolve()
  let isLost = false
  const draw: DrawSvg = async (svg, size) => {
    if (isLost) return undefined
    try {
      const { drawSvg } = await import('../browser/drawSvg.js')
      return await use((browser) => drawSvg(browser, svg, size))
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      isLost = true
      return undefined
    }
  }
  return (svg, size) => {
    const drawn = queue.then(() => draw(svg, size))
    queue = drawn.catch(() => {})
    return drawn
  }
}
