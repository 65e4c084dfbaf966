/** A deck that plays, printed from the browser's menu: a page a slide, whatever was going on, and nothing cut off. */
import { execFileSync } from 'node:child_process'
import type { Page, PDFOptions, Target } from 'puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { templates } from './inputs.js'
import { ask, type OnStage, putOnStage } from './onStage.js'

const notes = `---
title: Paper
slides: 2
---
# Paper
## One {.steps}
- alpha
- beta
## Table
| a | b |
|---|---|
| c | d |
## Long
${'- a point that is long enough to fill its line and to go on to the next one, as points of real notes do\n'.repeat(24)}
## Last
- omega
`

const pdfOf = (bytes: Uint8Array) => ({
  sizes: execFileSync('pdfinfo', ['-f', '1', '-l', '99', '-'], { input: bytes, encoding: 'utf8' })
    .split('\n')
    .flatMap((line) => /^Page +\d+ size: +([\d.]+ x [\d.]+)/.exec(line)?.[1] ?? []),
  pages: execFileSync('pdftotext', ['-raw', '-', '-'], { input: bytes, encoding: 'utf8' }).split('\f').slice(0, -1),
})
/** What a print dialog does with a page that says how large it is. */
const fromMenu: PDFOptions = { preferCSSPageSize: true, printBackground: true, tagged: true }

describe.each([
  ...templates.map((template) => ({ template, canvas: '16:9', size: '960 x 540' })),
  { template: 'report', canvas: '4:3', size: '960 x 720' },
])('$template, $canvas', ({ template, canvas, size }) => {
  let stage: OnStage | undefined
  afterAll(async () => {
    expect(stage?.faults).toEqual([])
    await stage?.close()
  })

  test('a page a slide, at its own size, with all steps, in the middle of anything', async () => {
    stage = await putOnStage(notes, { template, canvas })
    const page = await stage.open('#/one')
    const slides = await ask<readonly string[]>(
      page,
      `[...document.querySelectorAll('.slides section.slide')].map((slide) => slide.querySelector('.title, .cover-title').textContent)`,
    )
    expect(slides.length).toBeGreaterThan(5)
    const quiet = pdfOf(await page.pdf(fromMenu))
    expect(quiet.sizes).toEqual(slides.map(() => size))
    expect(quiet.pages[1]).toMatch(/alpha[\s\S]*beta/)
    expect(quiet.pages.at(-1)).toContain('omega')
    expect(quiet.pages.map((text, at) => text.includes(slides[at] ?? '?'))).toEqual(slides.map(() => true))
    // Enlarged, black, with a panel over it and a pointer: none of that is the printer's.
    await page.keyboard.type('++lbo')
    expect(pdfOf(await page.pdf(fromMenu))).toEqual(quiet)
    await page.keyboard.type('o')
    // The talk goes on where it was.
    await page.waitForFunction(
      `[...document.querySelectorAll('.slides section.slide')].every((slide) => slide.inert !== (slide.id === 'one'))`,
    )
  })

  test('nothing is cut off', async () => {
    const page = await stage?.open()
    if (!page) throw new Error('The first test opens the deck.')
    await page.emulateMediaType('print')
    const cut = await ask<readonly string[]>(
      page,
      `[...document.querySelectorAll('.slides section.slide')].filter((slide) => {
        const frame = slide.querySelector('.frame')
        const { width, height } = slide.getBoundingClientRect()
        const whole = width === 1280 && height === ${canvas === '4:3' ? 960 : 720}
        return !whole || frame.scrollWidth > frame.clientWidth || frame.scrollHeight > frame.clientHeight ||
          [...slide.querySelectorAll('.flow > *, li')].some((part) => part.getBoundingClientRect().bottom > frame.getBoundingClientRect().bottom)
      }).map(({ id }) => id)`,
    )
    expect(cut).toEqual([])
  })
})

describe('in the middle of', () => {
  let stage: OnStage
  beforeAll(async () => {
    stage = await putOnStage(notes)
  })
  afterEach(() => stage.clear())
  afterAll(async () => {
    expect(stage.faults).toEqual([])
    await stage.close()
  })
  /** What somebody sees who goes on after printing. */
  const seen = (page: Page) =>
    ask<unknown>(
      page,
      `(() => {
        const root = document.querySelector('.talk')
        const box = document.querySelector('section.present').getBoundingClientRect()
        return {
          classes: ['zoomed', 'paused', 'pointing', 'drawing'].filter((name) => root.classList.contains(name)),
          there: [...document.querySelectorAll('.slides section.slide')].filter((slide) => !slide.inert && !slide.hidden).map(({ id }) => id),
          steps: document.querySelectorAll('section.present .fragment.visible').length,
          box: [box.left, box.top, box.width, box.height].map(Math.round),
          dialog: document.querySelector('dialog[open]')?.className ?? '',
          search: document.querySelector('search input, .stage-search input')?.value ?? '',
          map: !!document.querySelector('.zoom-map'),
          ink: document.querySelectorAll('.ink polyline').length,
          focus: document.activeElement.localName,
        }
      })()`,
    )

  test.each([
    { name: 'nothing', keys: '' },
    { name: 'a step', keys: 'n' },
    { name: 'a close look', keys: '++' },
    { name: 'black', keys: 'b' },
    { name: 'the overview', keys: 'o' },
    { name: 'the help', keys: '?' },
    { name: 'the times', keys: 'r' },
    { name: 'a search', keys: '/alp' },
    { name: 'a number', keys: '3' },
    { name: 'pointing', keys: 'l' },
  ])('$name: a page a slide, and it goes on as it was', async ({ keys }) => {
    const page = await stage.open('#/one')
    await page.keyboard.type(keys)
    await ask(page, 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
    const before = await seen(page)
    const { sizes, pages } = pdfOf(await page.pdf(fromMenu))
    const slides = await ask<number>(page, `document.querySelectorAll('.slides section.slide').length`)
    expect(sizes).toEqual(Array.from({ length: slides }, () => '960 x 540'))
    expect(pages[1]).toMatch(/One[\s\S]*alpha[\s\S]*beta/)
    await page.waitForFunction(
      `[...document.querySelectorAll('.slides section.slide')].filter((slide) => !slide.inert).length === 1`,
    )
    expect(await seen(page)).toEqual(before)
  })

  test('a talk with its speaker view: both go on, and find each other', async () => {
    const page = await stage.open('#/one')
    const before = new Set(stage.browser.puppeteer.targets())
    await page.keyboard.press('s')
    const isView = (target: Target): boolean => !before.has(target) && target.url().includes('?speaker=')
    const view = await (await stage.browser.puppeteer.waitForTarget(isView)).page()
    await view?.waitForFunction(`document.querySelector('.desk-place')?.textContent.includes('One')`)
    const slides = await ask<number>(page, `document.querySelectorAll('.slides section.slide').length`)
    expect(pdfOf(await page.pdf(fromMenu)).sizes).toHaveLength(slides)
    await view?.keyboard.press('End')
    await page.waitForFunction(`document.querySelector('section.present').id === 'last'`)
    await view?.close()
  })
})
