/** The remote's page on a phone, upright and lying, and on a tablet: the slide, its notes, what comes next, and buttons for a thumb. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'puppeteer'
import { expect, test } from 'vitest'
import { served, shown, waitFor } from './served.js'

const remark = '<!-- Tell of the bank first. Then wait, and ask who has read an old value.\n\nThen go on. -->'
const notes = `---
lang: en
steps: points
---

# Talk

## One

- first
- second

${remark}

## Two

- third

## Three

- fourth
`
const chinese = `---\nlang: zh-Hans\n---\n\n# 演讲\n\n## 一致性\n\n- 线性一致\n\n<!-- ${'先讲为什么需要一致性，举银行转账的例子。'.repeat(30)} -->\n\n## 复制\n\n- 主从\n`
const house = served({ 'notes.md': notes, 'zh.md': chinese }, { notes: ['notes.md', 'zh.md'], sync: true })

const phone = { width: 390, height: 844, isMobile: true, hasTouch: true, deviceScaleFactor: 1 }
const sizes = [phone, { ...phone, width: 844, height: 390 }, { ...phone, width: 768, height: 1024 }]

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}
const boxOf = (page: Page, selector: string): Promise<Box> =>
  page.evaluate<[], () => Box>(`document.querySelector('${selector}').getBoundingClientRect().toJSON()`)
const textOf = (page: Page, selector: string): Promise<string> =>
  page.evaluate<[], () => string>(`document.querySelector('${selector}').textContent`)
const isBlack = `document.querySelector('.reveal').classList.contains('paused')`
const stepsShown = (count: number): string => `${shown}.querySelectorAll('.fragment.visible').length === ${count}`
const previous = '.remote-turns > button:first-child'
const next = '.remote-turns > button:last-child'
const black = '.remote-head > button'

/** @param name of the deck among those that are served */
async function openDeck(name: string, role?: 'remote' | 'guest', hash = ''): Promise<Page> {
  const { serving, openPage } = house.now
  const address = `${serving.address}${name}/${role ? serving.keyed[role] : ''}${hash}`
  return openPage(address, role !== undefined)
}

async function hold(page: Page, size = phone): Promise<void> {
  await page.setViewport(size)
  await waitFor(page, `document.querySelector('html.ready.in-hand .remote') !== null && innerWidth === ${size.width}`)
  await page.bringToFront()
}

/** The talk on stage, in a hand, and before somebody who only looks on. */
async function openTalk() {
  const stage = await openDeck('notes', undefined, '#/one')
  const remote = await openDeck('notes', 'remote')
  const guest = await openDeck('notes', 'guest')
  await hold(remote)
  return { stage, remote, guest }
}

test('a thumb turns pages and steps, the notes and the next title are there, and the room goes along', async () => {
  const { stage, remote, guest } = await openTalk()
  await waitFor(remote, `${shown}.id === 'one'`)
  expect(await textOf(remote, '.remote-place')).toMatch(/^\d\/\d$/)
  expect(await textOf(remote, '.remote-notes')).toContain('Tell of the bank first.')
  expect(await textOf(remote, '.remote-following')).toBe('Next Two')
  expect(await textOf(remote, '.remote-figure b')).toBe('0:00')
  await remote.tap(next)
  for (const page of [remote, stage, guest]) await waitFor(page, stepsShown(1))
  await remote.tap(next)
  await remote.tap(next)
  for (const page of [stage, guest]) await waitFor(page, `${shown}.id === 'two'`)
  expect(await textOf(remote, '.remote-notes')).toContain('No notes for this slide.')
  expect(await textOf(remote, '.remote-clock')).toContain('Pause')
  await remote.tap(previous)
  for (const page of [stage, guest]) await waitFor(page, `${shown}.id === 'one' && ${stepsShown(2)}`)
  // A guest's phone shows the deck and nothing else.
  await guest.setViewport(phone)
  await guest.waitForSelector('html.ready')
  expect(await guest.$('.remote')).toBeNull()
  for (const page of [remote, guest]) await page.browserContext().close()
  await stage.close()
})

test('black is black for all, for those who come late too; no guest makes it so', async () => {
  const { stage, remote, guest } = await openTalk()
  await waitFor(guest, `${shown}.id === 'one'`)
  await guest.bringToFront()
  await guest.keyboard.press('b')
  await waitFor(guest, isBlack)
  await guest.keyboard.press('b')
  await stage.bringToFront()
  expect(await stage.evaluate(isBlack)).toBe(false)
  await stage.keyboard.press('b')
  for (const page of [remote, guest]) await waitFor(page, isBlack)
  await waitFor(remote, `document.querySelector('${black}').getAttribute('aria-pressed') === 'true'`)
  const late = await openDeck('notes', 'guest')
  await waitFor(late, isBlack)
  await remote.bringToFront()
  // As keys do it: the first one only brings the slide back.
  await remote.tap(next)
  for (const page of [stage, guest, late]) await waitFor(page, `!${isBlack} && ${shown}.id === 'one'`)
  await remote.tap(black)
  for (const page of [stage, guest, late]) await waitFor(page, isBlack)
  await remote.tap(black)
  for (const page of [stage, guest, late]) await waitFor(page, `!${isBlack}`)
  for (const page of [remote, guest, late]) await page.browserContext().close()
  await stage.close()
})

