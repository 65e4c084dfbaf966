/** PDFs as a newer browser may write them, with its objects packed in streams: kept as they are, with all pages, and told. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBrowser } from '../../src/browser/find.js'
import { type RunningBrowser, startBrowser } from '../../src/browser/start.js'
import { noFormats } from '../../src/model/format.js'
import { workStages } from '../../src/model/workStages.js'
import { openPdf } from '../../src/pdf/file.js'
import { UnknownPdf } from '../../src/pdf/unknown.js'
import { buildDeck, buildDecks } from '../../src/pipeline.js'

let folder: string
let browser: RunningBrowser
let prints = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talkback-test-'))
  browser = await startBrowser(await findBrowser())
  const { page } = browser
  const print = page.pdf.bind(page)
  page.pdf = async (options) => packed(await print(options))
  return () => browser.close()
})
afterAll(() => rm(folder, { recursive: true }))

async function packed(pdf: Uint8Array): Promise<Uint8Array> {
  const path = join(folder, `print-${prints++}.pdf`)
  await writeFile(path, pdf)
  execFileSync('qpdf', ['--object-streams=generate', path, `${path}.packed`])
  return readFile(`${path}.packed`)
}

async function build(name: string, text: string, settings = {}) {
  const notes = join(folder, `${name}.md`)
  await writeFile(notes, text)
  const formats = { ...noFormats, pdf: true, handouts: ['notes'] as const }
  const request = { notes, name, folder: join(folder, name), formats, offline: true, refresh: false, settings }
  return buildDeck(request, {}, (work) => work(browser))
}

interface Outline {
  readonly title: string
  readonly kids: readonly Outline[]
}

interface PdfJson {
  readonly pages: readonly unknown[]
  readonly outlines: readonly Outline[]
}

const titlesIn = (outlines: readonly Outline[]): readonly string[] =>
  outlines.flatMap(({ title, kids }) => [title, ...titlesIn(kids)])

const about = (name: string): PdfJson =>
  JSON.parse(execFileSync('qpdf', ['--json', '--json-key=pages', '--json-key=outlines', name], { encoding: 'utf8' }))

test('every file is in its place, and what it lacks is told', async () => {
  const deck = await build('talk', '# Talk\n\n## One\n\n- point\n\n<!-- say it -->\n\n## Two\n\ntext\n', {
    pdfNotes: true,
    pageSize: 'a4',
  })
  expect(deck.files).toEqual(['talk.pdf', 'talk-handout.pdf'].map((name) => join(folder, 'talk', name)))
  expect(deck.findings.filter(({ code }) => code.startsWith('pdf-'))).toMatchObject([
    {
      code: 'pdf-unfinished',
      severity: 'warning',
      message:
        'talk.pdf is as the browser wrote it, and lacks author, a title in its window, page labels, fixed dates, texts for links, speaker notes and paper around its pages',
      hint: expect.stringContaining('no plain table of objects'),
    },
    {
      message:
        'talk-handout.pdf is as the browser wrote it, and lacks author, a title in its window, page labels, fixed dates and texts for links',
    },
  ])
  expect(await readdir(join(folder, 'talk'))).not.toContain('talk.faulty.pdf')
  const path = join(folder, 'talk', 'talk.pdf')
  expect(() => openPdf(readFileSync(path))).toThrow(UnknownPdf)
  const { pages, outlines } = about(path)
  expect(pages).toHaveLength(deck.slides)
  expect(titlesIn(outlines)).toEqual(expect.arrayContaining(['Talk', 'One', 'Two']))
})

test('a long deck is printed in one piece, as its pieces can not be joined', async () => {
  const slides = Array.from({ length: 130 }, (_, index) => `## Slide ${index + 1}\n\n- point\n`)
  const deck = await build('long', `# Long\n\n${slides.join('\n')}`)
  expect(deck.slides).toBeGreaterThan(130)
  expect(about(join(folder, 'long', 'long.pdf')).pages).toHaveLength(deck.slides)
})

test('what only proves unknown when it is read back, its browser being gone by then, is printed by another one', async () => {
  const notes = join(folder, 'late.md')
  await writeFile(notes, '# Late\n\n## One\n\n- point\n\n## Two\n\ntext\n')
  const pages = Object.getPrototypeOf(browser.page)
  const print = pages.pdf
  pages.pdf = async function (...options: unknown[]) {
    const pdf = Buffer.from(await print.apply(this, options)).toString('latin1')
    return Buffer.from(pdf.replaceAll('/FlateDecode', '/LZWDecode  '), 'latin1')
  }
  const stages: string[] = []
  try {
    const request = { notes, name: 'late', folder: join(folder, 'late'), offline: true, refresh: false }
    const formats = { ...noFormats, pdf: true }
    for await (const deck of buildDecks([{ ...request, formats }], { onStage: (stage) => stages.push(stage) })) {
      expect(deck.files).toEqual([join(folder, 'late', 'late.pdf')])
      expect(deck.findings.filter(({ code }) => code.startsWith('pdf-'))).toMatchObject([
        { code: 'pdf-unfinished', hint: expect.stringContaining('packed with /LZWDecode') },
      ])
    }
  } finally {
    pages.pdf = print
  }
  expect(stages.filter((stage) => stage === workStages.printing)).toHaveLength(2)
  expect(stages.filter((stage) => stage === workStages.browserLost)).toHaveLength(1)
})
