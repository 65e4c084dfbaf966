/** Items of lists in the page: which of them have a bullet. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { openDeck } from '../../src/browser/openDeck.js'
import { noFormats } from '../../src/model/format.js'
import { buildDecks } from '../../src/pipeline.js'
import { atWork } from './atWork.js'

const notes = `# Bullets

- one
  * * x
- two
  - under it

1. - in a number
2. last
`

test.each(['report', 'paper'])('%s: an item that begins with a list leaves the bullet to that', async (template) => {
  const { browser, folder, end } = await atWork()
  await writeFile(join(folder, 'notes.md'), notes)
  const request = { notes: join(folder, 'notes.md'), name: 'notes', folder: join(folder, 'deck'), formats: noFormats }
  for await (const { index } of buildDecks([{ ...request, offline: true, refresh: false, settings: { template } }], {}))
    await openDeck(browser, `${pathToFileURL(index).href}?print`)
  const items = await browser.page.evaluate<[], () => readonly string[]>(`
    talkback.slides.flatMap((slide) => [...slide.querySelectorAll('.flow ul > li')].map((item) =>
      item.innerText.split('\\n')[0] + (getComputedStyle(item, '::before').content === 'none' ? '' : ' has one')))`)
  await end()
  expect(items).toEqual(['one has one', 'x', 'x has one', 'two has one', 'under it has one', 'in a number has one'])
})
