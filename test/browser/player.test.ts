/** A deck as a speaker uses it: keys, addresses, overview, search, speaker view; and as a reader without script. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findBrowser } from '../../src/browser/find.js'
import { openDeck } from '../../src/browser/openDeck.js'
import { type RunningBrowser, startBrowser } from '../../src/browser/start.js'
import { noFormats } from '../../src/model/format.js'
import { buildDecks } from '../../src/pipeline.js'

const notes = fileURLToPath(new URL('../../notes/kubecon-china-2018.md', import.meta.url))

let browser: RunningBrowser
let out: string
let url: string
const faults: string[] = []
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'talkback-test-'))
  const request = { notes, name: 'deck', folder: join(out, 'deck'), formats: noFormats, offline: true, refresh: false }
  for await (const deck of buildDecks([request], {})) url = pathToFileURL(deck.index).href
  browser = await startBrowser(await findBrowser())
  browser.page.on('pageerror', (error) => faults.push(String(error)))
  browser.page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  browser.page.on('request', (request) => !request.url().startsWith('file:') && faults.push(request.url()))
})
afterAll(async () => {
  await browser.close()
  await rm(out, { recursive: true })
})

async function inPage<Value>(expression: string): Promise<Value> {
  return browser.page.evaluate<[], () => Value>(expression)
}

const shownTitle = () =>
  inPage<string>(`document.querySelector('section.present .title, section.present .cover-title').textContent`)

/** Opens the deck at a slide, as a link to it would. */
async function openAt(hash: string): Promise<void> {
  await browser.page.goto('about:blank')
  await browser.page.goto(`${url}${hash}`)
  await browser.page.waitForSelector('html.ready')
}

describe('on stage', () => {
  beforeEach(() => openAt('#/开场的演讲'))

  test('an address leads to its slide, and keys lead on', async () => {
    expect(await shownTitle()).toBe('开场的演讲')
    await browser.page.keyboard.press('ArrowRight')
    expect(await shownTitle()).toBe('网格计算 istio & envoy')
    await browser.page.keyboard.press('Home')
    expect(await shownTitle()).toBe('KubeCon-China-2018')
    await browser.page.waitForFunction(`location.hash === '#/title' || location.hash === '#/'`)
  })

  test('links of the agenda lead to their sections', async () => {
    await openAt('#/agenda')
    await inPage(`document.querySelector('section.present .flow a[href="#day03笔记"]').click()`)
    await browser.page.waitForFunction(`document.querySelector('section.present').id === 'day03笔记'`)
  })

  test('the overview shows the slides', async () => {
    await browser.page.keyboard.press('o')
    await browser.page.waitForSelector('.reveal.overview')
    await browser.page.keyboard.press('o')
  })

  test('search finds Chinese', async () => {
    await browser.page.keyboard.down('Control')
    await browser.page.keyboard.down('Shift')
    await browser.page.keyboard.press('KeyF')
    await browser.page.keyboard.up('Shift')
    await browser.page.keyboard.up('Control')
    await browser.page.keyboard.type('边缘计算')
    await browser.page.keyboard.press('Enter')
    await browser.page.waitForFunction(
      `[...document.querySelectorAll('mark, .searchresults, .highlight, [style*=background]')].some((found) => found.textContent.includes('边缘'))`,
    )
  })

  test('the line at the foot has a piece per section, and grows', async () => {
    const pieces = `[...document.querySelectorAll('.progress-line i')].map((piece) => piece.style.transform)`
    const before = await inPage<readonly string[]>(pieces)
    expect(before).toHaveLength(4)
    await browser.page.keyboard.press('ArrowRight')
    expect(await inPage<readonly string[]>(pieces)).not.toEqual(before)
  })

  test('the speaker view opens beside it and says the speaker notes, under the content policy', async () => {
    await openAt('#/晚上')
    const opened = new Promise<void>((resolve) => browser.puppeteer.once('targetcreated', () => resolve()))
    await browser.page.keyboard.press('s')
    await opened
    const pages = await browser.puppeteer.pages()
    const speaker = pages.find((page) => page !== browser.page)
    await speaker?.waitForFunction(
      `document.querySelector('.speaker-controls-notes .value')?.textContent.includes('内容整理')`,
    )
    await speaker?.close()
    expect(speaker).toBeDefined()
  })

  test('nothing failed and nothing was asked of the network all the while', () => {
    expect(faults).toEqual([])
  })
})

test('without script the deck is a document, from the first heading to the last line', async () => {
  await browser.page.setJavaScriptEnabled(false)
  await browser.page.goto(url)
  const shown = await inPage<{ readonly height: number; readonly width: number; readonly text: string }>(`({
    height: document.body.scrollHeight,
    width: document.documentElement.scrollWidth - innerWidth,
    text: document.body.innerText,
  })`)
  await browser.page.setJavaScriptEnabled(true)
  expect(shown.text).toContain('KubeCon-China-2018')
  expect(shown.text).toContain('技术上的欠账太多太多')
  expect(shown.width).toBeLessThanOrEqual(0)
  expect(shown.height).toBeGreaterThan(2000)
})

test('a deck whose fonts are gone is fitted all the same', async () => {
  await rm(join(dirname(fileURLToPath(url)), 'fonts'), { recursive: true })
  const report = await openDeck(browser, `${url}?print`)
  expect(report.slides.filter(({ overflow }) => overflow.x > 0 || overflow.y > 0)).toEqual([])
})
