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

test('the address of a slide stays when others get its title', async () => {
  await house.now.write('notes.md', notes('- one', '\n### Alpha\n\n- another\n'))
  const page = await house.now.openPage(`${house.now.serving.address}#/alpha`)
  await waitFor(page, `document.getElementById('evening_alpha') !== null`)
  expect(await read(page, `${shown}.id`)).toBe('alpha')
  await page.close()
})

const titled = (title: string, rest = '### 开场\n\n- first words\n'): string =>
  `---\ncompose: plain\n---\n# Talk\n\n## Morning\n\n${rest}\n### ${title}\n\n- summed up\n- all of it\n\n## Evening\n\n### Beta\n\n- b\n`
const draw = async (page: Page): Promise<void> => {
  await page.keyboard.press('d')
  await page.mouse.move(300, 300)
  await page.mouse.down()
  await page.mouse.move(400, 350)
  await page.mouse.up()
  await page.keyboard.press('Escape')
}
const drawnOn = `[...document.querySelectorAll('.ink')].map((ink) => ink.parentElement.id).join()`

test('a title that is typed anew, and empty for a moment, leaves its readers and their drawings with its text', async () => {
  await house.now.write('notes.md', titled('小结'))
  const page = await house.now.openPage(`${house.now.serving.address}#/小结`)
  await waitForText(page, 'summed up')
  await draw(page)
  for (const [title, id] of [
    ['小', '小'],
    ['', '开场'],
    ['总', '总'],
    ['总结', '总结'],
  ] as const) {
    await house.now.write('notes.md', titled(title))
    await waitFor(page, `${shown}.id === '${id}' && ${shown}.textContent.includes('summed up')`)
    expect(await read(page, drawnOn)).toBe(title === '' ? '' : id)
  }
  await page.close()
})

test.each(['Demo', 'Demo X'])('so does one that others share: %s', async (now) => {
  const others = (title: string): string =>
    `${titled(title, '### Demo\n\n- first words\n')}`.replace('## Evening', '### Demo\n\n- third\n\n## Evening')
  await house.now.write('notes.md', others('Demo'))
  const page = await house.now.openPage(`${house.now.serving.address}#/morning_demo_2`)
  await waitForText(page, 'summed up')
  await draw(page)
  await house.now.write('notes.md', others(''))
  await waitFor(page, `${shown}.textContent.includes('first words') && ${shown}.textContent.includes('summed up')`)
  await house.now.write('notes.md', others(now))
  await waitFor(page, `${shown}.textContent.includes('summed up') && !${shown}.textContent.includes('first words')`)
  expect(await read(page, drawnOn)).toBe(await read(page, `${shown}.id`))
  await page.close()
})

test('slides of one title change places, and a third comes in front: readers, drawings and addresses stay with their text', async () => {
  const talks = (...words: readonly string[]): string =>
    `# Talk\n\n## Morning\n\n${words.map((word) => `### Questions\n\n- ${word} asked\n`).join('\n')}\n## Evening\n\n### Beta\n\n- b\n`
  await house.now.write('notes.md', talks('anna', 'bert'))
  const page = await house.now.openPage(`${house.now.serving.address}#/morning_questions_2`)
  await waitForText(page, 'bert asked')
  const address = await read(page, 'location.hash')
  await draw(page)
  for (const order of [
    ['bert', 'anna'],
    ['carl', 'bert', 'anna'],
    ['carl', 'anna', 'dora', 'bert'],
  ]) {
    await house.now.write('notes.md', talks(...order))
    const now = `[...document.querySelectorAll('section.slide')].map((each) => /(\\w+) asked/.exec(each.textContent)?.[1] ?? '').join('')`
    await waitFor(page, `${now} === '${order.join('')}'`)
    expect(await read(page, `${shown}.textContent.includes('bert asked')`)).toBe(true)
    expect(await read(page, drawnOn)).toBe(await read(page, `${shown}.id`))
    expect(await read(page, 'location.hash')).toBe(address)
  }
  await page.goto('about:blank')
  await page.goto(`${house.now.serving.address}${address}`)
  await waitForText(page, 'bert asked')
  await page.close()
})

test('every address that a slide had while its title was typed leads to it', async () => {
  await house.now.write('notes.md', titled('Edge'))
  const page = await house.now.openPage(`${house.now.serving.address}#/edge`)
  await waitForText(page, 'summed up')
  const typed = ['Edg', 'Ed', 'E', 'B', 'Bo', 'Border']
  for (const title of typed) {
    await house.now.write('notes.md', titled(title))
    await waitFor(page, `${shown}.id === '${title.toLowerCase()}'`)
    expect(await read(page, `${shown}.textContent.includes('summed up')`)).toBe(true)
    await waitFor(page, `location.hash === '#/${title.toLowerCase()}'`)
  }
  for (const name of ['edge', ...typed.map((title) => title.toLowerCase())]) {
    await page.goto('about:blank')
    await page.goto(`${house.now.serving.address}#/${name}`)
    await waitFor(page, `${shown}?.id === 'border'`)
  }
  await page.close()
})

test('half a save gives back the steps that were shown, and what was drawn', async () => {
  const all = notes('- one\n- two\n- three')
  await house.now.write('notes.md', all)
  const page = await house.now.openPage(`${house.now.serving.address}#/steps`)
  await waitForText(page, 'three')
  for (const count of [1, 2]) {
    await page.keyboard.press('ArrowRight')
    await waitFor(page, `${shown}.querySelectorAll('.fragment.visible').length === ${count}`)
  }
  await draw(page)
  await house.now.write('notes.md', all.slice(0, all.indexOf('### Steps')))
  await waitFor(page, `document.getElementById('steps') === null && ${shown}.id !== 'steps'`)
  await house.now.write('notes.md', all)
  await waitFor(page, `${shown}.id === 'steps' && ${visible} === 'one,two'`)
  expect(await read(page, drawnOn)).toBe('steps')
  await page.close()
})

test('a drawing stays on a slide that gets another title', async () => {
  await house.now.write('notes.md', titled('调度器'))
  const page = await house.now.openPage(`${house.now.serving.address}#/调度器`)
  await waitForText(page, 'summed up')
  await draw(page)
  await house.now.write('notes.md', titled('新调度器'))
  await waitFor(page, `${shown}.id === '新调度器'`)
  expect(await read(page, drawnOn)).toBe('新调度器')
  await page.close()
})

test('a page that its reader loads anew right after a move shows where it was, and Back leads out of a jump', async () => {
  await house.now.write('notes.md', `# Talk\n\n## One\n\ntext\n\n## Two\n\ntext\n\n## Three\n\ntext\n`)
  const page = await house.now.openPage(`${house.now.serving.address}#/one`)
  await waitFor(page, `${shown}?.id === 'one'`)
  await page.keyboard.press('End')
  await waitFor(page, `${shown}.id === 'three'`)
  await page.keyboard.press('ArrowLeft')
  await page.reload()
  await waitFor(page, `${shown}?.id === 'two'`)
  await page.goBack()
  await waitFor(page, `${shown}?.id === 'one'`)
  await page.close()
})

test('nothing is reported wrong', () => {
  expect(house.faults).toEqual([])
})
