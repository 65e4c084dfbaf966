/** Keys as hands in a hurry press them: twice, for too long, after a click; and what the mouse leaves behind. */
import { PNG } from 'pngjs'
import type { KeyInput, Page } from 'puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { restAfter } from '../../src/runtime/player/restAfter.js'
import { ask, type OnStage, putOnStage, shownId } from './onStage.js'

const notes = `---
title: Keys
slides: 2
---
# Keys
## One
- alpha, see [a page](https://example.org)
## Two {.steps}
- beta
- gamma
## Three
- delta
## Last
- epsilon
`

let stage: OnStage
let page: Page
beforeAll(async () => {
  stage = await putOnStage(notes)
})
afterAll(() => stage.close())
beforeEach(async () => {
  page = await stage.open('#/one')
})
afterEach(async () => {
  await stage.clear()
  expect(stage.faults).toEqual([])
})

const isBlack = () => ask<boolean>(page, `document.querySelector('.reveal').classList.contains('paused')`)
const opacityOf = (selector: string) =>
  ask<string>(page, `getComputedStyle(document.querySelector('${selector}')).opacity`)

describe('a key pressed twice', () => {
  test.each(['?', 'o', 'r'])(
    'closes the panel that %s opened, wherever the focus has gone, and nothing else happens',
    async (key) => {
      await page.keyboard.type(key)
      expect(await ask(page, `!!document.querySelector('dialog[open]')`)).toBe(true)
      await ask(page, `document.activeElement.blur()`)
      await page.keyboard.type(key)
      expect(await ask(page, `document.querySelector('dialog[open]')`)).toBe(null)
      expect(await isBlack()).toBe(false)
      expect(await shownId(page)).toBe('one')
    },
  )

  test('brings the slide back from black, the mouse from pointing and drawing, the window from full screen', async () => {
    await page.keyboard.type('bb')
    expect(await isBlack()).toBe(false)
    for (const [key, mode] of [
      ['l', 'pointing'],
      ['d', 'drawing'],
    ]) {
      await page.keyboard.type(String(key))
      expect(await ask(page, `document.querySelector('.talk').classList.contains('${mode}')`)).toBe(true)
      await page.keyboard.type(String(key))
      expect(await ask(page, `document.querySelector('.talk').classList.contains('${mode}')`)).toBe(false)
    }
    await page.keyboard.press('f')
    await page.waitForFunction(`document.fullscreenElement !== null`)
    // The «start» of a clicker leaves it on.
    await page.keyboard.press('F5')
    expect(await ask(page, `document.fullscreenElement !== null`)).toBe(true)
    await page.keyboard.press('f')
    await page.waitForFunction(`document.fullscreenElement === null`)
  })
})

describe('a key held down', () => {
  test('switches once', async () => {
    for (let times = 0; times < 4; times++) await page.keyboard.down('b')
    await page.keyboard.up('b')
    expect(await isBlack()).toBe(true)
  })

  test('turns page after page', async () => {
    for (let times = 0; times < 4; times++) await page.keyboard.down('PageDown')
    await page.keyboard.up('PageDown')
    expect(await shownId(page)).toBe('three')
  })
})

test('the first slide and the last stay when there is no other', async () => {
  await page.keyboard.press('End')
  for (const key of ['PageDown', 'ArrowRight', 'Space'] as const) await page.keyboard.press(key)
  expect(await shownId(page)).toBe('last')
  expect(await isBlack()).toBe(false)
  await page.keyboard.press('Home')
  for (const key of ['PageUp', 'ArrowLeft'] as const) await page.keyboard.press(key)
  expect(await shownId(page)).toBe('title')
})

test('a number beyond the last says where it leads, and leads there', async () => {
  const says = `document.querySelector('.stage-toast').textContent`
  await page.keyboard.type('99')
  expect(await ask(page, says)).toBe('Go to 5 of 5')
  await page.keyboard.press('Enter')
  expect(await shownId(page)).toBe('last')
  await page.keyboard.type('0')
  expect(await ask(page, says)).toBe('Go to 1 of 5')
  await page.keyboard.press('Enter')
  expect(await shownId(page)).toBe('title')
})

test('after a click on the arrow back, Space goes on all the same', async () => {
  await page.keyboard.press('End')
  await page.click('.controls .navigate-left')
  expect(await shownId(page)).toBe('three')
  await page.keyboard.press('Space')
  expect(await shownId(page)).toBe('last')
})

test('what is found in a step is shown', async () => {
  await page.keyboard.type('/gamma')
  expect(await shownId(page)).toBe('two')
  const seen = `[...document.querySelectorAll('section.present .fragment')].map((step) => step.classList.contains('visible'))`
  expect(await ask(page, seen)).toEqual([true, true])
})

