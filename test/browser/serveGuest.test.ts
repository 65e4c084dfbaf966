/** A served deck as those see it who only look on, and how its author is known: keys leave the address, and come back by themselves. */
import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { served, shown, waitFor } from './served.js'

const notes =
  '---\nlang: en\n---\n\n# Talk\n\n## One\n\n- first\n\n<!-- a private remark -->\n\nTODO: ask Mallory\n\n## Two\n\n- second\n'
const house = served({ 'notes.md': notes }, { sync: true })

const secret = /private remark|Mallory|private thought/

test.each(['with the key of a guest', 'without a key'])('%s: no remarks, no speaker view, no editor', async (way) => {
  const { serving, openPage, write } = house.now
  const query = way === 'without a key' ? '' : serving.keyed.guest
  const guest = await openPage(`${serving.address}${query}#/one`, true)
  await waitFor(guest, `${shown}.id === 'one'`)
  // What is said for a moment only.
  await guest.evaluateOnNewDocument(`{
    window.said = []
    const note = () => said.push(document.querySelector('.live-saying')?.textContent ?? '')
    new MutationObserver(note).observe(document, { childList: true, subtree: true })
  }`)
  const isTold = `said.some((text) => text.includes('talkback serve'))`
  await guest.reload()
  await waitFor(guest, isTold)
  const windows = (await guest.browserContext().pages()).length
  await guest.evaluate('said.length = 0')
  await guest.keyboard.press('s')
  await waitFor(guest, isTold)
  await guest.keyboard.press('?')
  await guest.waitForSelector('.stage-panel.help')
  expect(await guest.evaluate(`document.querySelector('.help').textContent`)).not.toMatch(/Speaker view|editor/)
  expect(await guest.browserContext().pages()).toHaveLength(windows)
  await write('notes.md', notes.replace('- first', '- first of all').replace('remark', 'thought'))
  await waitFor(guest, `document.body.textContent.includes('first of all')`)
  expect(await guest.content()).not.toMatch(secret)
  await guest.goto(`${serving.address}?speaker=alone#/two`)
  await guest.waitForSelector('html.ready')
  expect(await guest.$('.desk')).toBeNull()
  expect(await guest.content()).not.toMatch(secret)
  await write('notes.md', notes)
  await guest.browserContext().close()
})

test('the author has it all, and the address has no key in it: loaded anew, in another tab, and without it', async () => {
  const { serving, openPage } = house.now
  const page = await openPage(`${serving.address}${serving.own}#/one`, true)
  expect(await page.evaluate('location.href')).toBe(`${serving.address}#/one`)
  expect(await page.evaluate('document.cookie')).toBe('')
  await page.reload()
  await page.waitForSelector('html.ready')
  const other = await page.browserContext().newPage()
  await other.goto(serving.address)
  await other.waitForSelector('html.ready')
  for (const each of [page, other]) expect(await each.content()).toMatch(secret)
  await page.browserContext().close()
})

test('a link on a page of another site leads in as well, though browsers keep the cookie back there', async () => {
  const { serving, openPage } = house.now
  const away = createServer((_, response) => response.end(`<a href="${serving.address}${serving.own}">the talk</a>`))
  await new Promise<void>((resolve) => away.listen(0, '127.0.0.1', resolve))
  const bound = away.address()
  const port = typeof bound === 'object' ? bound?.port : undefined
  const page = await openPage(undefined, true)
  await page.goto(`http://localhost:${port}/`)
  await page.click('a')
  await page.waitForSelector('html.ready')
  expect(await page.evaluate('location.origin + location.pathname + location.search')).toBe(serving.address)
  expect(await page.content()).toMatch(secret)
  await page.browserContext().close()
  await new Promise((closed) => away.close(closed))
})

test('all that without a fault in the pages', () => expect(house.faults).toEqual([]))
