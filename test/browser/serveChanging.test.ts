/** Decks that come and go while they are served, and what their pages say by themselves, in the language of the decks. */
import { rm } from 'node:fs/promises'
import type { Page } from 'puppeteer'
import { expect, test } from 'vitest'
import { openLiveDeck } from '../../src/pipeline/liveDeck.js'
import type { ServedDeck } from '../../src/serve/serve.js'
import { served, shown, waitFor } from './served.js'

const textOf = (day: number): string =>
  `---\nlang: zh\n---\n\n# 第 ${day} 天的笔记\n\n## 开场\n\n- 欢迎\n\n## 第二\n\n- 谢谢\n`
const house = served(
  { 'day1.md': textOf(1) },
  { notes: ['day1.md'], changing: true, make: async () => ({ files: [], findings: [] }) },
)

const known = new Map<string, ServedDeck>()
const deck = (name: string): ServedDeck => {
  const notes = house.now.path(`${name}.md`)
  const made = known.get(name) ?? { name, notes, source: openLiveDeck({ notes, offline: true, refresh: false }) }
  known.set(name, made)
  return made
}
const names = `[...document.querySelectorAll('h2')].map((title) => title.textContent).join()`
const read = (page: Page, expression: string): Promise<unknown> => page.evaluate(expression)

test('the only one is shown at once, under the address that it keeps', async () => {
  const page = await house.now.openPage()
  expect(await read(page, 'location.pathname')).toBe('/day1/')
  expect(await read(page, `${shown}.textContent`)).toContain('第 1 天')
  await page.close()
})

test('those that come are listed, those that go no longer, and nobody is disturbed', async () => {
  for (const day of [2, 3]) await house.now.write(`day${day}.md`, textOf(day))
  await house.now.serving.change([deck('day1'), deck('day2')])
  const page = await house.now.openPage()
  expect(await read(page, names)).toBe('第 1 天的笔记,第 2 天的笔记')
  await read(page, `document.querySelectorAll('a')[1].focus(); window.focused = document.activeElement`)
  await house.now.serving.change([deck('day3'), deck('day1'), deck('day2')])
  await waitFor(page, `${names} === '第 3 天的笔记,第 1 天的笔记,第 2 天的笔记'`)
  expect(await read(page, `document.querySelector('[data-name="count"]').textContent`)).toBe('3')
  await waitFor(page, `document.querySelector('iframe').contentDocument?.querySelector('.card') !== null`)
  const reader = await house.now.openPage(`${house.now.serving.address}day3/`)
  await rm(house.now.path('day3.md'))
  await house.now.serving.change([deck('day1'), deck('day2')])
  await waitFor(page, `${names} === '第 1 天的笔记,第 2 天的笔记'`)
  expect(await read(page, 'document.activeElement === window.focused && window.focused.isConnected')).toBe(true)
  expect(await read(reader, `${shown}.textContent`)).toContain('第 3 天')
  // What a title is drawn by is still its own deck's.
  await house.now.write('day2.md', textOf(2).replace('第 2 天的笔记', '龘'))
  await waitFor(page, `${names} === '第 1 天的笔记,龘'`)
  await waitFor(page, `getComputedStyle(document.querySelectorAll('h2')[1]).fontFamily.includes('deck-1')`)
  for (const each of [page, reader]) await each.close()
})

test('what can not be made is told, and made once it can be', async () => {
  await house.now.write('day4.md', 'no text\0')
  const fault = await house.now.serving.change([deck('day1'), deck('day4')])
  expect(fault.get(deck('day4').notes)?.message).toContain('binary data')
  await house.now.write('day4.md', textOf(4))
  expect((await house.now.serving.change([deck('day1'), deck('day4')])).size).toBe(0)
  const page = await house.now.openPage()
  expect(await read(page, names)).toBe('第 1 天的笔记,第 4 天的笔记')
  await page.close()
})

test('pages speak the language of the decks', async () => {
  const list = await house.now.openPage()
  expect(
    await read(list, `document.documentElement.lang + document.title + document.querySelector('.facts').textContent`),
  ).toMatch(/^zh幻灯片列表至少 \d 页/)
  const page = await house.now.openPage(`${house.now.serving.address}day1/`)
  await house.now.write('day1.md', '')
  await waitFor(page, `document.querySelector('.live-panel:not([hidden])')?.textContent.includes('day1.md:1')`)
  const panel = `document.querySelector('.live-panel')`
  expect(
    await read(
      page,
      `${panel}.ariaLabel + ${panel}.querySelector('.live-title').textContent + ${panel}.querySelector('button').title`,
    ),
  ).toBe('笔记这是上一次能生成的版本。在编辑器中打开此处')
  await waitFor(list, `document.querySelector('.state b')?.textContent === '这是上一次能生成的版本。'`)
  await house.now.write('day1.md', textOf(1))
  await waitFor(page, `${panel}.hidden`)
  expect(house.faults).toEqual([])
})
