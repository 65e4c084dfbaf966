/** Windows of odd shapes, and fingers: the slide is whole, what lies around it has its colour, swipes turn pages. */
import type { CDPSession, Page } from 'puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { restAfter } from '../../src/runtime/player/restAfter.js'
import { templates } from './inputs.js'
import { ask, type OnStage, putOnStage, shownId } from './onStage.js'

const notes = `---
compose: plain
---
# 回顾
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
  let begun: number
  beforeAll(async () => {
    stage = await putOnStage(notes)
  })
  afterAll(() => stage.close())
  beforeEach(async () => {
    page = await stage.open('#/架构', { width: 390, height: 844, isMobile: true, hasTouch: true, deviceScaleFactor: 2 })
    session = await page.createCDPSession()
    begun = Date.now() / 1000
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

  /** Two fingers around a point, from so far apart to so far. */
  async function spread(from: number, to: number, [x, y]: readonly [number, number] = [195, 420]): Promise<void> {
    const touch = (type: 'touchStart' | 'touchMove', apart: number) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: [
          { x: x - apart / 2, y, id: 1 },
          { x: x + apart / 2, y, id: 2 },
        ],
      })
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: x - from / 2, y, id: 1 }] })
    await touch('touchStart', from)
    for (let step = 1; step <= 8; step++) await touch('touchMove', from + ((to - from) * step) / 8)
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  }

  /** @param at milliseconds of the test's own clock: on a busy machine, two taps are no slower */
  async function tap(x: number, y: number, at = 0, lasts = 50): Promise<void> {
    const time = (after: number) => ({ timestamp: begun + after / 1000 })
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }], ...time(at) })
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [], ...time(at + lasts) })
  }

  interface Look {
    readonly page: number
    readonly left: number
    readonly width: number
    readonly map: boolean
  }
  const look = () =>
    ask<Look>(
      page,
      `(() => {
        const { left, width } = document.querySelector('section.present').getBoundingClientRect()
        return { page: visualViewport.scale, left, width, map: !!document.querySelector('.zoom-map') }
      })()`,
    )

  test('spreads the slide, not the page, moves it, and turns no page with it', async () => {
    expect(await look()).toMatchObject({ page: 1, map: false })
    await spread(80, 240)
    const spreaded = await look()
    expect(spreaded).toMatchObject({ page: 1, map: true })
    expect(spreaded.width).toBeGreaterThan(390 * 2.5)
    await swipe(320, 240)
    expect((await look()).left).toBeCloseTo(spreaded.left - 80, 0)
    await swipe(320, 80)
    expect(await shownId(page)).toBe('架构')
    await spread(300, 40)
    expect(await look()).toEqual({ page: 1, left: 0, width: 390, map: false })
    // And then it turns pages again.
    await swipe(320, 80)
    expect(await shownId(page)).toBe('第二天')
  })

  test('taps twice to look closely, and twice to see all again; once, or for long, is nothing', async () => {
    await tap(100, 400, 0)
    expect(await look()).toMatchObject({ width: 390, map: false })
    await tap(100, 400, 500)
    expect(await look()).toMatchObject({ width: 390, map: false })
    await tap(102, 401, 600)
    expect(await look()).toMatchObject({ page: 1, width: 390 * 2.5, map: true })
    await tap(100, 400, 1100)
    await tap(102, 401, 1200)
    expect(await look()).toEqual({ page: 1, left: 0, width: 390, map: false })
    await tap(200, 500, 1700)
    await tap(200, 500, 1800, 900)
    expect(await look()).toEqual({ page: 1, left: 0, width: 390, map: false })
    expect(await shownId(page)).toBe('架构')
  })

  test('moves an enlarged slide by its map, wherever it goes from there, and turns no page with it', async () => {
    await spread(80, 240, [195, 422])
    const { left, top, width, height } = await ask<Readonly<Record<'left' | 'top' | 'width' | 'height', number>>>(
      page,
      `(({ left, top, width, height }) => ({ left, top, width, height }))(document.querySelector('.zoom-map').getBoundingClientRect())`,
    )
    const middle = `(() => {
      const slide = document.querySelector('section.present').getBoundingClientRect()
      return [(innerWidth / 2 - slide.left) / slide.width, (innerHeight / 2 - slide.top) / slide.height].map((share) => Math.round(share * 100))
    })()`
    const touch = (type: 'touchStart' | 'touchMove', across: number, down: number) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: [{ x: left + width * across, y: top + height * down }],
      })
    expect(await ask(page, middle)).toEqual([50, 50])
    await touch('touchStart', 0.8, 0.7)
    expect(await ask(page, middle)).toEqual([80, 70])
    for (const step of [1, 2, 3, 4, 5, 6]) await touch('touchMove', 0.8 - step / 10, 0.7)
    await page.waitForFunction(`${middle}.join() === '20,70'`)
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    // Twice in one place is nothing else on the map.
    await tap(left + width / 2, top + height / 2, 0)
    await tap(left + width / 2, top + height / 2, 100)
    expect(await ask(page, middle)).toEqual([50, 50])
    expect((await look()).map).toBe(true)
    expect(await shownId(page)).toBe('架构')
    // Beside it, a finger moves the slide as before.
    const before = (await look()).left
    await swipe(320, 240)
    expect((await look()).left).toBeCloseTo(before - 80, 0)
  })

  test.each([
    { name: 'an iPhone', width: 393, height: 852 },
    { name: 'an iPhone on its side', width: 852, height: 393 },
    { name: 'a small Android', width: 360, height: 640 },
    { name: 'a small Android on its side', width: 640, height: 360 },
    { name: 'a tablet', width: 820, height: 1180 },
  ])('reaches everything on $name', async ({ name: _, ...size }) => {
    await page.setViewport({ ...size, isMobile: true, hasTouch: true, deviceScaleFactor: 2 })
    await page.waitForFunction(`innerWidth === ${size.width}`)
    const reach = `(names) => names.flatMap((name) => [...document.querySelectorAll(name)]).filter((one) => one.checkVisibility()).map((one) => {
      const { left, top, right, bottom, width, height } = one.getBoundingClientRect()
      return { name: one.className || one.textContent, fine: left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight && Math.min(width, height) >= 24 }
    })`
    const buttons = await ask<readonly { readonly name: string; readonly fine: boolean }[]>(
      page,
      `(${reach})(['.touch-overview', '.controls button.enabled'])`,
    )
    expect(buttons.length).toBeGreaterThanOrEqual(2)
    expect(buttons.filter(({ fine }) => !fine)).toEqual([])
    expect(await ask(page, `document.documentElement.scrollWidth`)).toBe(size.width)
    // The speaker's view, as a remote.
    await page.goto(`${stage.url}?speaker=remote`)
    await page.waitForSelector('.desk')
    const desk = await ask<Readonly<Record<string, unknown>>>(
      page,
      `({
        small: [...document.querySelectorAll('.desk :is(p, span, b, button, small)')].filter((one) => !one.closest('.thumb') && one.checkVisibility() && one.textContent.trim() !== '' && parseFloat(getComputedStyle(one).fontSize) < 14).map((one) => one.textContent),
        low: [...document.querySelectorAll('.desk button')].filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44).map((one) => one.textContent),
        wide: document.querySelector('.desk').scrollWidth > innerWidth,
        scale: visualViewport.scale,
      })`,
    )
    expect(desk).toEqual({ small: [], low: [], wide: false, scale: 1 })
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
