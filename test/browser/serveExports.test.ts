/** What the author of a served deck has made of it from its page: files where a build would put them, with one browser for all. */
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import puppeteer, { type Browser, type Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser } from '../../src/browser/find.js'
import { noFormats } from '../../src/model/format.js'
import { openLiveDeck } from '../../src/pipeline/liveDeck.js'
import { openWorkshop, type Workshop } from '../../src/pipeline/workshop.js'
import { buildDecks } from '../../src/pipeline.js'
import { type Serving, serve } from '../../src/serve/serve.js'

const text = '---\nlang: en\n---\n\n# Talk\n\n## One\n\n- first\n\n## Two\n\n- second\n'

let browser: Browser
let folder: string
let notes: string
let pids: string
let workshop: Workshop
let serving: Serving
let page: Page
const faults: string[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talkback-test-'))
  notes = join(folder, 'talk.md')
  pids = join(folder, 'pids')
  await writeFile(notes, text)
  await writeFile(pids, '')
  const { path } = await findBrowser()
  workshop = openWorkshop({ browser: await watchedBrowser(path) })
  const request = { notes, offline: true, refresh: false }
  serving = await serve(
    [
      {
        name: 'talk',
        notes,
        source: openLiveDeck(request),
        make: (kinds, onStage) => {
          const formats = { ...noFormats, pdf: kinds.includes('pdf'), pptx: kinds.includes('pptx') }
          return workshop.build({ ...request, name: 'talk', folder: join(folder, 'dist', 'talk'), formats }, onStage)
        },
      },
    ],
    { host: '127.0.0.1', follow: false, sync: false, edit: async () => undefined },
  )
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  browser = await puppeteer.launch({ executablePath: path, headless: 'shell', args })
  page = await openPage(serving.address)
})
afterAll(async () => {
  await serving.close()
  await workshop.close()
  await browser.close()
  await rm(folder, { recursive: true })
})

/** One that writes down its number when it starts. */
async function watchedBrowser(path: string): Promise<string> {
  if (process.platform === 'win32') return path
  await mkdir(join(folder, 'bin'))
  const own = join(folder, 'bin', 'chrome-headless-shell')
  await writeFile(own, `#!/bin/sh\necho $$ >> '${pids}'\nexec '${path}' "$@"\n`)
  await chmod(own, 0o755)
  return own
}

async function openPage(address: string): Promise<Page> {
  const opened = await browser.newPage()
  opened.on('pageerror', (error) => faults.push(String(error)))
  opened.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  await opened.goto(address)
  await opened.waitForSelector('html.ready')
  return opened
}

const started = async (): Promise<readonly string[]> => (await readFile(pids, 'utf8')).split('\n').filter(Boolean)
const note = `document.querySelector('.live-exports')`
const waitFor = (condition: string) => page.waitForFunction(condition, { timeout: 30_000, polling: 50 })

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
    const made = await readFile(join(folder, 'dist', 'talk', 'talk.pdf'))
    const formats = { ...noFormats, pdf: true }
    const request = {
      notes,
      name: 'talk',
      folder: join(folder, 'built', 'talk'),
      formats,
      offline: true,
      refresh: false,
    }
    for await (const built of buildDecks([request], {})) expect(built.files).toHaveLength(1)
    expect(made.equals(await readFile(join(folder, 'built', 'talk', 'talk.pdf')))).toBe(true)
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
    const before = await readFile(join(folder, 'dist', 'talk', 'talk.pdf'))
    await writeFile(notes, text.replace('second', 'second, and more of it'))
    await waitFor(`document.body.textContent.includes('more of it')`)
    await order(0)
    expect((await readFile(join(folder, 'dist', 'talk', 'talk.pdf'))).equals(before)).toBe(false)
    await order(2)
    expect(await readdir(join(folder, 'dist', 'talk'))).toContain('talk.pptx')
    expect(await readdir(join(folder, 'dist'))).toEqual(['talk'])
    expect(await started()).toHaveLength(1)
  })

  test('go on with another browser when the one that was kept has died', async () => {
    process.kill(-Number((await started()).at(-1)), 'SIGKILL')
    await order(0)
    expect(await page.evaluate(`${note}.dataset.state`)).toBe('done')
    expect(await started()).toHaveLength(2)
  })

  test('say what went wrong, and go well again afterwards', async () => {
    await rm(join(folder, 'dist'), { recursive: true })
    await writeFile(join(folder, 'dist'), 'a file where a folder should be')
    await order(0)
    expect(await page.evaluate(`${note}.dataset.state`)).toBe('failed')
    expect(await page.evaluate(`${note}.textContent`)).toContain('dist')
    await rm(join(folder, 'dist'))
    await order(0)
    expect(await page.evaluate(`${note}.dataset.state`)).toBe('done')
  })

  test('are offered by no page of a guest or a remote', async () => {
    for (const keyed of Object.values(serving.keyed)) {
      const other = await browser.createBrowserContext()
      const theirs = await other.newPage()
      await theirs.goto(`${serving.address}${keyed}`)
      await theirs.waitForSelector('html.ready')
      await theirs.keyboard.press('x')
      await theirs.mouse.move(200, 200)
      expect(await theirs.evaluate(`document.querySelectorAll('.export, .live-handle, .live-exports').length`)).toBe(0)
      await other.close()
    }
  })

  test('end their browser with the server', async () => {
    const pid = Number((await started()).at(-1))
    expect(() => process.kill(pid, 0)).not.toThrow()
    await workshop.close()
    expect(() => process.kill(pid, 0)).toThrow()
    expect(faults).toEqual([])
  })
})
