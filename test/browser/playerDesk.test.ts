/** The speaker's window as a speaker uses it: step by step, from black, by number, with long notes, in any shape of window. */
import type { Page, Target } from 'puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ask, type OnStage, putOnStage, shownId } from './onStage.js'

const notes = `---
title: Desk
compose: plain
duration: 0:10
sections: 2
slides: 3
---
# Desk
## First day
### One {.steps}
- alpha
- beta

<!--
A first paragraph, wrapped
by hand.

${'A long paragraph, as somebody writes who is afraid of forgetting. '.repeat(60)}

- a point
-->
### Two
- gamma
## Second day
### Three
- delta
`

let stage: OnStage
let slides: Page
let view: Page
beforeAll(async () => {
  stage = await putOnStage(notes)
})
afterAll(() => stage.close())
beforeEach(async () => {
  slides = await stage.open('#/one')
  const before = new Set(stage.browser.puppeteer.targets())
  await slides.keyboard.press('s')
  const isView = (target: Target): boolean => !before.has(target) && target.url().includes('?speaker=')
  const opened = await (await stage.browser.puppeteer.waitForTarget(isView)).page()
  if (!opened) throw new Error('The window that opened has no page.')
  view = opened
  await view.setViewport({ width: 1180, height: 800 })
  await place('Slide 4 of 7 · One · 0/2')
})
afterEach(async () => {
  await view.close()
  await stage.clear()
  expect(stage.faults).toEqual([])
})

const place = (words: string) =>
  view.waitForFunction(`document.querySelector('.desk-place')?.textContent === ${JSON.stringify(words)}`)
const stageShows = (id: string, steps = 0) =>
  slides.waitForFunction(
    `document.querySelector('section.present').id === '${id}' &&
     document.querySelectorAll('section.present .fragment.visible').length === ${steps}`,
  )
const press = (name: string) =>
  ask(
    view,
    `[...document.querySelectorAll('.desk button')].find(({ textContent }) => textContent === '${name}').click()`,
  )

test('goes step by step, as the slides do, and back', async () => {
  const pale = `document.querySelectorAll('.desk-main .thumb .pale').length`
  expect(await ask(view, pale)).toBe(2)
  await view.keyboard.press('PageDown')
  await stageShows('one', 1)
  await place('Slide 4 of 7 · One · 1/2')
  expect(await ask(view, pale)).toBe(1)
  await slides.keyboard.press('PageDown')
  await place('Slide 4 of 7 · One · 2/2')
  await view.keyboard.press('PageDown')
  await stageShows('two')
  await view.keyboard.press('PageUp')
  await stageShows('one', 2)
})

test('from black, the first key brings the slide back that was left', async () => {
  await view.keyboard.press('b')
  await slides.waitForSelector('.reveal.paused')
  await view.waitForFunction(`document.querySelector('.desk-alone').textContent === 'The screen is black'`)
  await view.keyboard.press('PageDown')
  await slides.waitForSelector('.reveal:not(.paused)')
  await stageShows('one')
})

test('loses no key of many, however fast they come', async () => {
  for (let round = 0; round < 6; round++) {
    for (const key of ['End', 'PageUp', 'PageUp', 'PageUp'] as const) void view.keyboard.press(key)
    await stageShows('one', 2)
    for (const key of ['PageDown', 'PageUp', 'PageUp', 'PageUp'] as const) void view.keyboard.press(key)
    await stageShows('one', 0)
  }
})

test('goes to a slide by its number', async () => {
  await view.keyboard.type('7')
  await view.keyboard.press('Enter')
  await stageShows('three')
})

test('stays at the last slide, and says that it is the last', async () => {
  await view.keyboard.press('End')
  for (let times = 0; times < 3; times++) await view.keyboard.press('PageDown')
  await stageShows('three')
  expect(await ask(view, `document.querySelector('.desk-end').textContent`)).toBe('This is the last slide.')
})

test('after a click on a button, Space turns the page', async () => {
  await view.click('.desk-buttons button')
  await view.waitForFunction(`document.querySelector('.desk-buttons button').textContent === 'Pause'`)
  await view.keyboard.press('Space')
  await stageShows('one', 1)
  expect(await ask(view, `document.querySelector('.desk-buttons button').textContent`)).toBe('Pause')
})

test('its help names the keys that it has', async () => {
  await view.keyboard.type('?')
  const caps = await ask<readonly string[]>(
    view,
    `[...document.querySelectorAll('.help kbd')].map(({ textContent }) => textContent)`,
  )
  expect(caps).toContain('PgDn')
  expect(caps.filter((cap) => ['L', 'D', 'C', 'F', '/', 'S'].includes(cap))).toEqual([])
})

test('has the paragraphs of the notes, and scrolls them without a mouse', async () => {
  const paragraphs = await ask<readonly string[]>(
    view,
    `[...document.querySelectorAll('.desk-text p')].map(({ textContent }) => textContent.slice(0, 36))`,
  )
  expect(paragraphs).toEqual([
    'A first paragraph, wrapped by hand.',
    'A long paragraph, as somebody writes',
    '- a point',
  ])
  await view.keyboard.down('Shift')
  await view.keyboard.press('ArrowDown')
  await view.keyboard.up('Shift')
  await view.waitForFunction(`document.querySelector('.desk-text').scrollTop > 40`)
  expect(await shownId(slides)).toBe('one')
})

