/** The dialog of exports while an order stands otherwise than when it was opened, and in the language of the deck. */
import type { Page } from 'puppeteer'
import { beforeAll, expect, test } from 'vitest'
import type { MakeExports } from '../../src/serve/source.js'
import { served, waitFor as waitOn } from './served.js'

let page: Page
let end: (made: Awaited<ReturnType<MakeExports>>) => void = () => {}
const house = served(
  { 'notes.md': '---\nlang: zh\n---\n\n# 笔记\n\n## 一\n\n- 第一点\n' },
  {
    make: () =>
      new Promise((resolve) => {
        end = resolve
      }),
  },
)
beforeAll(async () => {
  page = await house.now.openPage()
  await page.waitForSelector('.live-corner')
})

const waitFor = (condition: string) => waitOn(page, condition)
const offers = (state: string): string =>
  `[...document.querySelectorAll('.live-offer')].every((offer) => offer.ariaDisabled === '${state}')`
const latest = `document.querySelector('dialog.export .live-latest')`

test('an open dialog follows the order, and can be used again at once', async () => {
  await page.keyboard.press('x')
  await page.keyboard.press('Enter')
  await waitFor(`document.querySelector('.live-exports').dataset.state === 'working'`)
  expect(await page.evaluate(`document.querySelector('.live-exports').innerText`)).toContain('正在排队')
  await page.keyboard.press('x')
  await waitFor(`${offers('true')} && ${latest} !== null`)
  // Nothing is ordered twice.
  await page.keyboard.press('Enter')
  expect(await page.evaluate(`document.querySelector('dialog.export').open`)).toBe(true)
  end({ files: [house.now.path('notes.pdf')], findings: [] })
  await waitFor(offers('false'))
  expect(await page.evaluate(`${latest}.innerText`)).toMatch(/notes\.pdf\s+打开\s+保存/)
  expect(await page.evaluate(`document.activeElement.matches('.live-offer')`)).toBe(true)
  await page.keyboard.press('Enter')
  await waitFor(`document.querySelector('.live-exports').dataset.state === 'working'`)
  end({ files: [], findings: [] })
})

test('a button that was clicked gives the keys back to the slides, once', async () => {
  await page.evaluate(`(() => {
    const { blur } = HTMLElement.prototype
    window.blurs = 0
    HTMLElement.prototype.blur = function () { window.blurs++; blur.call(this) }
  })()`)
  await page.click('.live-handle')
  await page.waitForSelector('dialog.export[open]')
  await page.keyboard.press('Escape')
  expect(await page.evaluate(`window.blurs`)).toBe(1)
})

test('a server that is gone is told in the language of the deck', async () => {
  await house.now.serving.close()
  await waitFor(`document.querySelector('.live-saying').textContent.includes('服务器已断开')`)
  await page.keyboard.press('x')
  await page.keyboard.press('Enter')
  await waitFor(`document.querySelector('.live-exports').dataset.state === 'failed'`)
  expect(await page.evaluate(`document.querySelector('.live-exports').innerText`)).toContain('服务器没有响应。')
})
