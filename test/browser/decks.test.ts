/** Every deck in decks/, and the notes in notes/: printed and played in a real browser, and held to the promises. */
import { execFileSync } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { openDeck } from '../../src/browser/openDeck.js'
import type { RunningBrowser } from '../../src/browser/start.js'
import { saidWords } from '../../src/check/saidWords.js'
import { wordsIn } from '../../src/check/wordList.js'
import type { Slide } from '../../src/model/deck.js'
import type { FitReport } from '../../src/model/fitted.js'
import { noFormats } from '../../src/model/format.js'
import { formulaText } from '../../src/model/formulaText.js'
import { type BuiltDeck, buildDecks, planNotes } from '../../src/pipeline.js'
import { pdfFacts } from '../pdf/pdfFacts.js'
import { atWork } from './atWork.js'

const decks = fileURLToPath(new URL('decks', import.meta.url))
const notes = fileURLToPath(new URL('../../notes', import.meta.url))
const inputs = [
  ...(await readdir(decks)).filter((file) => file.endsWith('.md')).map((file) => join(decks, file)),
  ...(await readdir(notes)).filter((file) => file.endsWith('.md')).map((file) => join(notes, file)),
]
const canvases = ['16:9', '4:3']

let browser: RunningBrowser
let out: string
beforeAll(async () => {
  const work = await atWork()
  browser = work.browser
  out = work.folder
  return work.end
})

async function make(file: string, canvas: string, folder: string): Promise<BuiltDeck> {
  const name = basename(file, '.md')
  const request = {
    notes: file,
    name,
    folder,
    formats: { ...noFormats, pdf: true },
    offline: true,
    refresh: false,
    settings: { canvas },
  }
  for await (const deck of buildDecks([request], {})) return deck
  throw new Error('nothing was built')
}

/** Runs an expression in the page; what it gives is for the test to know. */
async function inPage<Value>(expression: string): Promise<Value> {
  return browser.page.evaluate<[], () => Value>(expression)
}

/** Formulas as they can be copied: what they say on one line, except those that are shown as their source. */
function withoutTex(slide: Slide): Slide {
  return JSON.parse(JSON.stringify(slide), (_, value) => {
    if (value?.kind !== 'math') return value
    const text = { kind: 'text', text: value.tex.endsWith('{') ? value.tex : formulaText(value.tex) }
    return value.lines ? { kind: 'paragraph', inlines: [text], lines: value.lines } : text
  })
}

const fittedPage = (index: string): Promise<FitReport> => openDeck(browser, `${pathToFileURL(index).href}?print`)

for (const file of inputs) {
  for (const canvas of canvases) {
    describe(`${basename(file)} at ${canvas}`, () => {
      let built: BuiltDeck
      let report: FitReport
      beforeAll(async () => {
        built = await make(file, canvas, join(out, `${basename(file, '.md')}-${canvas.replace(':', 'x')}`))
        report = await fittedPage(built.index)
      })

      test('nothing is clipped, nothing is below the floor, no part is empty', () => {
        const faults = report.slides.filter(
          ({ overflow, minFontPx, words, layout }) =>
            overflow.x > 0 || overflow.y > 0 || minFontPx < 20 || (words === 0 && layout !== 'title'),
        )
        expect(faults).toEqual([])
      })

      test('the PDF has a page per slide, bookmarks, tags, and no Type 3 font', async () => {
        const facts = pdfFacts(await readFile(built.files[0] ?? ''))
        expect(facts).toMatchObject({ pages: report.slides.length, title: built.title, tagged: true, labels: true })
        expect(facts.outline).toEqual(report.bookmarks.map(({ title, level, page }) => ({ title, level, page })))
        expect(facts.fonts.filter(({ type, embedded }) => type === 'Type3' || !embedded)).toEqual([])
        expect(facts.links.filter(({ alive }) => !alive)).toEqual([])
      })

      test('every word of the slides is in the PDF, as often as on the slides', async () => {
        const text = execFileSync('pdftotext', ['-raw', built.files[0] ?? '', '-'], { encoding: 'utf8' })
        const found = new Map<string, number>()
        for (const word of wordsIn(text.replace(/[-­]\n/g, ''))) found.set(word, (found.get(word) ?? 0) + 1)
        const { deck } = await planNotes({ notes: file })
        const slides = deck.slides.map((slide) => ({ ...withoutTex(slide), speakerNotes: [] }))
        const shown = saidWords({ ...deck, slides })
        // Words that the page breaks over lines come back in pieces; they are looked for without white space.
        const solid = text.replace(/\s/g, '').toLowerCase()
        const lost = [...shown].filter(
          ([word, count]) => (found.get(word) ?? 0) < count && !solid.includes(word.toLowerCase()),
        )
        expect(lost).toEqual([])
      })

      test('the player shows the same slides as the print', async () => {
        await browser.page.goto(pathToFileURL(built.index).href)
        await browser.page.waitForSelector('html.ready')
        const played = await inPage<readonly { readonly id: string; readonly over: number }[]>(`
          [...document.querySelectorAll('section.slide')].map((slide) => {
            slide.style.display = 'block'
            const flow = slide.querySelector('.flow')
            const fact = { id: slide.id, over: flow ? flow.offsetHeight - flow.parentElement.clientHeight : 0 }
            slide.style.removeProperty('display')
            return fact
          })`)
        expect(played.map(({ id }) => id)).toEqual(report.slides.map(({ id }) => id))
        expect(played.filter(({ over }) => over > 1)).toEqual([])
      })
    })
  }
}

