/** A rehearsal from the first slide to the JSON file, on a clock of our own: past midnight, paused, loaded anew, edited. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { findBrowser } from '../../src/browser/find.js'
import { type RunningBrowser, startBrowser } from '../../src/browser/start.js'
import { ask, deckOf, shownId } from './onStage.js'

const point =
  '- a point that is long enough to fill its line and to go on to the next one, as points of real notes do\n'
const notes = (points: number) =>
  `---\nduration: 10\n---\n# Talk\n\n## One\n\n- alpha\n\n## Long\n\n${point.repeat(points)}\n## Last\n\n- omega\n`

let browser: RunningBrowser
let out: string
let url: string
let page: Page
const faults: string[] = []
beforeAll(async () => {
  browser = await startBrowser(await findBrowser())
})
afterAll(() => browser.close())
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'talkback-test-'))
  url = await deckOf(notes(30), out)
  page = await browser.puppeteer.newPage()
  page.on('pageerror', (error) => faults.push(String(error)))
  await page.emulateTimezone('Asia/Shanghai')
  // It stands still but for what the test lets pass, and goes on over a reload.
  await page.evaluateOnNewDocument(`{
    const now = () => Number(sessionStorage.getItem('now') ?? ${Date.parse('2018-11-14T23:57:00+08:00')})
    Date = class extends Date {
      constructor(...values) { super(...(values.length === 0 ? [now()] : values)) }
      static now() { return now() }
    }
    window.pass = (seconds) => sessionStorage.setItem('now', String(now() + seconds * 1000))
  }`)
  await open()
})
afterEach(async () => {
  await page.close()
  await rm(out, { recursive: true })
  expect(faults.splice(0)).toEqual([])
})

async function open(): Promise<void> {
  await page.goto(url)
  await page.reload()
  await page.waitForSelector('html.ready')
}
const pass = (seconds: number) => ask(page, `pass(${seconds})`)
async function press(button: string): Promise<void> {
  await page.keyboard.press('r')
  await ask(
    page,
    `[...document.querySelectorAll('.times footer button')].find(({ textContent }) => textContent === '${button}').click()`,
  )
  await page.keyboard.press('r')
}

interface Times {
  readonly at: string
  readonly taken: number
  readonly elsewhere: number
  readonly slides: readonly { readonly id: string; readonly taken: number }[]
}

/** What is saved: read from the blob that the page makes. */
async function saved(): Promise<Times> {
  await ask(
    page,
    `void (URL.createObjectURL = (blob) => { blob.text().then((text) => { window.saved = text }); return 'data:,' })`,
  )
  await press('Save as JSON')
  await page.waitForFunction(`window.saved`)
  const text = await ask<string>(page, `window.saved`)
  await ask(page, `void (window.saved = undefined)`)
  return JSON.parse(text)
}
const takenIn = ({ slides }: Times) =>
  Object.fromEntries(slides.flatMap(({ id, taken }) => (taken > 0 ? [[id, taken]] : [])))

test('each slide has its time: there and back, over midnight, without the pause, and over a reload', async () => {
  await press('Start')
  await pass(30)
  await page.keyboard.press('PageDown')
  await pass(60)
  await page.keyboard.press('PageDown')
  expect(await shownId(page)).toBe('long')
  await pass(120)
  // Back to what was said already: its time goes on.
  await page.keyboard.press('PageUp')
  await pass(15)
  await press('Pause')
  await pass(3600)
  await page.keyboard.press('End')
  await pass(3600)
  await press('Start')
  await pass(5)
  await page.reload()
  await page.waitForSelector('html.ready')
  await pass(5)
  const times = await saved()
  const first = times.slides[0]?.id ?? ''
  expect(takenIn(times)).toEqual({ [first]: 30, one: 75, long: 120, last: 10 })
  expect(times).toMatchObject({ taken: 235, elsewhere: 0, at: '2018-11-14T18:00:55.000Z' })
  // The table says the same.
  await page.keyboard.press('r')
  await page.waitForFunction(`document.querySelector('.times tfoot td:last-child').textContent === '3:55'`)
})

test('an edit moves parts and takes slides away, and no second is lost', async () => {
  await press('Start')
  await page.keyboard.press('PageDown')
  await page.keyboard.press('PageDown')
  const parts: string[] = []
  while ((await shownId(page)).startsWith('long')) {
    parts.push(await shownId(page))
    await pass(60)
    await page.keyboard.press('PageDown')
  }
  expect(parts.length).toBeGreaterThan(2)
  await pass(20)
  await press('Pause')
  expect(takenIn(await saved())).toEqual({ ...Object.fromEntries(parts.map((id) => [id, 60])), last: 20 })

  expect(await deckOf(notes(4).replace('## Last', '## End'), out)).toBe(url)
  await page.reload()
  await page.waitForSelector('html.ready')
  const times = await saved()
  // What was said of the parts was said of the slide, and another title is no other slide.
  expect(takenIn(times)).toEqual({ long: 60 * parts.length, end: 20 })
  expect(times).toMatchObject({ taken: 60 * parts.length + 20, elsewhere: 0 })

  expect(await deckOf(notes(4).replace(/## Last[\s\S]*/, ''), out)).toBe(url)
  await page.reload()
  await page.waitForSelector('html.ready')
  // Of a slide that is gone only the whole knows.
  expect(await saved()).toMatchObject({ taken: 60 * parts.length + 20, elsewhere: 20 })
})

test('the speaker sees the same: the time of day after midnight, what is left, and that it is over', async () => {
  await page.goto(`${url}?speaker=alone`)
  await page.waitForSelector('.desk')
  const figures = () =>
    ask<readonly string[]>(
      page,
      `[...document.querySelectorAll('.desk-figure b')].map(({ textContent }) => textContent)`,
    )
  await page.keyboard.press('PageDown')
  await pass(200)
  await page.waitForFunction(`document.querySelector('.desk-figure b').textContent === '6:40'`)
  expect(await figures()).toEqual(['6:40', '3:20', '00:00'])
  await pass(700)
  await page.waitForFunction(`document.querySelector('.desk-figure.late')`)
  expect((await figures())[1]).toBe('15:00')
  // The computer slept: the room waited all the same.
  await pass(7200)
  await page.waitForFunction(`document.querySelector('.desk-figure:nth-child(2) b').textContent === '2:15:00'`)
})
