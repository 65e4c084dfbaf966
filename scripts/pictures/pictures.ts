/** The real notes and their deck → the pictures of README and docs. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findBrowser } from '../../src/browser/find.js'
import { openDeck } from '../../src/browser/openDeck.js'
import { takePictures } from '../../src/browser/pictures.js'
import { type RunningBrowser, startBrowser } from '../../src/browser/start.js'
import { articlePdf } from '../../src/formats/article.js'
import { handoutPdf } from '../../src/formats/handout.js'
import type { Format } from '../../src/formats/source.js'
import { openCache } from '../../src/io/cache.js'
import { makeFonts } from '../../src/io/fonts/makeFonts.js'
import { listTemplates } from '../../src/io/listTemplates.js'
import { familiesOf } from '../../src/model/families.js'
import { noFormats } from '../../src/model/format.js'
import { type BuiltDeck, buildDecks, planNotes } from '../../src/pipeline.js'
import { escapeHtml } from '../../src/render/escape.js'
import { fontCss } from '../../src/render/fontCss.js'

const CANVAS = { width: 1280, height: 720 }

/** @param root Talkback's own folder; pictures go to docs/ in it */
export async function makePictures(root: string): Promise<void> {
  const out = await mkdtemp(join(tmpdir(), 'talkback-pictures-'))
  const browser = await startBrowser(await findBrowser())
  try {
    const notes = join(root, 'notes', 'kubecon-china-2018.md')
    const deck = await make(notes, join(out, 'deck'), {})
    const { shots } = await shoot(browser, deck.index)
    const lines = (await readFile(notes, 'utf8')).split('\n').slice(0, 88)
    const page = await notesBesideSlides(lines, shots.slice(0, 8), out)
    await writeFile(join(root, 'docs', 'notes-to-slides.png'), await picture(browser, page, 1600))
    const sheets = await writeSheets(browser, notes, deck.index, out)
    await writeFile(join(root, 'docs', 'handouts.png'), await picture(browser, sheets, 1200))
    for (const { name } of (await listTemplates()).templates) {
      const sheet = await picture(browser, await templateSheet(browser, root, name, out), 1000)
      await writeFile(join(root, 'docs', `template-${name}.png`), sheet)
    }
    await writeFile(join(root, 'docs', 'speaker-view.png'), await speakerView(browser, root, join(out, 'talk')))
  } finally {
    await browser.close()
    await rm(out, { recursive: true, force: true })
  }
}

/** What the speaker sees in the middle of the showcase. */
async function speakerView(browser: RunningBrowser, root: string, folder: string): Promise<Uint8Array> {
  const notes = join(root, 'scripts', 'pictures', 'showcase.md')
  const deck = await make(notes, folder, { duration: '10' })
  const page = await browser.page.browser().newPage()
  await page.setViewport({ width: 1180, height: 760, deviceScaleFactor: 0.75 })
  const address = `${pathToFileURL(deck.index).href}?speaker=alone`
  await page.goto(address)
  const begun = await page.evaluateOnNewDocument(`{
    const now = Date.parse('2018-11-13T10:24:00')
    Date.now = () => now
    const laps = { title: 20e3, 'day01-动手实验室': 181e3, 一线的做法: 93e3 }
    sessionStorage.setItem('talkback clock ' + location.pathname, JSON.stringify({ laps, running: null, changed: 1 }))
  }`)
  await page.goto(address)
  await page.waitForSelector('.desk .thumb')
  await page.keyboard.type('3')
  await page.keyboard.press('Enter')
  await page.removeScriptToEvaluateOnNewDocument(begun.identifier)
  const shot = await page.screenshot()
  await page.close()
  return shot
}

/** A page with the showcase in one template: the first slide of each of these layouts. */
const SHOWN = ['title', 'section', 'points', 'table', 'code', 'quote']

async function templateSheet(browser: RunningBrowser, root: string, template: string, out: string): Promise<string> {
  const notes = join(root, 'scripts', 'pictures', 'showcase.md')
  const deck = await make(notes, join(out, template), { template })
  const { shots, layouts } = await shoot(browser, deck.index)
  const shown = SHOWN.map((layout) => shots[layouts.indexOf(layout)] ?? '')
  const page = join(out, `${template}.html`)
  await writeFile(page, sheetOf(shown))
  return page
}

