/** A served deck with others in the room: a phone that moves the talk, guests who go along with it, and a clicker gone astray. */
import { expect, test } from 'vitest'
import { served, shown, waitFor } from './served.js'

const notes = '---\nlang: en\n---\n\n# Talk\n\n## One\n\n- first\n\n## Two\n\n- second\n\n## Three\n\n- third\n'
const edits: string[] = []
const house = served(
  { 'notes.md': notes },
  {
    sync: true,
    edit: async (_, line) => {
      edits.push(String(line))
      return undefined
    },
  },
)

test('a phone moves the talk, guests go along, and no guest moves anybody', async () => {
  const { serving, openPage } = house.now
  const stage = await openPage(`${serving.address}#/one`)
  const phone = await openPage(`${serving.address}${serving.keyed.remote}`, true)
  const guest = await openPage(`${serving.address}${serving.keyed.guest}`, true)
  await phone.setViewport({ width: 390, height: 780, isMobile: true, hasTouch: true })
  await waitFor(phone, `${shown}.id === 'one'`)
  await waitFor(guest, `${shown}.id === 'one'`)
  // A finger that is drawn over the slide from right to left.
  await phone.bringToFront()
  await phone.touchscreen.touchStart(320, 100)
  for (let x = 300; x >= 60; x -= 40) await phone.touchscreen.touchMove(x, 100)
  await phone.touchscreen.touchEnd()
  await waitFor(stage, `${shown}.id === 'two'`)
  await waitFor(guest, `${shown}.id === 'two'`)
  // A guest may look ahead for themselves; the rest stays.
  await guest.bringToFront()
  await guest.keyboard.press('ArrowRight')
  await waitFor(guest, `${shown}.id === 'three'`)
  await stage.bringToFront()
  await stage.keyboard.press('ArrowLeft')
  await waitFor(phone, `${shown}.id === 'one'`)
  await waitFor(guest, `${shown}.id === 'one'`)
  // Whoever comes late is where the talk is.
  const late = await openPage(`${serving.address}${serving.keyed.guest}`, true)
  await waitFor(late, `${shown}.id === 'one'`)
  for (const page of [phone, guest, late]) await page.browserContext().close()
  await stage.close()
})

test('what goes wrong with the notes is for the author alone, and so is the editor', async () => {
  const { serving, openPage, write } = house.now
  const stage = await openPage()
  const others = [
    await openPage(`${serving.address}${serving.keyed.remote}`, true),
    await openPage(`${serving.address}${serving.keyed.guest}`, true),
  ]
  await write('notes.md', '')
  await waitFor(stage, `document.querySelector('.live-panel:not([hidden])') !== null`)
  for (const page of others) {
    expect(await page.evaluate(`document.querySelector('.live-panel').hidden`)).toBe(true)
    await page.bringToFront()
    await page.keyboard.press('e')
  }
  await write('notes.md', notes.replace('- third', '- third, and more'))
  for (const page of [stage, ...others]) await waitFor(page, `document.body.textContent.includes('third, and more')`)
  expect(edits).toEqual([])
  for (const page of others) await page.browserContext().close()
  await stage.close()
})

test('all that without a fault in the pages', () => expect(house.faults).toEqual([]))
