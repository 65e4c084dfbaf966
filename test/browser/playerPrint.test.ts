/** A deck that plays, printed from the browser's menu: a page a slide, whatever was going on, and nothing cut off. */
import { execFileSync } from 'node:child_process'
import type { PDFOptions } from 'puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js'
import { afterAll, describe, expect, test } from 'vitest'
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
      `[...document.querySelectorAll('section.slide')].map((slide) => slide.querySelector('.title, .cover-title').textContent)`,
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
      `[...document.querySelectorAll('section.slide')].every((slide) => slide.inert !== (slide.id === 'one'))`,
    )
  })

  test('nothing is cut off', async () => {
    const page = await stage?.open()
    if (!page) throw new Error('The first test opens the deck.')
    await page.emulateMediaType('print')
    const cut = await ask<readonly string[]>(
      page,
      `[...document.querySelectorAll('section.slide')].filter((slide) => {
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