/** One sheet of each of these handouts: its number, from 1. */
const SHEETS: readonly (readonly [make: Format, sheet: number])[] = [
  [handoutPdf('notes'), 1],
  [handoutPdf('3'), 2],
  [articlePdf, 1],
]

/** A page with some sheets of paper side by side. */
async function writeSheets(browser: RunningBrowser, notes: string, index: string, out: string): Promise<string> {
  const address = `${pathToFileURL(index).href}?print`
  const source = { ...(await planNotes({ notes })), name: 'deck', pictures: new Map(), missing: '', address }
  const { page } = browser
  const shots: string[] = []
  for (const [make, sheet] of SHEETS) {
    const report = await openDeck(browser, address)
    // What was printed still lies on the table.
    for await (const made of make({ browser, report }, source))
      if ('finding' in made) throw new Error(made.finding.code)
    await page.evaluate(`window.talkback.put(${sheet - 1}, ${sheet})`)
    await page.emulateMediaType('print')
    await page.setViewport({ ...CANVAS, deviceScaleFactor: 0.75 })
    const png = await (await page.waitForSelector('.sheet'))?.screenshot({ encoding: 'base64' })
    shots.push(`data:image/png;base64,${png}`)
    await page.emulateMediaType()
  }
  const file = join(out, 'sheets.html')
  await writeFile(file, sheetOf(shots))
  return file
}

const sheetOf = (slides: readonly string[]): string => `<!doctype html>
<meta charset="utf-8">
<style>
  body { margin: 0; padding: 14px; background: #d3d6d9; display: grid; grid-template-columns: repeat(3, 1fr); gap: 14px }
  img { width: 100%; display: block }
</style>
${slides.map((slide) => `<img src="${slide}" alt="">`).join('')}`

async function make(notes: string, folder: string, settings: Readonly<Record<string, string>>): Promise<BuiltDeck> {
  const request = { notes, name: 'deck', folder, formats: noFormats, offline: true, refresh: false, settings }
  for await (const deck of buildDecks([request], {})) return deck
  throw new Error('No deck was built.')
}

/** Every slide as a PNG in a data address, as `--png` takes it, and their layouts. */
async function shoot(browser: RunningBrowser, index: string) {
  const { slides } = await openDeck(browser, `${pathToFileURL(index).href}?print`)
  const shots: string[] = []
  for await (const png of takePictures(browser, { type: 'png', scale: 0.5, transparent: false })) {
    shots.push(`data:image/png;base64,${Buffer.from(png).toString('base64')}`)
  }
  return { shots, layouts: slides.map(({ layout }) => layout) }
}

/** A page with the notes as they are on the left, in the fonts of decks: the same picture on every machine. */
async function notesBesideSlides(lines: readonly string[], slides: readonly string[], out: string): Promise<string> {
  const glyphs = { regular: '', bold: '', italic: '', mono: lines.join(''), monoBold: '' }
  const families = familiesOf('sans', 'zh-Hans')
  const { files } = await makeFonts(glyphs, families, openCache('fonts'))
  // Their style sheet leads one folder up.
  const page = join(out, 'readme', 'index.html')
  await mkdir(dirname(page))
  for (const { path, bytes } of files) {
    await mkdir(dirname(join(out, path)), { recursive: true })
    await writeFile(join(out, path), bytes)
  }
  await writeFile(
    page,
    `<!doctype html>
<meta charset="utf-8">
<style>
  ${fontCss(files, families)}
  body { margin: 0; padding: 36px; background: #e6e8ea; display: grid; grid-template-columns: 520px 1fr; gap: 36px; width: 1528px }
  pre { margin: 0; padding: 22px 24px; background: #fff; font: 13px/1.42 var(--mono); height: 1022px; overflow: hidden; white-space: pre-wrap; word-break: break-all; color: #333 }
  div { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; align-content: start }
  img { width: 100%; display: block }
</style>
<pre>${escapeHtml(lines.join('\n'))}</pre>
<div>${slides.map((slide) => `<img src="${slide}" alt="">`).join('')}</div>`,
  )
  return page
}

/** In a page of its own: one that has shown a deck answers for that deck's files alone. */
async function picture(browser: RunningBrowser, file: string, width: number): Promise<Uint8Array> {
  const page = await browser.page.browser().newPage()
  try {
    await page.setViewport({ width, height: 100, deviceScaleFactor: 1 })
    await page.goto(pathToFileURL(file).href)
    return await page.screenshot({ fullPage: true })
  } finally {
    await page.close()
  }
}