describe('one deck in detail', () => {
  let built: BuiltDeck
  beforeAll(async () => {
    built = await make(join(decks, 'lists.md'), '16:9', join(out, 'lists'))
  })

  test('an ordered list goes on counting on the next slide', async () => {
    await fittedPage(built.index)
    const numbers = await inPage<readonly (readonly number[])[]>(`
      [...document.querySelectorAll('section[data-kind="content"]')]
        .filter((slide) => slide.textContent.includes('步骤很多的清单'))
        .map((slide) => [...slide.querySelectorAll('ol > li')].map((item) => item.value))`)
    expect(numbers.length).toBeGreaterThan(1)
    expect(numbers.flat()).toEqual(Array.from({ length: 17 }, (_, index) => index + 1))
    expect(Math.min(...numbers.map((part) => part.length))).toBeGreaterThan(1)
  })

  test('a continued slide says which part it is, and only the first part has a bookmark', async () => {
    const report = await fittedPage(built.index)
    const labels = await inPage<readonly string[]>(
      `[...document.querySelectorAll('section[data-parts] .part')].map((label) => label.textContent)`,
    )
    const parts = report.slides.filter((slide) => slide.parts > 1)
    expect(labels).toEqual(parts.map(({ part, parts: all }) => `${part}/${all}`))
    expect(report.bookmarks.filter(({ title }) => title === '步骤很多的清单')).toHaveLength(1)
  })

  test('many short points stand in two columns on one slide', async () => {
    const report = await fittedPage(built.index)
    expect(report.slides.filter(({ id }) => id.startsWith('many-short-points'))).toHaveLength(1)
  })

  test('two builds are the same bytes', async () => {
    const again = await make(join(decks, 'lists.md'), '16:9', join(out, 'again'))
    const [style = ''] = (await readdir(join(built.index, '..', 'assets'))).filter((name) => name.endsWith('.css'))
    for (const path of ['index.html', `assets/${style}`, 'lists.pdf']) {
      const files = await Promise.all([built, again].map(({ index }) => readFile(join(index, '..', path))))
      expect(files[0]?.equals(files[1] ?? Buffer.alloc(0)), path).toBe(true)
    }
  })
})

test('links of a deck that is printed in pieces lead from one piece into another', async () => {
  const sections = Array.from(
    { length: 45 },
    (_, index) => `## Track ${index + 1}\n\n### One\n\nSaid first.\n\n### Two\n\nSaid next.\n`,
  )
  const file = join(out, 'long.md')
  await writeFile(file, `# A long conference\n\n${sections.join('\n')}`)
  const built = await make(file, '16:9', join(out, 'long'))
  const facts = pdfFacts(await readFile(built.files[0] ?? ''))
  expect(facts.pages).toBeGreaterThan(125)
  // The agenda comes first, and leads to all sections.
  expect(new Set(facts.links.map(({ name }) => name)).size).toBe(45)
  expect(facts.links.filter(({ alive }) => !alive)).toEqual([])
})
