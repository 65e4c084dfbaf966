/** The system in another language → the same page and the same PDF. */
import { createHash } from 'node:crypto'
import { expect, onTestFinished, test, vi } from 'vitest'
import { findBrowser } from '../../src/browser/find.js'
import { openDeck } from '../../src/browser/openDeck.js'
import { startBrowser } from '../../src/browser/start.js'
import { printKnown } from './printed.js'

const deck = new URL('pages/deck.html?print&pages=2', import.meta.url).href

/** What a page can tell of its browser's language, and its print, where the system speaks this one. */
async function seenIn(language: string) {
  for (const name of ['LANG', 'LC_ALL', 'LANGUAGE']) vi.stubEnv(name, language)
  onTestFinished(() => void vi.unstubAllEnvs())
  const browser = await startBrowser(await findBrowser())
  try {
    const report = await openDeck(browser, deck)
    const told = await browser.page.evaluate(`[
      navigator.language, navigator.languages, (1234.5).toLocaleString(), new Date(0).toLocaleString(undefined, { timeZone: 'UTC' }),
    ]`)
    const { printed } = await printKnown(browser, report)
    return { told, pdf: createHash('sha256').update(withoutDates(printed)).digest('hex') }
  } finally {
    await browser.close()
  }
}

/** Chrome writes when it printed; that goes when a PDF is finished. */
const withoutDates = (pdf: Uint8Array): string =>
  Buffer.from(pdf)
    .toString('latin1')
    .replace(/\(D:[^)]*\)/g, '')

test('a deck looks the same whatever the language of the system', async () => {
  const here = await seenIn('C')
  expect(here.told).toEqual(['en-US', ['en-US'], '1,234.5', '1/1/1970, 12:00:00 AM'])
  for (const language of ['de_DE.UTF-8', 'zh_TW.UTF-8']) expect(await seenIn(language)).toEqual(here)
})
