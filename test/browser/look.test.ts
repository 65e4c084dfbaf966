import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBrowser } from '../../src/browser/find.js'
import { measureDeck } from '../../src/browser/measure.js'
import { type RunningBrowser, startBrowser } from '../../src/browser/start.js'
import { readLookScript } from '../../src/io/readRuntime.js'
import type { DeckLook } from '../../src/model/look.js'

let browser: RunningBrowser
let look: DeckLook
beforeAll(async () => {
  browser = await startBrowser(await findBrowser())
  const page = new URL('pages/look.html?print', import.meta.url).href
  look = (await measureDeck(browser, page, await readLookScript())).look
})
afterAll(() => browser.close())

test('lines are counted without titles and what is said again; what stands side by side is one', () => {
  const [first, second] = look.bodies
  expect(first).toMatchObject({ page: 1, lines: 1, pictures: 0 })
  expect(first?.widest).toBeGreaterThan(0.05)
  expect(first?.widest).toBeLessThan(0.2)
  expect(second).toMatchObject({ page: 2, lines: 3 })
  expect(second?.widest).toBeGreaterThan(0.95)
})

test('pictures, and the cards that stand for them, are counted', () => {
  expect(look.bodies[2]).toEqual({ page: 3, lines: 0, widest: 0, pictures: 2, lost: 0, scale: 1 })
})

test('faint text is found, as WCAG counts, however its colour is made, and told once for all slides', () => {
  expect(look.faint.map(({ page, slides, text, wanted }) => [page, slides, text, wanted])).toEqual([
    [4, 2, 'Just too faint', 4.5],
    [4, 1, 'Written in another way', 4.5],
    [4, 1, 'Half seen', 4.5],
    [4, 1, 'On grey glass', 4.5],
  ])
  expect(look.faint.map(({ ratio }) => ratio)).toEqual([4.47, 3.94, 4, 3.94])
})

test('fonts are asked for where something is new: here none came with the page', () => {
  expect(look.foreign[0]).toMatchObject({ page: 1, text: 'Title' })
  // Every letter of it stood on an earlier slide.
  expect(look.foreign.filter(({ page }) => page === 5)).toEqual([])
})
