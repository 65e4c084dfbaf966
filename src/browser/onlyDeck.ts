/** A page that shows a deck for export → one that loads the files of this deck and nothing else, whatever stands in it. */
import type { Page } from 'puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js'

interface Gate {
  /** Address of the deck's folder, with a `/` at its end. */
  folder: string
}

const gates = new WeakMap<Page, Promise<Gate>>()

/**
 * Behind the deck's content policy, which lets any file on this disk count as the deck's own, and says nothing of where a
 * page goes: whatever lies elsewhere is not answered, and the page stays where it is.
 * @param url of the deck's page
 */
export async function loadOnlyDeck(page: Page, url: string): Promise<void> {
  const opening = gates.get(page) ?? openGate(page)
  gates.set(page, opening)
  const gate = await opening
  gate.folder = new URL('.', url).href
}

/** For a page that carries all it shows: what it asks for is not answered. */
export async function loadNothing(page: Page): Promise<void> {
  await openGate(page)
}

async function openGate(page: Page): Promise<Gate> {
  const gate: Gate = { folder: '' }
  const chrome = await page.createCDPSession()
  chrome.on('Fetch.requestPaused', ({ requestId, request, resourceType }) => {
    const isFine =
      liesIn(request.url, gate.folder) || (resourceType !== 'Document' && /^(?:data|blob):/.test(request.url))
    const answer = isFine
      ? chrome.send('Fetch.continueRequest', { requestId })
      : chrome.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
    // Whoever waits for the page is told when it has gone.
    answer.catch(() => {})
  })
  await chrome.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
  return gate
}

/** A step back, in whatever notation, was taken by then; a step that is not written as one has no place in a deck. */
const HIDDEN_STEP = process.platform === 'win32' ? /%2f|%5c/i : /%2f/i

function liesIn(url: string, folder: string): boolean {
  return folder !== '' && new URL(url).href.startsWith(folder) && !HIDDEN_STEP.test(url)
}
