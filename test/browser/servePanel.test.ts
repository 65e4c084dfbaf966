/** What there is to say of served notes → a sign that hides nothing of the slide, opens, goes when told to, and is not for the room. */
import { expect, test } from 'vitest'
import { served, shown, waitFor } from './served.js'

const points = Array.from({ length: 9 }, (_, index) => `- point ${index + 1}, and what is said about it`).join('\n')
const notes = `---
lang: en
footer: Internal
---

# Talk

## One

![](missing.png)

## Full

${points}

## Last

${'A sentence that is long enough to fill the slide down to its foot. '.repeat(12)}
`
const house = served(
  { 'notes.md': notes, 'night.md': notes.replace('lang: en', 'lang: en\ntemplate: night') },
  { notes: ['notes.md', 'night.md'] },
)

const panel = `document.querySelector('.live-panel')`
/** Names of what the sign lies over. */
const hidden = `(() => {
  const sign = document.querySelector('.live-sign').getBoundingClientRect()
  const range = document.createRange()
  const walker = document.createTreeWalker(${shown}, NodeFilter.SHOW_TEXT)
  const boxes = [...document.querySelectorAll('.progress-line, .page-number')].map((each) => [each.className, each.getBoundingClientRect()])
  while (walker.nextNode()) {
    range.selectNodeContents(walker.currentNode)
    for (const box of range.getClientRects()) boxes.push([walker.currentNode.nodeValue, box])
  }
  return boxes
    .filter(([, box]) => box.width > 0 && box.left < sign.right && box.right > sign.left && box.top < sign.bottom && box.bottom > sign.top)
    .map(([name]) => name)
})()`

test.each(['notes', 'night'])('it lies over nothing that is presented: %s', async (name) => {
  for (const [width, height] of [
    [1280, 720],
    [1920, 1080],
    [1024, 768],
    [800, 450],
  ] as const) {
    const page = await house.now.openPage(`${house.now.serving.address}${name}/#/one`)
    await page.setViewport({ width, height })
    await waitFor(page, `!${panel}.hidden`)
    for (const id of ['one', 'full', 'last']) {
      await page.evaluate(`location.hash = '#/${id}'`)
      await waitFor(page, `${shown}.id === '${id}' && ${hidden}.length === 0`)
    }
    await page.close()
  }
})

test('it opens, folds, and is put away until there is something new to say', async () => {
  const page = await house.now.openPage(`${house.now.serving.address}notes/#/one`)
  await waitFor(page, `!${panel}.hidden`)
  const isOpen = `!document.querySelector('.live-opened').hidden`
  expect(await page.evaluate(isOpen)).toBe(false)
  await page.click('.live-sign')
  expect(await page.evaluate(isOpen)).toBe(true)
  await page.keyboard.press('Escape')
  expect(await page.evaluate(isOpen)).toBe(false)
  await page.click('.live-sign')
  await page.click('.live-panel .live-away')
  expect(await page.evaluate(`${panel}.hidden`)).toBe(true)
  // Neither a line that moves is new nor one finding less.
  await house.now.write('notes.md', notes.replace('## One', '## One\n\nA line more.'))
  await waitFor(page, `/missing\\.png/.test(${panel}.textContent) && /notes\\.md:12/.test(${panel}.textContent)`)
  expect(await page.evaluate(`${panel}.hidden`)).toBe(true)
  await house.now.write('notes.md', `${notes}\n![](other.png)\n`)
  await waitFor(page, `!${panel}.hidden && ${panel}.textContent.includes('other.png')`)
  await house.now.write('notes.md', notes)
  await page.close()
})

test('in full screen, for the speaker and on paper there is none of it', async () => {
  const page = await house.now.openPage(`${house.now.serving.address}notes/#/one`)
  await waitFor(page, `!${panel}.hidden`)
  await page.evaluate('document.documentElement.requestFullscreen()')
  await waitFor(page, `document.fullscreenElement !== null && getComputedStyle(${panel}).display === 'none'`)
  await page.evaluate('document.exitFullscreen()')
  await page.emulateMediaType('print')
  await waitFor(page, `getComputedStyle(${panel}).display === 'none'`)
  await page.emulateMediaType('screen')
  for (const query of ['?speaker=1', '?print']) {
    await page.goto(`${house.now.serving.address}notes/${query}`)
    await waitFor(page, `document.documentElement.matches('.ready, [data-talkback]')`)
    expect(await page.evaluate(panel)).toBe(null)
  }
  await page.close()
  expect(house.faults).toEqual([])
})