test('what is found never lies under the field that found it', async () => {
  // Here the field is as wide as the window.
  await page.setViewport({ width: 480, height: 270 })
  const below = `(() => {
    const hit = document.querySelector('section.present .hits .chosen').getBoundingClientRect()
    const field = document.querySelector('.stage-search').getBoundingClientRect()
    return hit.bottom > field.top && hit.top < field.bottom && hit.right > field.left && hit.left < field.right
  })()`
  await page.keyboard.type('/Two')
  expect(await shownId(page)).toBe('two')
  expect(await ask(page, `document.querySelector('.stage-search').classList.contains('low')`)).toBe(true)
  expect(await ask(page, below)).toBe(false)
})

test('an enlarged slide is moved by Shift and arrows, and stays in sight', async () => {
  const place = () =>
    ask<{ readonly left: number; readonly right: number }>(
      page,
      `(({ left, right }) => ({ left, right }))(document.querySelector('section.present').getBoundingClientRect())`,
    )
  const pan = async (key: 'ArrowLeft' | 'ArrowRight') => {
    await page.keyboard.down('Shift')
    await page.keyboard.press(key)
    await page.keyboard.up('Shift')
  }
  await pan('ArrowRight')
  expect(await shownId(page)).toBe('one')
  await page.keyboard.type('++')
  const before = await place()
  await pan('ArrowRight')
  const after = await place()
  expect(after.left).toBeLessThan(before.left)
  for (let times = 0; times < 40; times++) await pan('ArrowRight')
  expect((await place()).right).toBeGreaterThanOrEqual(639)
  expect(await shownId(page)).toBe('one')
  await page.keyboard.press('PageDown')
  expect(await shownId(page)).toBe('two')
})

describe('a mouse that rests', () => {
  test('is gone from the slide, with the arrows, until it moves', async () => {
    await page.waitForSelector('html.resting')
    // From here on it rests when the test says so: on a busy machine, a look comes late.
    await ask(
      page,
      `{
        const set = setTimeout
        window.setTimeout = (act, after) => (after === ${restAfter} ? ((window.rest = act), 0) : set(act, after))
      }`,
    )
    await page.mouse.move(300, 200)
    await page.mouse.move(310, 200)
    expect(await opacityOf('.controls')).toBe('1')
    await ask(page, `window.rest()`)
    expect(await ask(page, `document.documentElement.classList.contains('resting')`)).toBe(true)
    expect(await opacityOf('.controls')).toBe('0')
    expect(await ask(page, `getComputedStyle(document.querySelector('section.present a')).cursor`)).toBe('none')
    await page.mouse.move(320, 200)
    expect(await ask(page, `document.documentElement.classList.contains('resting')`)).toBe(false)
  })

  test('leaves a black screen black, at once and to the last corner', async () => {
    await page.waitForSelector('html.resting')
    await page.keyboard.type('b')
    expect(await opacityOf('.pause-overlay')).toBe('1')
    expect(await opacityOf('.resume-button')).toBe('0')
    const { data, width, height } = PNG.sync.read(Buffer.from(await page.screenshot()))
    const lit = data.filter((value, index) => index % 4 !== 3 && value > 0).length
    expect([width, height, lit]).toEqual([1280, 720, 0])
  })

  test('finds arrows that the keyboard is on', async () => {
    await page.waitForSelector('html.resting')
    await ask(page, `document.querySelector('.controls .navigate-right').focus()`)
    expect(await opacityOf('.controls')).toBe('1')
  })
})

test('the hint of the pointer leaves the slide to the room', async () => {
  await page.keyboard.type('l')
  await page.waitForSelector('.stage-toast')
  await page.waitForFunction(`!document.querySelector('.stage-toast')`)
  expect(await ask(page, `document.querySelector('.talk').classList.contains('pointing')`)).toBe(true)
})

interface Clicker {
  readonly name: string
  readonly next: KeyInput
  readonly previous: KeyInput
  /** One button, which sends its two keys in turn. */
  readonly start: readonly KeyInput[]
  readonly dark: KeyInput
  /** Together with F5. */
  readonly held?: KeyInput[]
}

/** Buttons of clickers, by what they send. */
const clickers: readonly Clicker[] = [
  { name: 'Logitech R400, R700, R800', next: 'PageDown', previous: 'PageUp', start: ['F5', 'Escape'], dark: '.' },
  { name: 'Kensington', next: 'PageDown', previous: 'PageUp', start: ['F5', 'Escape'], held: ['Shift'], dark: 'b' },
  { name: 'Logitech Spotlight, Targus', next: 'ArrowRight', previous: 'ArrowLeft', start: ['F5', 'Escape'], dark: 'b' },
  { name: 'ones that scroll', next: 'ArrowDown', previous: 'ArrowUp', start: ['F5', 'F5'], dark: '.' },
]

