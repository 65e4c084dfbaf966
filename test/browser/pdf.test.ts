import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { findBrowser } from '../../src/browser/find.js'
import { openDeck } from '../../src/browser/openDeck.js'
import { type RunningBrowser, startBrowser } from '../../src/browser/start.js'
import type { FitReport } from '../../src/model/fitted.js'
import { finishPdf } from '../../src/pdf/finish.js'
import { pdfFacts } from '../pdf/pdfFacts.js'
import { atWork } from './atWork.js'
import { printKnown } from './printed.js'

const info = {
  title: 'Notes of «KubeCon» (2018)',
  author: '云 Yun',
  subject: '',
  keywords: 'a, b',
  lang: 'zh-Hans',
  date: new Date(0),
}
const deckUrl = new URL('pages/deck.html?print&pages=20', import.meta.url).href

let browser: RunningBrowser
let folder: string
beforeAll(async () => {
  const work = await atWork()
  browser = work.browser
  folder = work.folder
  return work.end
})

interface PrintedDeck {
  readonly pdf: Uint8Array
  readonly report: FitReport
}

async function printDeck(browser: RunningBrowser, url: string, words: typeof info): Promise<PrintedDeck> {
  const report = await openDeck(browser, url)
  const { printed, laid } = await printKnown(browser, report)
  return { pdf: finishPdf(printed, { words, ...laid }), report }
}

/** Writes a page of its own for a test and gives its address. */
async function page(name: string, body: string): Promise<string> {
  const path = join(folder, `${name}.html`)
  await writeFile(path, `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title>${body}</html>`)
  return `${pathToFileURL(path).href}?print`
}

const ready = `<script>
  window.talkback = { report: { slides: [], bookmarks: [], took: 0 }, lay: () => ({ pages: 1, bookmarks: [] }), put() {} }
  document.documentElement.dataset.talkback = 'ready'
</script>`

describe('a deck of twenty pages', () => {
  let printed: PrintedDeck
  let path: string
  beforeAll(async () => {
    printed = await printDeck(browser, deckUrl, info)
    path = join(folder, 'deck.pdf')
    await writeFile(path, printed.pdf)
  })

  test('says what it is, is tagged, and every link leads somewhere', () => {
    const facts = pdfFacts(printed.pdf)
    expect(facts).toMatchObject({ pages: 20, title: info.title, lang: 'zh-Hans', tagged: true, labels: true })
    expect(facts.outline).toEqual(printed.report.bookmarks.map(({ title, level, page }) => ({ title, level, page })))
    expect(facts.outline[1]?.title).toBe('What you can do with AI today in wrapped lines, page 2')
    expect(facts.links).toHaveLength(20)
    expect(facts.links[0]).toEqual({ name: 'slide-2', alive: true })
    expect(facts.links.filter(({ alive }) => !alive)).toEqual([])
    expect(facts.fonts.filter(({ embedded }) => !embedded)).toEqual([])
    expect(facts.fonts.map(({ type }) => type)).toContain('Type0')
    expect(facts.addresses[0]).toBe('https://example.org/?a=1&b=(2)')
  })

  test('is a sound PDF to others, of the page size that the canvas has', () => {
    expect(execFileSync('qpdf', ['--check', path], { encoding: 'utf8' })).toContain(
      'No syntax or stream encoding errors',
    )
    const said = execFileSync('pdfinfo', [path], { encoding: 'utf8' })
    expect(said).toMatch(/Title: +Notes of «KubeCon» \(2018\)/)
    expect(said).toMatch(/Author: +云 Yun/)
    expect(said).toMatch(/Keywords: +a, b/)
    expect(said).toMatch(/Creator: +Talkback/)
    expect(said).toMatch(/Tagged: +yes/)
    expect(said).toMatch(/Pages: +20\n/)
    expect(said).toMatch(/Page size: +960 x 540 pts/)
    expect(said).not.toMatch(/Subject/)
  })

  test('has bookmarks, labels and language where qpdf looks for them', () => {
    const whole = JSON.parse(execFileSync('qpdf', ['--json', path], { encoding: 'utf8', maxBuffer: 1 << 28 }))
    expect(whole.pagelabels).toEqual([{ index: 0, label: { '/S': '/D', '/St': 1 } }])
    expect(whole.outlines.map((item: { title: string }) => item.title)).toEqual(
      printed.report.bookmarks.filter(({ level }) => level === 1).map(({ title }) => title),
    )
    const [first] = whole.outlines
    expect(first).toMatchObject({ destpageposfrom1: 1, open: true })
    expect(first.kids[1]).toMatchObject({ title: '云原生 (cloud\\native) 与 AI 😀', destpageposfrom1: 3 })
    expect(first.kids[1].dest.slice(1)).toEqual(['/XYZ', 0, 495, 0])
  })

  test('keeps its text and the order of its tags', () => {
    expect(execFileSync('pdftotext', ['-f', '7', '-l', '7', path, '-'], { encoding: 'utf8' })).toContain(
      'Text of page 7',
    )
    expect(execFileSync('pdfinfo', ['-struct-text', path], { encoding: 'utf8' })).toMatch(
      /H2[\s\S]*L \(block\)[\s\S]*LI/,
    )
  })

  test('is the same, byte for byte, when printed again: in this browser and in another', async () => {
    const again = await printDeck(browser, deckUrl, info)
    expect(Buffer.compare(again.pdf, printed.pdf)).toBe(0)
    const other = await startBrowser(await findBrowser())
    try {
      const elsewhere = await printDeck(other, deckUrl, info)
      expect(Buffer.compare(elsewhere.pdf, printed.pdf)).toBe(0)
    } finally {
      await other.close()
    }
  })
})

