/** Items of lists in the page: which of them have a bullet. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { openDeck } from '../../src/browser/openDeck.js'
import { noFormats } from '../../src/model/format.js'
import { buildDecks, checkDecks } from '../../src/pipeline.js'
import { atWork } from './atWork.js'
import { templates } from './inputs.js'

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

const edges = `# Edges

## Statement

### Break the pattern

- with a point

## Lists

### Numbers

- one
  - under it

1. first
2. second

### Wide numbers

iv. four
v. five

（1）one
（2）two

(10) ten
(11) eleven
`

test.each(templates)('%s: what begins at nearly one edge begins at one', async (template) => {
  const { browser, folder, end } = await atWork()
  const notes = join(folder, 'edges.md')
  await writeFile(notes, edges)
  const request = { notes, settings: { template }, offline: true, refresh: false }
  for await (const { misaligned, slides } of checkDecks([request], {})) {
    expect(slides.map(({ layout }) => layout)).toContain('statement')
    expect(misaligned).toBe(0)
  }
  for await (const { index } of buildDecks(
    [{ ...request, name: 'edges', folder: join(folder, 'edges'), formats: noFormats }],
    {},
  ))
    await openDeck(browser, `${pathToFileURL(index).href}?print`)
  const sizes = await browser.page.evaluate<[], () => readonly number[]>(`
    [...document.querySelectorAll('.flow ul > li')].flatMap((item) => {
      const { content, width, height } = getComputedStyle(item, '::before')
      return content === 'none' ? [] : [parseFloat(width), parseFloat(height)]
    })`)
  await end()
  expect(sizes.length).toBeGreaterThan(0)
  expect(sizes.filter((size) => !Number.isInteger(size))).toEqual([])
})