test.each(['notes', 'zh'])('%s: at every size large, inside the window, and nothing for axe', async (name) => {
  const remote = await openDeck(name, 'remote', '')
  const stage = await openDeck(name)
  await stage.bringToFront()
  await stage.keyboard.press('End')
  await stage.keyboard.press('Home')
  await stage.keyboard.press('PageDown')
  for (const size of sizes) {
    await hold(remote, size)
    const lying = size.width > size.height
    // The slide follows the window a moment later.
    const width = `document.querySelector('.slides').getBoundingClientRect().width`
    if (!lying) await waitFor(remote, `${width} > ${size.width - 3}`)
    const slide = await boxOf(remote, '.slides')
    const notesBox = await boxOf(remote, '.remote-notes')
    expect(slide.left).toBeGreaterThanOrEqual(-1)
    expect(slide.right).toBeLessThanOrEqual(size.width + 1)
    if (lying) expect(slide.right).toBeLessThanOrEqual(notesBox.left)
    else expect(slide.bottom).toBeLessThanOrEqual(notesBox.top)
    expect(notesBox.bottom - notesBox.top).toBeGreaterThan(100)
    for (const selector of [previous, next, black]) {
      const { left, top, right, bottom } = await boxOf(remote, selector)
      expect(bottom - top).toBeGreaterThanOrEqual(selector === black ? 48 : 64)
      expect(left).toBeGreaterThanOrEqual(0)
      expect(right).toBeLessThanOrEqual(size.width)
      expect(bottom).toBeLessThanOrEqual(size.height)
    }
    await remote.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))
    expect(
      await remote.evaluate(
        // What is still to come is pale, as in the speaker view; the one heading of a talk is on its cover.
        `axe.run({ exclude: ['.fragment:not(.visible)'] }, { resultTypes: ['violations'], rules: { 'page-has-heading-one': { enabled: false } } })
          .then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
      ),
    ).toEqual([])
  }
  await remote.browserContext().close()
  await stage.close()
})

test('one talk has one clock: whoever starts or stops it, and whatever time a phone takes it for', async () => {
  const stage = await openDeck('notes', undefined, '#/one')
  const remote = await openDeck('notes', 'remote')
  await hold(remote)
  const toggle = '.remote-clock > button:first-child'
  // It was begun two minutes ago, in the presenter's window.
  const [one, two] = ['one', 'two'].map((id) => `document.getElementById('${id}').dataset.key`)
  const begun = `window.talkbackStage.timer.change({ laps: { [${one}]: 50000, [${two}]: 70000 }, running: { slide: ${one}, since: Date.now() }, changed: Date.now() })`
  await stage.evaluate(begun)
  const elapsed = `document.querySelector('.remote-figure b').textContent`
  await waitFor(remote, `/^2:0\\d$/.test(${elapsed})`)
  expect(await textOf(remote, toggle)).toBe('Pause')
  // A phone whose own time is wrong by an hour, and that comes late.
  const late = await openDeck('notes', 'remote')
  await late.evaluateOnNewDocument('{ const now = Date.now; Date.now = () => now() + 3600000 }')
  await late.reload()
  await hold(late)
  await waitFor(late, `/^2:[01]\\d$/.test(${elapsed})`)
  await late.click(toggle)
  await waitFor(stage, 'window.talkbackStage.timer.clock().running === null')
  await waitFor(remote, `document.querySelector('${toggle}').textContent === 'Start'`)
  // Back to nothing, for all.
  await late.click(`${toggle} + button`)
  await waitFor(remote, `${elapsed} === '0:00'`)
  await waitFor(stage, 'Object.keys(window.talkbackStage.timer.clock().laps).length === 0')
  // Any page may think better of it, and the presenter's still knows what each slide took.
  await waitFor(remote, `document.querySelector('${toggle} + button').textContent === 'Undo'`)
  await late.click(`${toggle} + button`)
  await waitFor(stage, `window.talkbackStage.timer.clock().laps[${two}] === 70000`)
  await waitFor(remote, `/^2:\\d\\d$/.test(${elapsed})`)
  expect(await textOf(remote, `${toggle} + button`)).toBe('Start over')
  for (const page of [late, remote]) await page.browserContext().close()
  await stage.close()
})

test('an edit of the notes arrives where they are read, and a word of the server covers no button', async () => {
  const { write } = house.now
  const remote = await openDeck('notes', 'remote', '#/one')
  await hold(remote)
  await waitFor(remote, `document.querySelector('.remote-notes').textContent.includes('Tell of the bank')`)
  await write('notes.md', notes.replace('Tell of the bank', 'Tell of the library').replace('## Two', '## Twice'))
  await waitFor(remote, `document.querySelector('.remote-notes').textContent.includes('Tell of the library')`)
  await waitFor(remote, `document.querySelector('.remote-following').textContent === 'Next Twice'`)
  const corner = await boxOf(remote, '.live-corner')
  expect(corner.bottom).toBeLessThan((await boxOf(remote, previous)).top)
  await remote.browserContext().close()
})

test('in a wide window without touch it is the deck', async () => {
  const remote = await openDeck('notes', 'remote')
  await remote.setViewport({ width: 1280, height: 800 })
  await waitFor(remote, `document.querySelector('html.ready:not(.in-hand)') !== null`)
  expect(await remote.evaluate(`getComputedStyle(document.querySelector('.remote')).display`)).toBe('none')
  await remote.browserContext().close()
})

test('all that without a fault in the pages', () => expect(house.faults).toEqual([]))
