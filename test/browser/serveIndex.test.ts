/** The list of several served decks as their author sees it: live pictures, nothing that plays, and everything in step. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'puppeteer'
import { beforeAll, expect, test } from 'vitest'
import { served, waitFor as waitOn } from './served.js'

const DECKS = 20

let page: Page
const fileOf = (deck: number): string => `day${deck}.md`
const textOf = (deck: number): string =>
  `---\nlang: zh\n---\n\n# 第 ${deck} 天的笔记\n\n## 开场\n\n- 欢迎 ${deck}\n\n## Two\n\n- second\n\n## Three\n\n- third\n\n## 四\n\n- 4\n`

const files = Object.fromEntries(Array.from({ length: DECKS }, (_, index) => [fileOf(index + 1), textOf(index + 1)]))
const house = served(files, { notes: Object.keys(files) })
beforeAll(async () => {
  page = await house.now.openPage()
})

const waitFor = (condition: string) => waitOn(page, condition)
const read = (expression: string): Promise<unknown> => page.evaluate(expression)
const frame = (deck: number): string =>
  `document.querySelectorAll('.picture')[${deck - 1}].lastElementChild.contentDocument`
const drawn = (deck: number): string => `${frame(deck)}?.querySelectorAll('.card > .thumb').length === 4`
const textNow = (deck: number): Promise<string> => readFile(house.now.path(fileOf(deck)), 'utf8')
const save = async (deck: number, change: (text: string) => string) =>
  house.now.write(fileOf(deck), change(await textNow(deck)))

test('each deck has a picture of its first slides, drawn by itself and without a player', async () => {
  await waitFor(drawn(1))
  expect(await read(`${frame(1)}.querySelector('.cover-title').textContent`)).toBe('第 1 天的笔记')
  expect(await read(`${frame(1)}.defaultView.talkbackStage === undefined`)).toBe(true)
  expect(await read(`${frame(1)}.querySelectorAll('.reveal, a[href]').length`)).toBe(0)
  // The large one fills the width, three small ones stand in a row below it.
  const boxes = await read(
    `[...${frame(1)}.querySelectorAll('.thumb')].map((thumb) => Math.round(thumb.getBoundingClientRect().width / ${frame(1)}.defaultView.innerWidth * 12))`,
  )
  expect(boxes).toEqual([12, 4, 4, 4])
  // Where a deck has fewer, its own ground is there.
  const ground = await read(
    `(({ body, defaultView }) => [defaultView.getComputedStyle(body.firstElementChild).backgroundColor, body.firstElementChild.offsetHeight >= defaultView.innerHeight])(${frame(1)})`,
  )
  expect(ground).toEqual(['rgb(255, 255, 255)', true])
  // All of them are there in the end; those far down are drawn when somebody scrolls there.
  // Not by scrollIntoView: some browsers take what was brought into view for where the keyboard goes on.
  await read(`scrollTo(0, document.documentElement.scrollHeight)`)
  await waitFor(drawn(DECKS))
  await read(`scrollTo(0, 0)`)
})

test('the keyboard leads from deck to deck, and into one', async () => {
  for (let deck = 1; deck <= 3; deck++) {
    await page.keyboard.press('Tab')
    expect(await read(`document.activeElement.getAttribute('href')`)).toBe(`day${deck}/`)
  }
})

test('titles, numbers and pictures are in step with the notes, and whoever is on a link stays there', async () => {
  await read(`window.sameDocument = document.activeElement`)
  await save(3, (text) =>
    text.replace('# 第 3 天的笔记', '# 另一个标题 renamed').replace('## 四', '## Five\n\n- 5\n\n## 四'),
  )
  await waitFor(`document.querySelectorAll('h2')[2].textContent === '另一个标题 renamed'`)
  await waitFor(`${frame(3)}?.querySelector('.cover-title')?.textContent === '另一个标题 renamed'`)
  await waitFor(`document.querySelectorAll('.picture')[2].children.length === 1`)
  expect(await read(`document.querySelectorAll('.facts')[2].textContent`)).toMatch(/^至少 7 页 · /)
  expect(await read(`document.activeElement === window.sameDocument && document.activeElement.isConnected`)).toBe(true)
})

test('a deck that can not be made anew says so, with the line, and is fine again', async () => {
  const text = await textNow(2)
  await house.now.write(fileOf(2), '')
  await waitFor(`document.querySelectorAll('.state')[1].textContent.includes('day2.md:1')`)
  expect(await read(`document.querySelectorAll('.state')[1].textContent`)).toContain('上一次能生成的版本')
  expect(await read(`document.querySelectorAll('h2')[1].textContent`)).toBe('第 2 天的笔记')
  await house.now.write(fileOf(2), text)
  await waitFor(`document.querySelectorAll('.state')[1].textContent === ''`)
})

test('a picture takes the shape of another canvas', async () => {
  const shape = `(({ width, height }) => width / height)(document.querySelectorAll('.picture')[5].getBoundingClientRect())`
  await waitFor(`Math.abs(${shape} - (16 / 9) * 0.75) < 0.01`)
  await save(6, (text) => text.replace('lang: zh', 'lang: zh\ncanvas: 4:3'))
  await waitFor(`Math.abs(${shape} - (4 / 3) * 0.75) < 0.01`)
  await waitFor(`document.querySelectorAll('.picture')[5].children.length === 1`)
})

test('an answer that breaks off is asked for again when there is more news', async () => {
  await read(`(() => {
    const [get, parse] = [fetch, JSON.parse]
    window.heard = 0
    JSON.parse = (text) => (window.heard++, parse(text))
    window.fetch = () => {
      window.fetch = get
      return Promise.resolve({ ok: true, text: () => new Promise((_, reject) => { window.breakOff = reject }) })
    }
  })()`)
  await save(7, (text) => text.replace('# 第 7 天的笔记', '# Seventh'))
  await waitFor(`window.breakOff !== undefined`)
  const before = await read(`window.heard`)
  await save(8, (text) => text.replace('# 第 8 天的笔记', '# Eighth'))
  await waitFor(`window.heard > ${before}`)
  await read(`window.breakOff(new TypeError('The line is dead.'))`)
  await waitFor(`document.querySelectorAll('h2')[6].textContent === 'Seventh'`)
  await waitFor(`document.querySelectorAll('h2')[7].textContent === 'Eighth'`)
})

test('nothing of it stands in the way of a screen reader', async () => {
  // From outside: the page itself lets no such script in.
  await page.setBypassCSP(true)
  await page.reload()
  await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') })
  const found = await read(
    `axe.run(document, { iframes: false }).then(({ violations }) => violations.map(({ id }) => id))`,
  )
  expect(found).toEqual([])
  expect(house.faults).toEqual([])
})

test('a server that is gone is told', async () => {
  expect(await read(`document.querySelector('.gone').textContent`)).toBe('')
  await house.now.serving.close()
  await waitFor(`document.querySelector('.gone').textContent.includes('等它恢复')`)
})
