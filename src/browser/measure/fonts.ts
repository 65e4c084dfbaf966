/** Marked elements of a page → the fonts of this machine that Chrome drew some of their text with. */
import type { Page } from 'puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js'

/**
 * Chrome answers for one element at a time, with all that is written in it and right below it.
 *
 * @param mark attribute of the elements to ask for
 * @returns for each of them, in the order of the page, the first font that did not come with the page, if any
 */
export async function foreignFonts(page: Page, mark: string): Promise<readonly (string | undefined)[]> {
  const chrome = await page.createCDPSession()
  try {
    await chrome.send('DOM.enable')
    await chrome.send('CSS.enable')
    const { root } = await chrome.send('DOM.getDocument', { depth: 0 })
    const { nodeIds } = await chrome.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: `[${mark}]` })
    const asked = nodeIds.map((nodeId) => chrome.send('CSS.getPlatformFontsForNode', { nodeId }))
    const answers = await Promise.all(asked)
    return answers.map(({ fonts }) => fonts.find(({ isCustomFont }) => !isCustomFont)?.familyName)
  } finally {
    await chrome.detach()
  }
}
