/** One deck on paper in every kind of handout: read back as a person holding the sheets would. */
import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { openDeck } from '../../src/browser/openDeck.js'
import type { RunningBrowser } from '../../src/browser/start.js'
import { saidWords } from '../../src/check/saidWords.js'
import { wordsIn } from '../../src/check/wordList.js'
import { articlePdf } from '../../src/formats/article.js'
import { handoutPdf } from '../../src/formats/handout.js'
import { handoutKinds } from '../../src/formats/handoutKinds.js'
import { slidesPdf } from '../../src/formats/slides.js'
import type { Format, FormatSource } from '../../src/formats/source.js'
import { wholeOf } from '../../src/model/content.js'
import type { FitReport } from '../../src/model/fitted.js'
import { type Handout, noFormats } from '../../src/model/format.js'
import { buildDecks, planNotes } from '../../src/pipeline.js'
import { pdfFacts } from '../pdf/pdfFacts.js'
import { atWork } from './atWork.js'
import { placedWords } from './placedWords.js'

const notes = fileURLToPath(new URL('handouts/notes.md', import.meta.url))
const kinds: readonly Exclude<Handout, 'article'>[] = ['notes', '2', '3', '4', '6']
/** Too much for one sheet: what a speaker who writes everything down would have. */
const speech = Array.from({ length: 90 }, (_, index) => `Sentence ${index} of the speech 讲稿 goes on and on.`).join(
  ' ',
)

let browser: RunningBrowser
let folder: string
beforeAll(async () => {
  const work = await atWork()
  browser = work.browser
  folder = work.folder
  return work.end
})

interface Opened {
  readonly source: FormatSource
  readonly report: FitReport
}

/** Builds the deck, opened for print: of these notes, or of those with a long speech in their speaker notes. */
async function open(name: string, settings: Readonly<Record<string, unknown>>, text = ''): Promise<Opened> {
  const file = join(folder, `${name}.md`)
  await writeFile(
    file,
    text || (await readFile(notes, 'utf8')).replace('LONG', `<aside class="notes">${speech}</aside>`),
  )
  const request = { notes: file, name, folder: join(folder, name), offline: true, refresh: false, settings }
  for await (const { index } of buildDecks([{ ...request, formats: noFormats }], {})) {
    const address = `${pathToFileURL(index).href}?print`
    const planned = await planNotes(request)
    return {
      source: { ...planned, name, pictures: new Map(), missing: '', address },
      report: await openDeck(browser, address),
    }
  }
  throw new Error('nothing was built')
}

interface Printed {
  readonly path: string
  readonly bytes: Buffer
}

/** A format finds its own faults; here are none. */
async function print(make: Format, { source, report }: Opened): Promise<Printed> {
  for await (const made of make({ browser, report }, source)) {
    if ('finding' in made) throw new Error(JSON.stringify(made.finding))
    const path = join(folder, `${source.name}-${made.file.path}`)
    const { content } = made.file
    const bytes = Buffer.from(typeof content === 'string' ? content : await wholeOf(content))
    await writeFile(path, bytes)
    return { path, bytes }
  }
  throw new Error('nothing was printed')
}

const textOf = (path: string, ...flags: readonly string[]): string =>
  execFileSync('pdftotext', [...flags, path, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 })

const MM = 72 / 25.4

