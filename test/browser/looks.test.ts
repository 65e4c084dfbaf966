/**
 * Every layout in each template, as a picture: a look changes when someone means it to, and not by the way.
 * `UPDATE_LOOKS=1 npx vitest run --project browser test/browser/looks.test.ts` stores the pictures anew.
 */
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser } from '../../src/browser/find.js'
import { openDeck } from '../../src/browser/openDeck.js'
import { type RunningBrowser, startBrowser } from '../../src/browser/start.js'
import { layouts } from '../../src/model/deck.js'
import { noFormats } from '../../src/model/format.js'
import { buildDecks } from '../../src/pipeline.js'
import { templates } from './inputs.js'
import { palettePng } from './looks/palette.js'

const folder = fileURLToPath(new URL('looks', import.meta.url))
const notes = join(folder, 'notes.md')
/** In .gitignore: what a picture should be, what it is, and where they differ, for a person to see. */
const failed = join(folder, 'failed')
const renew = process.env['UPDATE_LOOKS'] === '1'
if (renew && process.env['CI']) throw new Error('Pictures are stored by a person who has looked at them, not by CI.')

const CANVAS = { width: 1280, height: 720 }
/** Share of the pixels that may differ: letters are drawn a little differently by other versions of the browser. */
const TOLERANCE = 0.001

let browser: RunningBrowser
let out: string
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'talkback-test-'))
  browser = await startBrowser(await findBrowser())
  await browser.page.setViewport({ ...CANVAS, deviceScaleFactor: 0.5 })
  await rm(failed, { recursive: true, force: true })
})
afterAll(async () => {
  await browser.close()
  await rm(out, { recursive: true })
})

/** A picture of the first slide of each layout. */
async function shoot(template: string): Promise<ReadonlyMap<string, PNG>> {
  const request = { notes, name: 'looks', folder: join(out, template), settings: { template } }
  const { value } = await buildDecks([{ ...request, formats: noFormats, offline: true, refresh: false }], {}).next()
  const { slides } = await openDeck(browser, `${pathToFileURL(value.index).href}?print`)
  // How far in the deck a slide is would change with every slide that the notes get.
  await browser.page.evaluate(`for (const { style } of talkback.slides) style.setProperty('--progress', '0.4')`)
  // Once it is open: a page on its way to another one forgets.
  await browser.page.emulateMediaType('print')
  const pictures = new Map<string, PNG>()
  for (const { layout, page } of slides) {
    if (pictures.has(layout)) continue
    const clip = { x: 0, y: (page - 1) * CANVAS.height, ...CANVAS }
    const bytes = await browser.page.screenshot({ clip, captureBeyondViewport: true })
    // Stored pictures have fewer colours: so has this one.
    pictures.set(layout, PNG.sync.read(palettePng(PNG.sync.read(bytes))))
  }
  return pictures
}

async function compare(stored: string, actual: PNG, name: string): Promise<void> {
  const expected = PNG.sync.read(await readFile(stored))
  const { width, height } = expected
  expect([actual.width, actual.height], 'size of the picture').toEqual([width, height])
  const difference = new PNG({ width, height })
  const pixels = pixelmatch(expected.data, actual.data, difference.data, width, height, { threshold: 0.1 })
  if (pixels <= width * height * TOLERANCE) return
  await mkdir(failed, { recursive: true })
  const pictures = { stored: expected, actual, difference }
  for (const [what, picture] of Object.entries(pictures))
    await writeFile(join(failed, `${name}-${what}.png`), PNG.sync.write(picture))
  throw new Error(`${pixels} pixels differ. Look at ${join(failed, name)}-*.png; UPDATE_LOOKS=1 stores the new look.`)
}

describe.each(templates)('%s', (template) => {
  let pictures: ReadonlyMap<string, PNG>
  const store = join(folder, template)
  beforeAll(async () => {
    pictures = await shoot(template)
    if (!renew) return
    await rm(store, { recursive: true, force: true })
    await mkdir(store, { recursive: true })
    for (const [layout, picture] of pictures) await writeFile(join(store, `${layout}.png`), palettePng(picture))
  })

  test.each(layouts)('%s', async (layout) => {
    const actual = pictures.get(layout)
    if (!actual) throw new Error(`No slide of looks/notes.md has the layout ${layout}.`)
    const stored = join(store, `${layout}.png`)
    if (!existsSync(stored))
      throw new Error(`There is no ${stored}: look at the slide, and store it by UPDATE_LOOKS=1.`)
    await compare(stored, actual, `${template}-${layout}`)
  })

  test('no picture is left over', async () => {
    const names = (await readdir(store).catch(() => [])).map((name) => name.replace(/\.png$/, ''))
    expect(names.filter((name) => !pictures.has(name))).toEqual([])
  })
})
