/** A deck as one file, opened from a mail: alone in a folder, under another name, with nothing else to reach. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { PNG } from 'pngjs'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser } from '../../src/browser/find.js'
import { openDeck } from '../../src/browser/openDeck.js'
import { type RunningBrowser, startBrowser } from '../../src/browser/start.js'
import type { Bundle } from '../../src/model/bundle.js'
import { isLater, wholeOf } from '../../src/model/content.js'
import { noFormats } from '../../src/model/format.js'
import { buildDecks } from '../../src/pipeline.js'
import { singleFile } from '../../src/render/singleFile.js'
import { cleanSvg } from '../../src/trust/svg.js'

const kubecon = fileURLToPath(new URL('../../notes/kubecon-china-2018.md', import.meta.url))

const colours = { one: '#00f', two: '#f00', logo: '#0f0' }
const square = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path fill="${colour}" d="M0 0h40v20H0z"/></svg>`
/** Drawings that reveal.js's style sheet brings along. */
const ownDrawings = 2
const pictured = `---
logo: logo.svg
---
# 图 & «pictures»

## Once

![one](one.svg)

## Twice

![two](two.svg)

## Again

Here ![two](two.svg) it stands among words, which go on after it.
`

let browser: RunningBrowser
let out: string
const faults: string[] = []
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'talkback-test-'))
  browser = await startBrowser(await findBrowser())
  browser.page.on('pageerror', (error) => faults.push(String(error)))
  browser.page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) faults.push(message.text())
  })
  browser.page.on('request', (request) => faults.push(...strange(request.url())))
})
afterAll(async () => {
  await browser.close()
  await rm(out, { recursive: true })
})
afterEach(() => {
  expect(faults.splice(0)).toEqual([])
})

/** Nothing is asked for but the file itself and what it carries. */
const strange = (url: string): readonly string[] => (/^(?:data:|about:|file:.*\/a%20talk)/.test(url) ? [] : [url])

async function inPage<Value>(expression: string): Promise<Value> {
  return browser.page.evaluate<[], () => Value>(expression)
}

/** @returns the address of the one file, in a folder of its own */
async function mailed(notes: string, name: string): Promise<string> {
  const folder = join(out, name)
  const request = { notes, name, folder, formats: noFormats, offline: true, refresh: false }
  for await (const deck of buildDecks([request], {})) expect(deck.slides).toBeGreaterThan(1)
  const html = singleFile(await bundleIn(folder))
  await rm(folder, { recursive: true })
  await mkdir(join(out, `mail ${name}`))
  const file = join(out, `mail ${name}`, 'a talk 演讲.html')
  await writeFile(file, isLater(html) ? await wholeOf(html) : html)
  return pathToFileURL(file).href
}

async function bundleIn(folder: string): Promise<Bundle> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = new Map<string, string | Uint8Array>()
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name)
    const text = /\.(?:html|css|js|txt)$/.test(entry.name)
    const inside = path.slice(folder.length + 1).replaceAll('\\', '/')
    files.set(inside, await readFile(path, text ? 'utf8' : null))
  }
  return { files, findings: [] }
}

describe('the notes of KubeCon as one file', () => {
  let url: string
  beforeAll(async () => {
    url = await mailed(kubecon, 'kubecon')
  })

  test('is small enough to mail', async () => {
    expect((await readFile(fileURLToPath(url))).length).toBeLessThan(700_000)
  })

  test('shows its slides in its own fonts', async () => {
    await openAt(url, '')
    const states = await inPage<readonly string[]>(`[...document.fonts].map((face) => face.status)`)
    expect(new Set(states)).toEqual(new Set(['loaded']))
    await browser.page.keyboard.press('o')
    await browser.page.waitForSelector('.overview')
  })

  test('finds words', async () => {
    await openAt(url, '')
    await browser.page.keyboard.type('/')
    await browser.page.keyboard.type('边缘计算')
    await browser.page.waitForSelector('section.present .hits .chosen')
  })

  test('is fitted for print like the deck in its folder', async () => {
    // In a page of its own, which from then on loads nothing from elsewhere.
    const page = await browser.puppeteer.newPage()
    const report = await openDeck({ ...browser, page }, `${url}?print`)
    await page.close()
    expect(report.slides.length).toBeGreaterThan(16)
    expect(report.slides.filter(({ overflow }) => overflow.x > 0 || overflow.y > 0)).toEqual([])
  })

  test('opens its speaker view, which turns pages with the slides', async () => {
    await openAt(url, '#/晚上')
    const opened = browser.puppeteer.waitForTarget((target) => target.url().includes('?speaker='))
    await browser.page.keyboard.press('s')
    const view = await (await opened).page()
    await view?.waitForFunction(`document.querySelector('.desk-text')?.textContent.includes('内容整理')`)
    await browser.page.keyboard.press('Home')
    await view?.waitForFunction(`document.querySelector('.desk-main .thumb')?.textContent.includes('KubeCon-China')`)
    await view?.close()
    expect(view).toBeDefined()
  })

  test('reads as a document without script', async () => {
    await browser.page.setJavaScriptEnabled(false)
    await browser.page.goto(url)
    const text = await inPage<string>('document.body.innerText')
    await browser.page.setJavaScriptEnabled(true)
    expect(text).toContain('技术上的欠账太多太多')
    expect(text).not.toContain('use strict')
  })
})

test('pictures travel inside, each once, and are drawn wherever they stand', async () => {
  const notes = join(out, 'pictured.md')
  await writeFile(notes, pictured)
  for (const [name, colour] of Object.entries(colours)) await writeFile(join(out, `${name}.svg`), square(colour))
  const url = await mailed(notes, 'pictured')
  const html = await readFile(fileURLToPath(url), 'utf8')
  expect(html.match(/data:image\/svg\+xml;base64,/g)?.length).toBe(3 + ownDrawings)
  expect(html).not.toMatch(/["(](?:\.\.\/)?(?:pictures|fonts|assets)\//)

  await openAt(url, '#/once')
  expect(await colourOf('section.present figure img')).toEqual([0, 0, 255])
  await openAt(url, '#/twice')
  expect(await colourOf('section.present figure img')).toEqual([255, 0, 0])
  await openAt(url, '#/again')
  expect(await colourOf('section.present p img')).toEqual([255, 0, 0])
  expect(await inPage(`document.querySelector('section.present p img').clientWidth`)).toBe(40)
  const logo = `getComputedStyle(document.querySelector('section.present .foot'), '::before').backgroundImage`
  expect(await inPage<string>(logo)).toContain(Buffer.from(cleanSvg(square(colours.logo)).text).toString('base64'))
})

async function openAt(url: string, hash: string): Promise<void> {
  await browser.page.goto('about:blank')
  await browser.page.goto(`${url}${hash}`)
  await browser.page.waitForSelector('html.ready')
}

/** What is drawn in the middle of an element: red, green and blue, 0–255. */
async function colourOf(selector: string): Promise<readonly number[]> {
  const box = await (await browser.page.$(selector))?.boundingBox()
  if (!box) throw new Error(`${selector} takes no room.`)
  const clip = { x: box.x + box.width / 2, y: box.y + box.height / 2, width: 1, height: 1 }
  const { data } = PNG.sync.read(Buffer.from(await browser.page.screenshot({ clip })))
  return [...data.subarray(0, 3)]
}