describe('a deck in the look of every day', () => {
  let opened: Opened
  const handouts = new Map<string, Printed>()
  const printed = (kind: string): Printed => handouts.get(kind) ?? { path: '', bytes: Buffer.alloc(0) }
  beforeAll(async () => {
    opened = await open('everyday', { cover: true })
    for (const kind of kinds) handouts.set(kind, await print(handoutPdf(kind), opened))
  })

  test.each(kinds)('%s: a sound PDF with tags, living links, and the bookmarks of the slides', (kind) => {
    const { path, bytes } = printed(kind)
    const facts = pdfFacts(bytes)
    expect(facts).toMatchObject({ title: 'Paper 纸上谈兵', tagged: true, labels: true })
    expect(facts.links.length).toBeGreaterThan(0)
    expect(facts.links.filter(({ alive }) => !alive)).toEqual([])
    expect(facts.addresses).toContain('https://example.org/handouts')
    expect(facts.fonts.filter(({ type, embedded }) => type === 'Type3' || !embedded)).toEqual([])
    const { bookmarks } = opened.report
    expect(facts.outline.map(({ title }) => title)).toEqual(bookmarks.map(({ title }) => title))
    expect(execFileSync('qpdf', ['--check', path], { encoding: 'utf8' })).toContain(
      'No syntax or stream encoding errors',
    )
  })

  test.each(['2', '3', '4', '6'] as const)('%s: so many slides a sheet, and bookmarks lead to their sheets', (kind) => {
    const facts = pdfFacts(printed(kind).bytes)
    const { slides, bookmarks } = opened.report
    const sheetOf = (slide: number) => 2 + Math.floor((slide - 1) / Number(kind))
    expect(facts.pages).toBe(sheetOf(slides.length))
    expect(facts.outline.map(({ page }) => page)).toEqual(bookmarks.map(({ page }) => sheetOf(page)))
  })

  test.each(kinds)('%s: every word of the slides is there, 8 mm from the edges, once on its slide', (kind) => {
    const { path } = printed(kind)
    const said = new Map<string, number>()
    for (const word of wordsIn(textOf(path))) said.set(word, (said.get(word) ?? 0) + 1)
    const silent = opened.source.deck.slides.map((slide) => (kind === 'notes' ? slide : { ...slide, speakerNotes: [] }))
    const wanted = saidWords({ ...opened.source.deck, slides: silent })
    expect([...wanted].filter(([word, count]) => (said.get(word) ?? 0) < count)).toEqual([])

    const size = /Page size: +([\d.]+) x ([\d.]+) pts \(A4\)/.exec(
      execFileSync('pdfinfo', [path], { encoding: 'utf8' }),
    )
    const [width, height] = [Number(size?.[1]), Number(size?.[2])]
    const near = placedWords(path).filter(
      ({ left, top, right, bottom }) =>
        Math.min(left, top, width - right, height - bottom) < 8 * MM || Number.isNaN(width + height),
    )
    expect(near).toEqual([])
  })

  test('the speaker’s words are on paper only in the notes, and flow on to a further sheet', () => {
    for (const kind of ['2', '3', '4', '6']) expect(textOf(printed(kind).path)).not.toContain('of the speech')
    const sheets = new Set(
      placedWords(printed('notes').path).flatMap(({ text, page }) => (text === 'speech' ? [page] : [])),
    )
    expect(sheets.size).toBeGreaterThan(1)
  })

  test('text ends above the foot of its sheet, and no line of it stands alone', () => {
    const words = placedWords(printed('notes').path)
    const foot = 841.92 - 20 * MM
    expect(words.filter(({ bottom, top }) => bottom > foot && top < foot)).toEqual([])
    const sheets = new Set(words.flatMap(({ text, page }) => (text === 'speech' ? [page] : [])))
    for (const sheet of sheets) {
      const lines = new Set(words.filter(({ page, text }) => page === sheet && text === 'speech').map(({ top }) => top))
      expect(lines.size).toBeGreaterThan(1)
    }
  })

  test('head and foot say the talk, the date and the sheet in the deck’s language; the cover says it all', () => {
    const [cover = '', first = ''] = textOf(printed('4').path).split('\f')
    expect(first).toMatch(/TestConf 2024/)
    expect(first).toMatch(/14 November 2024/)
    expect(first.replace(/\s+/g, '')).toContain(`第2页，共${pdfFacts(printed('4').bytes).pages}页`)
    for (const fact of ['Paper', 'TestConf 2024', 'Shanghai', '14 November 2024', 'Yun']) expect(cover).toContain(fact)
  })

  test('the same bytes come out again', async () => {
    for (const kind of ['notes', '3'] as const) {
      const again = await print(handoutPdf(kind), opened)
      expect(again.bytes.equals(printed(kind).bytes)).toBe(true)
    }
  })

  test('slides come out as they went in', async () => {
    const slides = await print(slidesPdf, opened)
    const fresh = await print(slidesPdf, { ...opened, report: await openDeck(browser, opened.source.address) })
    expect(slides.bytes.equals(fresh.bytes)).toBe(true)
  })
})

test.each(['report', 'night', 'paper', 'plain'])(
  '%s: on sheets, slides are laid out as they are in the deck',
  async (template) => {
    const words = Array.from({ length: 62 }, (_, index) => `word${index}`).join(' ')
    const statement = `${'A long statement that wants two lines '.repeat(2)}at least`
    const more = `\n\n## Quote\n\n> ${words}\n> — Someone Else\n\n## ${statement}\n`
    const opened = await open(`laid-${template}`, { template, ink: 'full' }, (await readFile(notes, 'utf8')) + more)
    // Pages wait for the printer out of the window, where nothing has a size.
    const measure = `(document.documentElement.classList.remove('on-paper'), window.talkback.slides.map((slide) =>
    [...slide.querySelectorAll('*')].map((each) => [each.className, each.offsetWidth, each.offsetHeight].join(' '))))`
    const inDeck: unknown = await browser.page.evaluate(
      `window.talkback.lay(), window.talkback.put(0, 999), ${measure}`,
    )
    for (const kind of ['notes', '4'] as const) {
      await print(handoutPdf(kind), opened)
      expect(await browser.page.evaluate(measure), kind).toEqual(inDeck)
    }
  },
)

describe('a deck in a dark look', () => {
  /** Share of the sheets that is dark, 0 to 1. */
  async function darkness(name: string, settings: Readonly<Record<string, unknown>>): Promise<number> {
    const { path } = await print(handoutPdf('4'), await open(name, { template: 'night', ...settings }))
    const picture = execFileSync('pdftoppm', ['-r', '20', '-f', '1', '-singlefile', '-gray', path])
    const [header = ''] = /^P5\s+\d+\s+\d+\s+\d+\s/.exec(picture.toString('latin1')) ?? []
    const pixels = picture.subarray(header.length)
    return pixels.filter((value) => value < 100).length / pixels.length
  }

  test('is printed dark on white, unless all of its colours are asked for', async () => {
    expect(await darkness('saving', {})).toBeLessThan(0.05)
    expect(await darkness('full', { ink: 'full' })).toBeGreaterThan(0.2)
  })
})

