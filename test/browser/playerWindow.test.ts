/** Windows of odd shapes, and fingers: the slide is whole, what lies around it has its colour, swipes turn pages. */
import type { CDPSession, Page } from 'puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { restAfter } from '../../src/runtime/player/restAfter.js'
import { templates } from './inputs.js'
import { ask, type OnStage, putOnStage, shownId } from './onStage.js'

const notes = `# 回顾
## 第一天
### 开场
- 今年的主线
### 架构
- 云与边，见 [KubeEdge](https://kubeedge.io)
## 第二天
### Istio
- Envoy
`

const sizes = [
  { name: 'a phone upright', width: 390, height: 844 },
  { name: 'a phone on its side', width: 844, height: 390 },
  { name: 'an old projector', width: 1024, height: 768 },
  { name: 'a laptop', width: 1440, height: 900 },
  { name: 'a small laptop', width: 1366, height: 768 },
  { name: 'a very wide screen', width: 2560, height: 1080 },
]

describe.each(templates)('%s', (template) => {
  let stage: OnStage
  beforeAll(async () => {
    stage = await putOnStage(notes, { template })
  })
  afterAll(async () => {
    expect(stage.faults).toEqual([])
    await stage.close()
  })

  test.each(sizes)('fits $name, and every slide goes on to the edges of the window', async ({ name: _, ...size }) => {
    const page = await stage.open('', size)
    const pages = await ask<number>(page, `document.querySelectorAll('section.slide').length`)
    for (let at = 1; at <= pages; at++) {
      const seen = await ask<Readonly<Record<string, unknown>>>(
        page,
        `(() => {
          const slide = document.querySelector('section.present').getBoundingClientRect()
          const frame = getComputedStyle(document.querySelector('section.present .frame'))
          const { scrollWidth, scrollHeight } = document.documentElement
          return {
            whole: slide.left >= -0.1 && slide.top >= -0.1 && slide.right <= innerWidth + 0.1 && slide.bottom <= innerHeight + 0.1,
            fills: Math.abs(slide.width - innerWidth) < 0.2 || Math.abs(slide.height - innerHeight) < 0.2,
            scrolls: scrollWidth > innerWidth || scrollHeight > innerHeight,
            around: getComputedStyle(document.body).backgroundColor === frame.backgroundColor,
          }
        })()`,
      )
      expect({ at, ...seen }).toEqual({ at, whole: true, fills: true, scrolls: false, around: true })
      await page.keyboard.press('PageDown')
    }
    await stage.clear()
  })
})

describe('a finger', () => {
  let stage: OnStage
  let page: Page
  let session: CDPSession
  beforeAll(async () => {
    stage = await putOnStage(notes)
  })
  afterAll(() => stage.close())
  beforeEach(async () => {
    page = await stage.open('#/架构', { width: 390, height: 844, isMobile: true, hasTouch: true, deviceScaleFactor: 2 })
    session = await page.createCDPSession()
  })
  afterEach(async () => {
    await stage.clear()
    expect(stage.faults).toEqual([])
  })

  async function swipe(from: number, to: number): Promise<void> {
    const touch = (type: 'touchStart' | 'touchMove', x: number) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x, y: 420 }] })
    await touch('touchStart', from)
    for (let step = 1; step <= 8; step++) await touch('touchMove', from + ((to - from) * step) / 8)
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  }

  test('turns pages by swiping, one each', async () => {
    await swipe(320, 80)
    expect(await shownId(page)).toBe('第二天')
    await swipe(80, 320)
    expect(await shownId(page)).toBe('架构')
  })

  test('moves a slide that was spread with two fingers, instead of turning the page', async () => {
    await session.send('Input.synthesizePinchGesture', { x: 195, y: 420, scaleFactor: 3 })
    await page.waitForFunction(`visualViewport.scale > 2`)
    const before = await ask<number>(page, `visualViewport.offsetLeft`)
    await swipe(320, 80)
    await page.waitForFunction(`visualViewport.offsetLeft > ${before}`)
    expect(await shownId(page)).toBe('架构')
  })

  test('finds the overview, and a slide in it', async () => {
    await page.tap('.touch-overview')
    await page.waitForSelector('.overview .thumb .frame')
    await page.tap('.overview-cell:has([aria-current]) > button')
    await page.waitForFunction(`!document.querySelector('dialog')`)
    expect(await shownId(page)).toBe('架构')
  })

  test('finds its arrows for as long as it likes', async () => {
    await page.tap('.controls .navigate-right')
    expect(await shownId(page)).toBe('第二天')
    await new Promise((resolve) => setTimeout(resolve, restAfter + 500))
    expect(await ask(page, `getComputedStyle(document.querySelector('.controls')).opacity`)).toBe('1')
  })
})
