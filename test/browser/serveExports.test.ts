/** What the author of a served deck has made of it from its page: files where a build would put them, with one browser for all. */
import { chmod, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser } from '../../src/browser/find.js'
import { noFormats } from '../../src/model/format.js'
import { openWorkshop, type Workshop } from '../../src/pipeline/workshop.js'
import { buildDecks } from '../../src/pipeline.js'
import { served, waitFor as waitOn } from './served.js'

const text = '---\nlang: en\n---\n\n# Talk\n\n## One\n\n- first\n\n## Two\n\n- second\n'

let workshop: Workshop
let page: Page
const house = served(
  { 'talk.md': text, pids: '' },
  {
    notes: ['talk.md'],
    make: (kinds, onStage) => {
      const formats = { ...noFormats, pdf: kinds.includes('pdf'), pptx: kinds.includes('pptx') }
      return workshop.build({ ...request(), folder: path('dist/talk'), formats }, onStage)
    },
  },
)
const path = (name: string): string => house.now.path(name)
const request = () => ({ notes: path('talk.md'), name: 'talk', offline: true, refresh: false })

beforeAll(async () => {
  workshop = openWorkshop({ browser: await watchedBrowser((await findBrowser()).path) })
  page = await house.now.openPage()
})
afterAll(() => workshop.close())

/** One that writes down its number when it starts. */
async function watchedBrowser(browser: string): Promise<string> {
  if (process.platform === 'win32') return browser
  const own = path('bin/chrome-headless-shell')
  await house.now.write(
    'bin/chrome-headless-shell',
    `#!/bin/sh\necho $$ >> '${path('pids')}'\nexec '${browser}' "$@"\n`,
  )
  await chmod(own, 0o755)
  return own
}

const started = async (): Promise<readonly string[]> =>
  (await readFile(path('pids'), 'utf8')).split('\n').filter(Boolean)
const note = `document.querySelector('.live-exports')`
const waitFor = (condition: string) => waitOn(page, condition)

/** @param choice which button of the dialog, from 0 */
async function order(choice: number): Promise<void> {
  await page.keyboard.press('x')
  await page.waitForSelector('dialog.export[open]')
  // The first has the focus; Tab goes on to the others.
  for (let tab = 0; tab < choice; tab++) await page.keyboard.press('Tab')
  await page.evaluate(`delete ${note}.dataset.state`)
  await page.keyboard.press('Enter')
  await waitFor(`['done', 'failed'].includes(${note}.dataset.state)`)
}

describe.skipIf(process.platform === 'win32')('exports from a served page', () => {
  test('start no browser until one is wanted, and the keys for it are in the help', async () => {
    expect(await started()).toEqual([])
    await page.keyboard.press('?')
    await page.waitForSelector('dialog.help[open]')
    expect(await page.evaluate(`document.querySelector('dialog.help').textContent`)).toContain('Export PDF')
    await page.keyboard.press('Escape')
  })

  test('are made with the keyboard alone, and are what a build makes', async () => {
    await order(0)
    expect(await page.evaluate(`${note}.textContent`)).toContain('talk.pdf')
    const made = await readFile(path('dist/talk/talk.pdf'))
    const formats = { ...noFormats, pdf: true }
    const deck = { ...request(), folder: path('built/talk'), formats }
    for await (const built of buildDecks([deck], {})) expect(built.files).toHaveLength(1)
    expect(made.equals(await readFile(path('built/talk/talk.pdf')))).toBe(true)
    // What the link leads to is that file.
    const got = `fetch(${note}.querySelector('a').href).then((answer) => answer.arrayBuffer()).then((made) => made.byteLength)`
    expect(await page.evaluate(got)).toBe(made.byteLength)
  })

  test('are offered in words that a screen reader can say', async () => {
    await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))
    const violations = (scope: string) =>
      page.evaluate(`axe.run('${scope}').then(({ violations }) => violations.map(({ id }) => id))`)
    expect(await violations('.live-corner')).toEqual([])
    await page.keyboard.press('x')
    await page.waitForSelector('dialog.export[open]')
    expect(await violations('dialog.export')).toEqual([])
    await page.keyboard.press('Escape')
  })

  test('show the notes as they were edited, with the same browser', async () => {
    const before = await readFile(path('dist/talk/talk.pdf'))
    await house.now.write('talk.md', text.replace('second', 'second, and more of it'))
    await waitFor(`document.body.textContent.includes('more of it')`)
    await order(0)
    expect((await readFile(path('dist/talk/talk.pdf'))).equals(before)).toBe(false)
    await order(2)
    expect(await readdir(path('dist/talk'))).toContain('talk.pptx')
    expect(await readdir(path('dist'))).toEqual(['talk'])
    expect(await started()).toHaveLength(1)
  })

  test('go on with another browser when the one that was kept has died', async () => {
    process.kill(-Number((await started()).at(-1)), 'SIGKILL')
    await order(0)
    expect(await page.evaluate(`${note}.dataset.state`)).toBe('done')
    expect(await started()).toHaveLength(2)
  })

  test('say what went wrong, and go well again afterwards', async () => {
    await rm(path('dist'), { recursive: true })
    await writeFile(path('dist'), 'a file where a folder should be')
    await order(0)
    expect(await page.evaluate(`${note}.dataset.state`)).toBe('failed')
    expect(await page.evaluate(`${note}.textContent`)).toContain('dist')
    await rm(path('dist'))
    await order(0)
    expect(await page.evaluate(`${note}.dataset.state`)).toBe('done')
  })

  test('are offered by no page of a guest or a remote', async () => {
    const { serving, openPage } = house.now
    for (const keyed of Object.values(serving.keyed)) {
      const theirs = await openPage(`${serving.address}${keyed}`, true)
      // From here on whatever is offered is there.
      await theirs.waitForSelector('.live-corner')
      await theirs.keyboard.press('x')
      await theirs.mouse.move(200, 200)
      expect(await theirs.evaluate(`document.querySelectorAll('.export, .live-handle, .live-exports').length`)).toBe(0)
      await theirs.browserContext().close()
    }
  })

  test('end their browser with the server', async () => {
    const pid = Number((await started()).at(-1))
    expect(() => process.kill(pid, 0)).not.toThrow()
    await workshop.close()
    expect(() => process.kill(pid, 0)).toThrow()
    expect(house.faults).toEqual([])
  })
})
