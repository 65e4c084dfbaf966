/** What a served deck says beside its slides, and the list of decks → drawn by fonts of the decks, whatever the system has. */
import { expect, test } from 'vitest'
import { systemFonts } from './drawnFonts.js'
import { served, waitFor } from './served.js'

const languages = ['en', 'zh-Hans', 'zh-Hant']
const textOf = (lang: string): string =>
  `---\nlang: ${lang}\n---\n\n# Talk\n\n## One\n\n![](missing.png)\n\n## Two\n\n- second\n`
const files = Object.fromEntries(languages.map((lang) => [`${lang}.md`, textOf(lang)]))
const house = served(files, {
  notes: Object.keys(files),
  sync: true,
  make: async (_, onStage) => {
    onStage('Printing')
    return { files: [], findings: [] }
  },
})

test.each(languages)('%s: findings, the dialog of exports, and what came of one', async (lang) => {
  const { serving, openPage } = house.now
  const page = await openPage(`${serving.address}${lang}/`)
  await waitFor(page, `!document.querySelector('.live-panel').hidden`)
  await page.click('.live-sign')
  expect(await systemFonts(page, '.live-panel')).toEqual([])
  await page.keyboard.press('x')
  await page.waitForSelector('dialog.export')
  expect(await systemFonts(page, 'dialog.export')).toEqual([])
  await page.keyboard.press('Enter')
  await waitFor(page, `document.querySelector('.live-exports').dataset.state === 'done'`)
  expect(await systemFonts(page, '.live-corner')).toEqual([])
  expect(await systemFonts(page, '.live-handle')).toEqual([])
  await page.close()
})

test.each(languages)('%s: the remote in a hand', async (lang) => {
  const { serving, openPage } = house.now
  const remote = await openPage(`${serving.address}${lang}/${serving.keyed.remote}`, true)
  await remote.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true })
  await waitFor(remote, `document.querySelector('html.ready.in-hand .remote') !== null`)
  expect(await systemFonts(remote, '.remote')).toEqual([])
  await remote.browserContext().close()
})

test('the list of decks', async () => {
  const page = await house.now.openPage()
  await waitFor(page, `document.fonts.status === 'loaded'`)
  expect(await systemFonts(page, 'body')).toEqual([])
  await page.close()
})