describe.each(clickers)('a clicker as $name', ({ next, previous, start, dark, held = [] }) => {
  const click = async (on: Page, button: KeyInput, held: KeyInput[] = []): Promise<void> => {
    for (const key of held) await on.keyboard.down(key)
    await on.keyboard.press(button)
    for (const key of held) await on.keyboard.up(key)
  }

  test('turns pages and steps, there and back, darkens, starts, and stops; nothing is loaded anew', async () => {
    await ask(page, `void (window.kept = true)`)
    await click(page, next)
    await click(page, next)
    expect(await ask(page, `document.querySelectorAll('section.present .fragment.visible').length`)).toBe(1)
    expect(await shownId(page)).toBe('two')
    await click(page, previous)
    await click(page, previous)
    expect(await shownId(page)).toBe('one')
    await click(page, dark)
    expect(await isBlack()).toBe(true)
    await click(page, dark)
    expect(await isBlack()).toBe(false)
    for (const key of [...start, ...start]) await click(page, key, key === 'F5' ? held : [])
    expect(await shownId(page)).toBe('one')
    await page.keyboard.press('End')
    await click(page, next)
    expect([await shownId(page), await ask(page, `window.kept`)]).toEqual(['last', true])
    await ask(page, `document.fullscreenElement && document.exitFullscreen()`)
  })

  test('turns them in the speaker view, too', async () => {
    await page.goto(`${stage.url}?speaker=alone`)
    await page.waitForSelector('.desk')
    await ask(page, `void (window.kept = true)`)
    const place = () => ask<string>(page, `document.querySelector('.desk-place').textContent`)
    const first = await place()
    await click(page, next)
    expect(await place()).not.toBe(first)
    await click(page, previous)
    for (const key of [...start, dark, dark]) await click(page, key, key === 'F5' ? held : [])
    expect([await place(), await ask(page, `window.kept`)]).toEqual([first, true])
  })
})

test("keys of a clicker that are the system's, or the browser's, stay theirs", async () => {
  await ask(
    page,
    `void addEventListener('keydown', ({ key, defaultPrevented }) => (window.heard ??= []).push(key + ' ' + defaultPrevented))`,
  )
  for (const key of ['AudioVolumeUp', 'AudioVolumeDown', 'Tab'] as const) await page.keyboard.press(key)
  expect(await ask(page, `window.heard`)).toEqual(['AudioVolumeUp false', 'AudioVolumeDown false', 'Tab false'])
  expect(await ask(page, `document.activeElement.textContent`)).toBe('a page')
  expect(await shownId(page)).toBe('one')
})

describe('the screen is kept awake', () => {
  /** Stands for the browser: `grants` waits for the test where it says so. */
  const stub = (answer: 'at once' | 'late' | 'never') =>
    ask(
      page,
      `void Object.defineProperty(navigator, 'wakeLock', {
        value: {
          request: async (kind) => {
            window.asked = (window.asked ?? 0) + 1
            if (${answer === 'never'}) throw new DOMException('The battery is low.', 'NotAllowedError')
            if (${answer === 'late'}) await new Promise((resolve) => (window.grant = resolve))
            const lock = Object.assign(new EventTarget(), { kind, release: async () => lock.dispatchEvent(new Event('release')) })
            lock.addEventListener('release', () => { window.lock = null })
            window.lock = lock
            return lock
          },
        },
      })`,
    )
  const hide = (state: 'hidden' | 'visible') =>
    ask(
      page,
      `(() => {
        Object.defineProperty(document, 'visibilityState', { value: '${state}', configurable: true })
        document.dispatchEvent(new Event('visibilitychange'))
      })()`,
    )

  test('in full screen, and only then', async () => {
    await stub('at once')
    await page.keyboard.press('PageDown')
    expect(await ask(page, `window.lock`)).toBe(undefined)
    await page.keyboard.press('f')
    await page.waitForFunction(`window.lock?.kind === 'screen'`)
    await page.keyboard.press('f')
    await page.waitForFunction(`window.lock === null`)
  })

  test('again after the window was covered, when the browser has let go by itself', async () => {
    await stub('at once')
    await page.keyboard.press('f')
    await page.waitForFunction(`window.lock`)
    await hide('hidden')
    await page.waitForFunction(`window.lock === null`)
    await hide('visible')
    await page.waitForFunction(`window.lock && window.asked === 2`)
    await page.keyboard.press('f')
    await page.waitForFunction(`window.lock === null`)
  })

  test('no longer than wanted, however late it is granted', async () => {
    await stub('late')
    await page.keyboard.press('f')
    await page.waitForFunction(`window.grant`)
    await page.keyboard.press('f')
    await page.waitForFunction(`document.fullscreenElement === null`)
    await ask(page, `window.grant()`)
    await page.waitForFunction(`window.lock === null`)
  })

  test('not where it is refused, or unknown, and the talk goes on', async () => {
    await stub('never')
    await page.keyboard.press('f')
    await page.waitForFunction(`window.asked > 0`)
    await page.keyboard.press('PageDown')
    expect(await shownId(page)).toBe('two')
    await page.keyboard.press('f')
    await page.evaluateOnNewDocument(`delete Navigator.prototype.wakeLock`)
    await page.goto(`${stage.url}?again#/one`)
    await page.waitForSelector('html.ready')
    expect(await ask(page, `'wakeLock' in navigator`)).toBe(false)
    await page.keyboard.press('f')
    await page.waitForFunction(`document.fullscreenElement`)
    await page.keyboard.press('PageDown')
    expect(await shownId(page)).toBe('two')
    await page.keyboard.press('f')
  })
})
