/** Where a reader is in a served deck: the steps that are shown, and addresses of an earlier deck. */
import type { Page } from 'puppeteer'
import { expect, test } from 'vitest'
import { served, shown, waitFor, waitForText } from './served.js'

const notes = (points: string, more = ''): string =>
  `# Talk\n\n## Morning\n\n### Steps {.steps}\n\n${points}\n\n### Alpha\n\n- a\n\n## Evening\n\n### Beta\n\n- b\n${more}`
const house = served({ 'notes.md': notes('- one\n- two\n- three') })

const read = (page: Page, expression: string): Promise<unknown> => page.evaluate(expression)
const visible = `[...${shown}.querySelectorAll('.fragment.visible')].map((each) => each.textContent.trim()).join()`

test('a slide that is edited shows as many steps as before', async () => {
  const page = await house.now.openPage(`${house.now.serving.address}#/steps`)
  for (const count of [1, 2]) {
    await page.keyboard.press('ArrowRight')
    await waitFor(page, `${shown}.querySelectorAll('.fragment.visible').length === ${count}`)
  }
  await house.now.write('notes.md', notes('- one\n- two\n- the third'))
  await waitForText(page, 'the third')
  expect(await read(page, visible)).toBe('one,two')
  await house.now.write('notes.md', notes('- the first\n- two\n- the third'))
  await waitForText(page, 'the first')
  expect(await read(page, visible)).toBe('the first,two')
  await page.keyboard.press('ArrowRight')
  await waitFor(page, `${visible} === 'the first,two,the third'`)
  await page.keyboard.press('ArrowLeft')
  await waitFor(page, `${visible} === 'the first,two'`)
  await page.close()
})

test('the address of a slide whose title others have now as well leads to it', async () => {
  await house.now.write('notes.md', notes('- one', '\n### Alpha\n\n- another\n'))
  const page = await house.now.openPage(`${house.now.serving.address}#/alpha`)
  await waitFor(page, `document.getElementById('evening_alpha') !== null`)
  await page.goto('about:blank')
  await page.goto(`${house.now.serving.address}#/alpha`)
  await page.waitForSelector('html.ready')
  expect(await read(page, `${shown}.id`)).toBe('morning_alpha')
  await page.close()
})

test('nothing is reported wrong', () => {
  expect(house.faults).toEqual([])
})