test('notes say what the slides do not, once, and two slides share a sheet where that is nothing', async () => {
  const note = '[^1]: The footnote of the slide.'
  const silent = ['Three', 'Four', 'Five', 'Six'].map((name) => `## ${name}\n\n- Words of ${name}`).join('\n\n')
  const text = `# T\n\n## One\n\n- [the page](https://example.org/a/page) of 2 days[^1]\n- https://example.org/seen\n\n${note}\n\nNote: Spoken words.\n\n${silent}\n`
  const opened = await open('beside', { agenda: 'no' }, text)
  const { path, bytes } = await print(handoutPdf('notes'), opened)
  const said = textOf(path).replace(/\s+/g, ' ')
  const count = (words: string) => said.split(words).length - 1
  expect(['Spoken words.', 'https://example.org/a/page', 'the page', 'The footnote of the slide.'].map(count)).toEqual([
    1, 1, 2, 2,
  ])
  expect(['https://example.org/seen', 'Words of Three', 'Words of Six'].map(count)).toEqual([1, 1, 1])
  expect(pdfFacts(bytes).pages).toBe(Math.ceil(opened.report.slides.length / 2))
  expect(handoutKinds(['auto'], opened.source)).toEqual(['notes'])
  const settings = { ...opened.source.settings, speakerNotes: 'none' } as const
  expect(handoutKinds(['4', 'auto'], { ...opened.source, settings })).toEqual(['4', 'article'])
})

test('no column begins with the last line of a short item', async () => {
  const one = `FIRST${'一'.repeat(40)}LAST`
  const spoken = `${'她分享了一个实验，'.repeat(4)}证明：\n\n${one}\n\n${'二'.repeat(84)}`
  const text = `# 标题\n\n## 一页\n\n写了什么。\n\n<aside class="notes">\n${spoken}\n</aside>\n`
  const words = placedWords((await print(handoutPdf('notes'), await open('short', {}, text))).path)
  const lefts = ['FIRST', 'LAST'].map((end) => words.filter((word) => word.text.includes(end)).at(-1)?.left ?? 0)
  expect(Math.max(...lefts)).toBeLessThan((210 / 2) * MM)
  expect(words.filter((word) => word.text.includes('二二')).at(-1)?.left).toBeGreaterThan((210 / 2) * MM)
})

test('no column begins with a row of a small table, on no sheet', async () => {
  const table = (name: string): string =>
    ['| Plan | Cost |', '|---|---|', ...[1, 2, 3].map((row) => `| ${name}-${row} | $4 |`)].join('\n')
  // So much that it goes on on further sheets.
  const names = Array.from({ length: 60 }, (_, index) => `T${index}`)
  const spoken = names.map((name, index) => `${'Words in between. '.repeat(8 + (index % 7))}\n\n${table(name)}`)
  const short = `${table('SMALL')}\n\nThroughput went up.\n\nFirst thing\n\nSecond thing`
  const text = `# T\n\n## One\n\nText.\n\n<aside class="notes">\n${short}\n</aside>\n\n## Two\n\nText.\n\n<aside class="notes">\n${spoken.join('\n\n')}\n</aside>\n`
  const words = placedWords((await print(handoutPdf('notes'), await open('tables', {}, text))).path)
  const torn = ['SMALL', ...names].filter((name) => {
    const rows = words.filter((word) => word.text.startsWith(`${name}-`))
    expect(rows.length, name).toBe(3)
    return new Set(rows.map(({ page, left }) => `${page} ${left}`)).size > 1
  })
  expect(torn).toEqual([])
})

test('Letter, lying, bound at the left: that is the paper that comes out', async () => {
  const settings = { paper: 'letter', orientation: 'landscape', binding: 'left', canvas: '4:3' }
  const { path } = await print(handoutPdf('notes'), await open('letter', settings))
  expect(execFileSync('pdfinfo', [path], { encoding: 'utf8' })).toMatch(/Page size: +792 x 612 pts \(letter\)/)
  expect(Math.min(...placedWords(path).map(({ left }) => left))).toBeGreaterThan(24 * MM)
})

test('bound as a book, sheets leave their wide margin left and right in turns, and number themselves at the outer edge', async () => {
  const opened = await open('book', { binding: 'book' })
  for (const make of [handoutPdf('notes'), handoutPdf('3'), articlePdf]) {
    const words = placedWords((await print(make, opened)).path)
    const last = words.at(-1)?.page ?? 0
    expect(last).toBeGreaterThan(1)
    for (let page = 1; page <= last; page++) {
      const here = words.filter((word) => word.page === page)
      const left = Math.min(...here.map((word) => word.left)) / MM
      const right = 210 - Math.max(...here.map((word) => word.right)) / MM
      const [bound, outer] = page % 2 ? [left, right] : [right, left]
      expect(outer).toBeGreaterThan(15.5)
      expect(bound - outer).toBeCloseTo(10, 0)
    }
  }
})