/** `This slide 1:05, planned 2:00` → 65. */
function secondsIn(lap: string): number {
  const [, minutes, seconds] = /(\d+):(\d\d),/.exec(lap) ?? []
  return Number(minutes) * 60 + Number(seconds)
}

test('tells the time of the slide and of its section beside their plan', async () => {
  const laps = () =>
    ask<readonly string[]>(
      view,
      `[...document.querySelectorAll('.desk-laps span')].map(({ textContent }) => textContent)`,
    )
  await press('Start')
  await view.waitForFunction(`/This slide (?!0:00)/.test(document.querySelector('.desk-laps').textContent)`)
  await view.keyboard.type('5')
  await view.keyboard.press('Enter')
  await place('Slide 5 of 7 · Two')
  const [slide = '', section = ''] = await laps()
  expect(slide).toMatch(/^This slide \d+:\d\d, planned \d+:\d\d$/)
  expect(section).toMatch(/^This section \d+:\d\d, planned \d+:\d\d$/)
  // What the slide before took is time of the section, and not of this slide.
  expect(secondsIn(section)).toBeGreaterThan(secondsIn(slide))
})

test('gives back the times that were thrown away by mistake', async () => {
  await press('Start')
  await view.waitForFunction(`document.querySelectorAll('.desk-figure b')[1].textContent >= '0:02'`)
  await press('Start over')
  await view.waitForFunction(`document.querySelectorAll('.desk-figure b')[1].textContent === '0:00'`)
  await press('Undo')
  await view.waitForFunction(`document.querySelectorAll('.desk-figure b')[1].textContent >= '0:02'`)
})

test('finds its slides again when it is loaded anew itself', async () => {
  await view.reload()
  await place('Slide 4 of 7 · One · 0/2')
  await view.keyboard.press('PageDown')
  await stageShows('one', 1)
})

test.each([
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 600, height: 900 },
  { width: 390, height: 844 },
  { width: 2560, height: 1080 },
])('in a window of $width × $height, slides, time and notes are in sight at once', async (size) => {
  await view.setViewport(size)
  await view.waitForFunction(`innerWidth === ${size.width}`)
  // Pictures of slides follow the window a moment later.
  await view.waitForFunction(`(() => {
    const { width } = document.querySelector('.desk-main .thumb').getBoundingClientRect()
    return Math.abs(width - document.querySelector('.desk-main > .desk-slide').clientWidth) < 1
  })()`)
  const seen = await ask<Readonly<Record<string, unknown>>>(
    view,
    `(() => {
      const box = (selector) => document.querySelector(selector).getBoundingClientRect()
      const inside = ({ left, top, right, bottom }) => left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight
      const parts = ['.desk-main > .desk-slide', '.desk-next > .desk-slide', '.desk-text', '.desk-figures', '.desk-buttons']
      const over = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
      const boxes = parts.map(box)
      return {
        outside: parts.filter((_, at) => !inside(boxes[at])),
        overlap: parts.filter((_, at) => boxes.some((other, index) => index > at && over(boxes[at], other))),
        room: box('.desk-text').height > innerHeight * 0.18,
        scrolls: document.querySelector('.desk').scrollHeight > innerHeight,
      }
    })()`,
  )
  expect(seen).toEqual({ outside: [], overlap: [], room: true, scrolls: false })
})

describe.each([
  { name: 'a laptop', width: 1280, height: 720 },
  { name: 'a second screen', width: 1920, height: 1080 },
  { name: 'an old one', width: 1024, height: 768 },
  { name: 'a tablet upright', width: 768, height: 1024 },
  { name: 'a laptop at 200 %', width: 640, height: 360 },
  { name: 'a phone', width: 390, height: 844 },
])('on $name', ({ name: _, ...size }) => {
  const boxes = () =>
    ask<Readonly<Record<string, { left: number; top: number; right: number; bottom: number }>>>(
      view,
      `Object.fromEntries(['.desk-main > .desk-slide', '.desk-next > .desk-slide', '.desk-text', '.desk-figures', '.desk-side > .desk-buttons']
        .map((name) => [name, document.querySelector(name).getBoundingClientRect().toJSON()]))`,
    )

  test('nothing lies over anything else, with notes and without, and without them the slides are larger', async () => {
    await view.setViewport(size)
    const widths: number[] = []
    for (const words of ['Slide 4 of 7 · One · 0/2', 'Slide 5 of 7 · Two']) {
      if (widths.length > 0) await view.keyboard.type('5')
      if (widths.length > 0) await view.keyboard.press('Enter')
      await place(words)
      await ask(view, 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
      const found = Object.entries(await boxes())
      const over = found.flatMap(([one, a], at) =>
        found.slice(at + 1).flatMap(([other, b]) => {
          const apart = a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 1 || b.bottom <= a.top + 1
          return apart ? [] : [`${one} and ${other}`]
        }),
      )
      expect(over, words).toEqual([])
      expect(await ask(view, `document.querySelector('.desk').scrollWidth <= innerWidth`)).toBe(true)
      const [slide] = found.map(([, box]) => box.right - box.left)
      widths.push(slide ?? 0)
    }
    const [noted = 0, unnoted = 0] = widths
    if (size.height > 540) expect(unnoted).toBeGreaterThan(noted * 1.05)
  })
})
