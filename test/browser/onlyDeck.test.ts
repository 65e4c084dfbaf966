/** What a page that exports may load, were nothing else in the way of it. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findBrowser } from '../../src/browser/find.js'
import { openDeck } from '../../src/browser/openDeck.js'
import { type RunningBrowser, startBrowser } from '../../src/browser/start.js'

let folder: string
let browser: RunningBrowser

const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talkback-only-'))
  await mkdir(join(folder, 'deck'))
  for (const path of ['deck/own.svg', 'secret.svg', 'deck-2.svg']) await writeFile(join(folder, path), picture)
  browser = await startBrowser(await findBrowser())
})
afterAll(async () => {
  await browser?.close()
  await rm(folder, { recursive: true, force: true })
})

/** Opens a page that loads what its body says, and is ready when that came or did not. */
async function openWith(body: string): Promise<void> {
  const ready = `addEventListener('load', () => {
    window.talkback = { report: { slides: [], bookmarks: [] } }
    document.documentElement.dataset.talkback = 'ready'
  })`
  await writeFile(join(folder, 'deck', 'index.html'), `<!doctype html><body>${body}<script>${ready}</script>`)
  await openDeck(browser, `${pathToFileURL(join(folder, 'deck', 'index.html')).href}?print`)
}

it('loads what lies in its folder, and nothing that lies beside it, however that is written', async () => {
  const names = ['own.svg', '../secret.svg', '%2e%2e/secret.svg', '..%2fsecret.svg', '../deck-2.svg']
  await openWith(`${names.map((name) => `<img src="${name}">`).join('')}<iframe src="../secret.svg"></iframe>`)
  const widths = await browser.page.evaluate('[...document.images].map((image) => image.naturalWidth)')
  expect(widths).toEqual([9, 0, 0, 0, 0])
  const frames = browser.page.frames().map((frame) => frame.url())
  expect(frames.some((url) => url.endsWith('secret.svg'))).toBe(false)
})

it('stays where it is, whatever sends it away', async () => {
  await openWith('<meta http-equiv="refresh" content="0;url=../secret.svg">')
  const link = "Object.assign(document.createElement('a'), { href: '../secret.svg' })"
  await browser.page.evaluate(`{ const link = ${link}; document.body.append(link); link.click() }`)
  // Whatever goes on in the page after that, it answers, and is the same one.
  await browser.page.evaluate('new Promise((resolve) => requestAnimationFrame(() => resolve(null)))')
  expect(browser.page.url()).toContain('/deck/index.html')
  expect(await browser.page.evaluate('document.documentElement.dataset.talkback')).toBe('ready')
})

it('opens the next deck, which lies elsewhere', async () => {
  await openWith('')
  await mkdir(join(folder, 'other'), { recursive: true })
  const page =
    '<!doctype html><html data-talkback="ready"><script>window.talkback = { report: { slides: [], bookmarks: [1] } }</script>'
  await writeFile(join(folder, 'other', 'index.html'), page)
  const report = await openDeck(browser, `${pathToFileURL(join(folder, 'other', 'index.html')).href}?print`)
  expect(report.bookmarks).toHaveLength(1)
})
