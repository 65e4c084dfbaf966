/** A deck as a speaker uses it: keys, addresses, overview, search, drawing, zoom; and as a reader without script. */
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

  test('the overview shows all slides; arrows and Enter go to one of them', async () => {
    await browser.page.keyboard.press('o')
    await browser.page.waitForSelector('.overview .thumb .frame')
    const cells = await inPage<number>(`document.querySelectorAll('.overview-cell').length`)
    expect(cells).toBe(await inPage(`document.querySelectorAll('.slides section.slide').length`))
    await browser.page.keyboard.press('Home')
    await browser.page.keyboard.press('ArrowRight')
    await browser.page.keyboard.press('Enter')
    expect(await shownTitle()).toBe('议程')
    expect(await inPage(`document.querySelector('dialog[open]')`)).toBe(null)
  })

  test('search finds Chinese over the places where a title may break, and goes round', async () => {
    await inPage(`(() => {
      const text = document.querySelector('section.present .title').firstChild
      text.splitText(1).before(document.createElement('wbr'))
    })()`)
    await browser.page.keyboard.type('/')
    await browser.page.keyboard.type('开场的演讲')
    const counted = `document.querySelector('.search-count').textContent`
    expect(await inPage(counted)).toMatch(/^第 1 处，共 \d 处$/)
    expect(await inPage(`document.querySelectorAll('section.present .hits .chosen').length`)).toBe(1)
    const marked = await inPage<number>(`(() => {
      const mark = document.querySelector('.hits .chosen').getBoundingClientRect()
      const range = document.createRange()
      range.selectNodeContents(document.querySelector('section.present .title'))
      const title = range.getBoundingClientRect()
      return Math.abs(mark.left - title.left) + Math.abs(mark.width - title.width)
    })()`)
    expect(marked).toBeLessThan(4)
    const count = Number(/共 (\d+)/.exec(await inPage<string>(counted))?.[1])
    for (let hit = 0; hit < count; hit++) await browser.page.keyboard.press('Enter')
    expect(await inPage(counted)).toBe(`第 1 处，共 ${count} 处`)
    await browser.page.keyboard.type('不会有的词')
    expect(await inPage(counted)).toBe('没有找到')
    await browser.page.keyboard.press('Escape')
    expect(await inPage(`document.querySelectorAll('.stage-search, .hits').length`)).toBe(0)
  })

  test('search takes the field of the browser, case aside', async () => {
    await browser.page.keyboard.down('Control')
    await browser.page.keyboard.press('f')
    await browser.page.keyboard.up('Control')
    await browser.page.keyboard.type('ISTIO')
    await browser.page.waitForSelector('section.present .hits .chosen')
    await browser.page.keyboard.press('Escape')
  })

  test('a number and Enter lead to the slide of that number', async () => {
    await browser.page.keyboard.type('2')
    expect(await inPage(`document.querySelector('.stage-toast').textContent`)).toMatch(/^跳到第 2 页/)
    await browser.page.keyboard.press('Enter')
    expect(await shownTitle()).toBe('议程')
    await browser.page.keyboard.type('999')
    await browser.page.keyboard.press('Escape')
    await browser.page.keyboard.press('Enter')
    expect(await shownTitle()).toBe('议程')
  })

  test('a clicker turns pages, makes the screen black and back, and loads nothing anew', async () => {
    await inPage(`void (window.kept = true)`)
    await browser.page.keyboard.press('PageDown')
    await browser.page.keyboard.press('.')
    expect(await inPage(`!!document.querySelector('.reveal.paused')`)).toBe(true)
    await browser.page.keyboard.press('PageDown')
    expect(await inPage(`!!document.querySelector('.reveal.paused')`)).toBe(false)
    expect(await shownTitle()).toBe('网格计算 istio & envoy')
    await browser.page.keyboard.press('PageUp')
    expect(await shownTitle()).toBe('开场的演讲')
    await browser.page.keyboard.press('Escape')
    await browser.page.keyboard.press('F5')
    expect(await inPage(`window.kept`)).toBe(true)
    await inPage(`document.fullscreenElement && document.exitFullscreen()`)
  })

  test('a drawing belongs to its slide until it is cleared; while drawing, a press follows no link', async () => {
    await openAt('#/agenda')
    const link = await inPage<{ readonly x: number; readonly y: number }>(`(() => {
      const { left, top, width, height } = document.querySelector('section.present .flow a').getBoundingClientRect()
      return { x: left + width / 2, y: top + height / 2 }
    })()`)
    await browser.page.keyboard.type('d')
    await browser.page.mouse.move(link.x, link.y)
    await browser.page.mouse.down()
    await browser.page.mouse.move(link.x + 80, link.y + 40)
    await browser.page.mouse.up()
    await browser.page.keyboard.press('Escape')
    expect(await shownTitle()).toBe('议程')
    const points = `document.querySelector('section.present .ink polyline')?.getAttribute('points') ?? ''`
    const drawn = await inPage<string>(points)
    expect(drawn.split(' ').length).toBeGreaterThan(1)
    await browser.page.keyboard.press('PageDown')
    expect(await inPage(points)).toBe('')
    await browser.page.keyboard.press('PageUp')
    expect(await inPage(points)).toBe(drawn)
    await browser.page.keyboard.type('c')
    expect(await inPage(points)).toBe('')
  })

  test('the pointer is where the mouse is', async () => {
    await browser.page.keyboard.type('l')
    await browser.page.mouse.move(400, 300)
    const dot = await inPage(`(() => {
      const { left, top, width, height } = document.querySelector('.laser').getBoundingClientRect()
      return [left + width / 2, top + height / 2]
    })()`)
    expect(dot).toEqual([400, 300])
    await browser.page.keyboard.press('Escape')
    expect(await inPage(`document.querySelector('.laser')`)).toBe(null)
  })

  test('zoom keeps the place under the pointer, and ends with the slide', async () => {
    const place = `(() => {
      const { left, top, width } = document.querySelector('section.present').getBoundingClientRect()
      return { x: (300 - left) / width, y: (200 - top) / width, width }
    })()`
    type Place = Readonly<Record<'x' | 'y' | 'width', number>>
    await browser.page.mouse.move(300, 200)
    const before = await inPage<Place>(place)
    await browser.page.keyboard.type('++')
    const after = await inPage<Place>(place)
    expect(after.width / before.width).toBeCloseTo(2.25, 2)
    expect(after.x).toBeCloseTo(before.x, 3)
    expect(after.y).toBeCloseTo(before.y, 3)
    await browser.page.keyboard.press('PageDown')
    expect((await inPage<Place>(place)).width).toBeCloseTo(before.width, 1)
  })

  test('a small picture says where on an enlarged slide one is, and moves it', async () => {
    await browser.page.mouse.move(300, 200)
    await browser.page.keyboard.type('++')
    const frame = `(() => {
      const { left, top, width } = document.querySelector('.zoom-map > i').style
      return [left, top, width].map((share) => Math.round(parseFloat(share)))
    })()`
    expect(await inPage(frame)).toEqual([13, 15, 44])
    await browser.page.keyboard.down('Shift')
    await browser.page.keyboard.press('ArrowRight')
    await browser.page.keyboard.up('Shift')
    expect(await inPage(frame)).toEqual([17, 15, 44])
    // A drag on the slide, then a press on the map's lower right corner.
    await browser.page.mouse.move(640, 360)
    await browser.page.mouse.down()
    await browser.page.mouse.move(540, 360)
    await browser.page.mouse.up()
    expect((await inPage<readonly number[]>(frame))[0]).toBe(21)
    const { x, y } = await inPage<{ x: number; y: number }>(`(() => {
      const { right, bottom } = document.querySelector('.zoom-map').getBoundingClientRect()
      return { x: right - 10, y: bottom - 8 }
    })()`)
    const [shown] = await Promise.all([inPage<string>(`location.hash`), browser.page.mouse.click(x, y)])
    expect((await inPage<readonly number[]>(frame)).slice(0, 2).every((share) => share > 60)).toBe(true)
    expect(await inPage(`location.hash`)).toBe(shown)
    await browser.page.keyboard.press('Escape')
    expect(await inPage(`document.querySelector('.zoom-map')`)).toBe(null)
  })

  test('help speaks the language of the deck', async () => {
    await browser.page.keyboard.type('?')
    expect(await inPage(`document.querySelector('dialog.help h2').textContent`)).toBe('快捷键')
    await browser.page.keyboard.press('PageDown')
    await browser.page.keyboard.press('Escape')
    expect(await shownTitle()).toBe('开场的演讲')
  })

  test('a page number says of how many', async () => {
    const pages = await inPage<number>(`document.querySelectorAll('section.slide').length`)
    const shown = await inPage<readonly string[]>(`(() => {
      const number = document.querySelector('section.present .page-number')
      return [number.textContent, getComputedStyle(number, '::after').content]
    })()`)
    expect(shown).toEqual([await inPage(`document.querySelector('section.present').dataset.page`), `"/${pages}"`])
  })

  test('the line at the foot has a piece per section, and grows', async () => {
    const pieces = `[...document.querySelectorAll('.progress-line i')].map((piece) => piece.style.transform)`
    const before = await inPage<readonly string[]>(pieces)
    expect(before).toHaveLength(4)
    await browser.page.keyboard.press('ArrowRight')
    expect(await inPage<readonly string[]>(pieces)).not.toEqual(before)
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