describe('a deck that is printed in pieces', () => {
  const pages = 260
  const url = deckUrl.replace('pages=20', `pages=${pages}`)
  let printed: PrintedDeck
  let path: string
  beforeAll(async () => {
    printed = await printDeck(browser, url, info)
    path = join(folder, 'long.pdf')
    await writeFile(path, printed.pdf)
  })

  test('is one PDF: every page, bookmark and link is there and leads to its place', () => {
    const facts = pdfFacts(printed.pdf)
    expect(facts).toMatchObject({ pages, title: info.title, lang: 'zh-Hans', tagged: true, labels: true })
    expect(facts.outline).toEqual(printed.report.bookmarks.map(({ title, level, page }) => ({ title, level, page })))
    expect(facts.links).toHaveLength(pages)
    expect(facts.links.filter(({ alive }) => !alive)).toEqual([])
    expect(execFileSync('qpdf', ['--check', path], { encoding: 'utf8' })).toContain(
      'No syntax or stream encoding errors',
    )
  })

  test('has every font once, with the glyphs of all pieces', () => {
    const fonts = pdfFacts(printed.pdf).fonts.filter(({ type }) => type === 'Type0')
    const names = fonts.map(({ name }) => name.replace(/^[A-Z]{6}\+/, ''))
    expect(names.length).toBeGreaterThan(0)
    expect(names).toEqual([...new Set(names)])
  })

  test('has the text of every page once, in order, also by its tags', () => {
    const numbers = Array.from({ length: pages }, (_, index) => String(index + 1))
    const said = (text: string) => [...text.matchAll(/Text of page (\d+)/g)].map((match) => match[1])
    expect(said(execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' }))).toEqual(numbers)
    const tags = execFileSync('pdfinfo', ['-struct-text', path], { encoding: 'utf8', maxBuffer: 1 << 28 })
    expect(said(tags)).toEqual(numbers)
  })

  test('is the same, byte for byte, when printed again', async () => {
    expect(Buffer.compare((await printDeck(browser, url, info)).pdf, printed.pdf)).toBe(0)
  })

  test('is the same, byte for byte, when two pages share the work', async () => {
    const helper = await browser.another()
    try {
      const [report] = await Promise.all([openDeck(browser, url), openDeck(helper, url)])
      const together = await printKnown(browser, report, helper)
      expect(Buffer.compare(finishPdf(together.printed, { words: info, ...together.laid }), printed.pdf)).toBe(0)
    } finally {
      await helper.page.close()
    }
  })
})

test('links to ids in Chinese and with odd characters lead somewhere', async () => {
  const body = `<section id="招商--2"><a href="#云 原">a</a> <a href="#b/(c)">b</a></section>
    <section id="云 原"><a href="#招商--2">c</a></section><p id="b/(c)">d</p>${ready}`
  const { pdf } = await printDeck(browser, await page('odd', body), info)
  expect(pdfFacts(pdf).links).toEqual([
    { name: '云 原', alive: true },
    { name: 'b/(c)', alive: true },
    { name: '招商--2', alive: true },
  ])
})

test('a title that looks like PDF does no harm, and no bookmarks make no outline', async () => {
  const title = ') >> endobj 2 0 obj \\ startxref'
  const { pdf } = await printDeck(browser, await page(title.replace('>>', '&gt;&gt;'), `<p>text${ready}`), {
    ...info,
    title,
  })
  expect(pdfFacts(pdf)).toMatchObject({ title, outline: [] })
})

test('the page is waited for: its word, and its pictures', async () => {
  const body = `<p id="late"></p><img src="deck.svg"><script>
    setTimeout(() => {
      late.textContent = 'came late'
      window.talkback = { report: { slides: [], bookmarks: [], took: 7 }, lay: () => ({ pages: 1, bookmarks: [] }), put() {} }
      document.documentElement.dataset.talkback = 'ready'
    }, 200)</script>`
  const { pdf, report } = await printDeck(browser, await page('late', body), info)
  expect(report.took).toBe(7)
  await writeFile(join(folder, 'late.pdf'), pdf)
  expect(execFileSync('pdftotext', [join(folder, 'late.pdf'), '-'], { encoding: 'utf8' })).toContain('came late')
})

test('a page that fails says why', async () => {
  const body = `<script>
    document.documentElement.dataset.talkbackError = 'no slides'
    document.documentElement.dataset.talkback = 'failed'
  </script>`
  await expect(printDeck(browser, await page('failing', body), info)).rejects.toThrow(
    'laid out in the browser: no slides',
  )
})

test('nothing is fetched, by name or by address', async () => {
  const asked: (string | undefined)[] = []
  const server = createServer((request, response) => {
    asked.push(request.url)
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  try {
    const body = `<img src="http://127.0.0.1:${port}/a.png"><link rel="stylesheet" href="http://localhost:${port}/b.css">
      <script>fetch('http://127.0.0.1:${port}/c', { mode: 'no-cors' }).catch(() => {})</script>${ready}`
    await printDeck(browser, await page('fetching', body), info)
    expect(asked).toEqual([])
    await fetch(`http://127.0.0.1:${port}/the-server-works`)
    expect(asked).toEqual(['/the-server-works'])
  } finally {
    server.close()
    server.closeAllConnections()
  }
})

test('a browser that dies while the page is fitting is a fault with a sentence', async () => {
  const other = await startBrowser(await findBrowser())
  try {
    const printing = printDeck(other, await page('endless', '<p>never ready'), info)
    const seen = expect(printing).rejects.toMatchObject({
      name: 'UserError',
      code: 3,
      message: expect.stringMatching(/fitting the slides/),
    })
    await other.close()
    await seen
  } finally {
    await other.close()
  }
})
