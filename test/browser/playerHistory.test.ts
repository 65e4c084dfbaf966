/** Back and reload, in a deck on disk: a jump can be taken back, a turn of the page is none, and leaving keeps the place. */
import type { Page } from 'puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { ask, type OnStage, putOnStage, shownId } from './onStage.js'

const sections = ['One', 'Two', 'Three'].map(
  (name) => `## ${name}\n\n### ${name} a\n\ntext\n\n### ${name} b\n\nword ${name}\n`,
)

let stage: OnStage
beforeAll(async () => {
  stage = await putOnStage(`# Talk\n\n${sections.join('\n')}`, { agenda: true })
})
afterEach(() => stage.clear())
afterAll(() => stage.close())

const at = (page: Page, id: string) => page.waitForFunction(`document.querySelector('section.present').id === '${id}'`)
const lengthOf = (page: Page): Promise<number> => ask(page, 'history.length')
const press = async (page: Page, ...keys: readonly ('ArrowRight' | 'Enter' | 'End' | '4' | 'o' | 'Escape')[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

test.each<[string, (page: Page) => Promise<unknown>]>([
  ['a link of the agenda', (page) => page.click('section.present a[href="#three"]')],
  ['a number and Enter', (page) => press(page, '4', 'Enter')],
  ['the last slide', (page) => press(page, 'End')],
  ['the overview', (page) => press(page, 'o', 'End', 'Enter')],
  [
    'a search, and its further hits',
    (page) => page.keyboard.type('/word').then(() => press(page, 'Enter', 'Enter', 'Escape')),
  ],
])('Back after %s leads to where it began, and forward again', async (_, jump) => {
  const page = await stage.open('#/title')
  await press(page, 'ArrowRight')
  await at(page, 'agenda')
  const before = await lengthOf(page)
  await jump(page)
  const there = await shownId(page)
  expect(there).not.toBe('agenda')
  expect(await lengthOf(page)).toBe(before + 1)
  await page.goBack()
  await at(page, 'agenda')
  await page.goForward()
  await at(page, there)
})

test('turning pages is nothing that Back takes back', async () => {
  const page = await stage.open('#/agenda')
  const before = await lengthOf(page)
  await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight')
  expect(await lengthOf(page)).toBe(before)
})

test('a link that is not followed, as one draws on it, is no jump', async () => {
  const page = await stage.open('#/agenda')
  const before = await lengthOf(page)
  await page.keyboard.press('d')
  await page.click('section.present a[href="#three"]')
  expect([await shownId(page), await lengthOf(page)]).toEqual(['agenda', before])
})

test('loaded anew right after a move, the page shows where it was', async () => {
  const page = await stage.open('#/agenda')
  // More moves than are written down at once.
  for (let move = 0; move < 61; move++) await page.keyboard.press(move % 2 ? 'ArrowLeft' : 'ArrowRight')
  const shown = await shownId(page)
  await page.reload()
  await page.waitForSelector('html.ready')
  expect(await shownId(page)).toBe(shown)
  expect(shown).not.toBe('agenda')
})

test('nothing failed on the way', () => expect(stage.faults).toEqual([]))
