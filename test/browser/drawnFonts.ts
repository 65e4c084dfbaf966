/** A piece of a page → the fonts of the system that it was drawn with, for want of one that travels with the deck. */
import type * as whole from 'puppeteer'
import type { CDPSession, Page } from 'puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js'

interface Drawn {
  readonly fonts: readonly {
    readonly familyName: string
    readonly isCustomFont: boolean
    readonly glyphCount: number
  }[]
}

/** @returns words and the families that drew them, by each element with text of its own */
export async function systemFonts(page: Page | whole.Page, selector: string): Promise<readonly string[]> {
  const session = await page.createCDPSession()
  try {
    await session.send('DOM.enable')
    await session.send('CSS.enable')
    const { root } = await session.send('DOM.getDocument', { depth: 0 })
    const { nodeIds } = await session.send('DOM.querySelectorAll', {
      nodeId: root.nodeId,
      selector: `${selector}, ${selector} *`,
    })
    if (nodeIds.length === 0) throw new Error(`There is no ${selector}.`)
    const found: string[] = []
    for (const nodeId of nodeIds) {
      const { fonts }: Drawn = await session.send('CSS.getPlatformFontsForNode', { nodeId })
      const foreign = fonts.filter(({ isCustomFont }) => !isCustomFont)
      const text = foreign.length > 0 ? await ownText(session, nodeId) : ''
      if (text !== '') found.push(`${text}: ${foreign.map(({ familyName }) => familyName).join(', ')}`)
    }
    return found
  } finally {
    await session.detach()
  }
}

/** What an element says itself; what stands in its children is theirs. */
async function ownText(session: CDPSession | whole.CDPSession, nodeId: number): Promise<string> {
  const { object } = await session.send('DOM.resolveNode', { nodeId })
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: String(object.objectId),
    functionDeclaration: `function () {
      const own = [...this.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join('')
      return (own + (this.placeholder ?? '')).trim()
    }`,
    returnByValue: true,
  })
  return String(result.value)
}
