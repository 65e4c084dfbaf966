/** The PDF of slides in all the ways it can be asked for; and what becomes of one that is not as it should be. */
import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser } from '../../src/browser/find.js'
import { startBrowser } from '../../src/browser/start.js'
import { noFormats } from '../../src/model/format.js'
import { readReferences } from '../../src/pdf/dictionary.js'
import { openPdf, pagesOf } from '../../src/pdf/file.js'
import { readPdfString } from '../../src/pdf/text.js'
import { type BuiltDeck, buildDecks } from '../../src/pipeline.js'
import { pdfFacts } from '../pdf/pdfFacts.js'

const long = Array.from({ length: 14 }, (_, index) => `- Point ${index + 1} ${'says something at length '.repeat(7)}`)
const notes = `# 演讲 Talk

## One by one {.steps}

- 第一 first
- second

<aside class="notes">深呼吸 breathe</aside>

## Whole

- third
- fourth

## Long {.steps}

${long.join('\n')}
`

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talkback-test-'))
  await writeFile(join(folder, 'talk.md'), notes)
})
afterAll(() => rm(folder, { recursive: true }))

async function build(name: string, settings: Readonly<Record<string, unknown>>): Promise<BuiltDeck> {
  const request = {
    notes: join(folder, 'talk.md'),
    name,
    folder: join(folder, name),
    formats: { ...noFormats, pdf: true },
    offline: true,
    refresh: false,
    settings: { agenda: 'no', ...settings },
  }
  for await (const deck of buildDecks([request], {})) return deck
  throw new Error('nothing was built')
}

const read = (name: string): Promise<Uint8Array> => readFile(join(folder, name, `${name}.pdf`))

const textOf = (name: string, page: number): string =>
  execFileSync('pdftotext', ['-f', String(page), '-l', String(page), join(folder, name, `${name}.pdf`), '-'], {
    encoding: 'utf8',
  })

describe('a page for every step', () => {
  let pages: number
  beforeAll(async () => {
    await build('steps', { pdfSteps: true })
    pages = pdfFacts(await read('steps')).pages
  })

  test('shows one point after the other, and slides without steps once', () => {
    expect(textOf('steps', 2)).toMatch(/第一 first/)
    expect(textOf('steps', 2)).not.toMatch(/second/)
    expect(textOf('steps', 3)).toMatch(/first[\s\S]*second/)
    expect(textOf('steps', 4)).toMatch(/third[\s\S]*fourth/)
    expect(textOf('steps', 5)).toMatch(/Point 1 says/)
    expect(textOf('steps', 5)).not.toMatch(/Point 2 says/)
  })

  test('goes on where a list was cut, and shows every point at last', () => {
    expect(textOf('steps', pages)).toMatch(/Point 14 says/)
    expect(pages).toBe(1 + 2 + 1 + long.length)
  })

  test('labels pages with the numbers of their slides, and bookmarks lead to the first of them', async () => {
    const json = execFileSync('qpdf', ['--json', '--json-key=pagelabels', join(folder, 'steps', 'steps.pdf')])
    const { pagelabels } = JSON.parse(json.toString())
    expect(pagelabels.slice(0, 3)).toEqual([
      { index: 0, label: { '/S': '/D', '/St': 1 } },
      { index: 2, label: { '/S': '/D', '/St': 2 } },
      { index: 5, label: { '/S': '/D', '/St': 4 } },
    ])
    expect(pdfFacts(await read('steps')).outline.map(({ title, page }) => [title, page])).toEqual([
      ['演讲 Talk', 1],
      ['One by one', 2],
      ['Whole', 4],
      ['Long', 5],
    ])
  })
})

test('on paper, with speaker notes to open; the same bytes every time', async () => {
  const deck = await build('paper', { pageSize: 'letter', pdfNotes: true })
  expect(deck.findings.filter(({ severity }) => severity === 'error')).toEqual([])
  const pdf = await read('paper')
  const file = openPdf(pdf)
  const annotations = pagesOf(file).map((page) => readReferences(file.dictionary(page).get('Annots')))
  const notes = annotations.map((numbers) => numbers.map((number) => file.dictionary(number)))
  expect(notes[1]?.map((note) => readPdfString(note.get('Contents') ?? ''))).toEqual(['深呼吸 breathe'])
  expect(notes.flat()).toHaveLength(1)
  const path = join(folder, 'paper', 'paper.pdf')
  expect(execFileSync('qpdf', ['--check', path], { encoding: 'utf8' })).toContain('No syntax or stream encoding errors')
  expect(execFileSync('pdfinfo', [path], { encoding: 'utf8' })).toMatch(/Page size: +792 x 612 pts \(letter\)/)
  await build('paper', { pageSize: 'letter', pdfNotes: true })
  expect(Buffer.compare(await read('paper'), pdf)).toBe(0)
})

test('the player shows points one after the other; without script they are all there', async () => {
  const { index } = await build('player', {})
  const browser = await startBrowser(await findBrowser())
  try {
    const { page } = browser
    const shown = (points: readonly string[]) =>
      page.waitForFunction(
        `JSON.stringify([...document.querySelectorAll('section.present li')].filter((item) => getComputedStyle(item).visibility === 'visible').map((item) => item.textContent.trim())) === ${JSON.stringify(JSON.stringify(points))}`,
      )
    await page.goto(`${pathToFileURL(index).href}#/one-by-one`)
    await page.waitForSelector('html.ready')
    await shown([])
    await page.keyboard.press('ArrowRight')
    await shown(['第一 first'])
    await page.keyboard.press('ArrowRight')
    await shown(['第一 first', 'second'])
    await page.setJavaScriptEnabled(false)
    await page.goto('about:blank')
    await page.goto(pathToFileURL(index).href)
    const hidden = `[...document.querySelectorAll('li')].filter((item) => getComputedStyle(item).visibility !== 'visible').length`
    expect(await page.evaluate(hidden)).toBe(0)
  } finally {
    await browser.close()
  }
})

async function hiding(name: string, hidden: string): Promise<string> {
  const template = join(folder, 'looks', name)
  await mkdir(template, { recursive: true })
  await writeFile(join(template, 'template.yaml'), `name: ${name}\nextends: report\n`)
  await writeFile(join(template, 'theme.css'), `@media print { ${hidden} { visibility: hidden } }\n`)
  return template
}

test('a PDF whose pages are blank is kept aside, and an earlier one stays', async () => {
  await build('faulty', {})
  const before = await read('faulty')
  const deck = await build('faulty', { template: await hiding('hiding', '.slide .frame, .slide .frame *') })
  expect(deck.findings.filter(({ code }) => code === 'pdf-fault')).toMatchObject([
    {
      severity: 'error',
      message: expect.stringMatching(/^faulty\.pdf is not as it should be: page 1 is blank, and \d more faults/),
    },
  ])
  expect(await readdir(join(folder, 'faulty'))).toEqual(expect.arrayContaining(['faulty.faulty.pdf', 'faulty.pdf']))
  expect(Buffer.compare(await read('faulty'), before)).toBe(0)
  await build('faulty', {})
  expect(await readdir(join(folder, 'faulty'))).not.toContain('faulty.faulty.pdf')
})

test('a PDF that lacks a word here or there is put in its place, and that is told', async () => {
  const { findings } = await build('wordless', { template: await hiding('wordless', '.slide .flow') })
  expect(findings.filter(({ code }) => code.startsWith('pdf-'))).toMatchObject([
    {
      code: 'pdf-flaw',
      severity: 'warning',
      message: expect.stringMatching(/^wordless\.pdf .*: «.*» can't be found on page 2, and \d more faults/),
    },
  ])
  expect(await readdir(join(folder, 'wordless'))).not.toContain('wordless.faulty.pdf')
  expect(pdfFacts(await read('wordless')).pages).toBeGreaterThan(3)
})

const sections = [
  'Enhancing the responsiveness of large pages with Flexbox and Grid',
  'Rindfleischetikettierungsüberwachungsaufgabe',
  '云原生边缘计算在大规模生产环境中的实践与思考以及对未来五年技术发展趋势的展望',
  ...'ABCDE',
]
const notFaulty: Readonly<Record<string, string>> = {
  'labels that end after two lines': sections
    .map((title) => `## ${title}\n\n### One\n- x\n\n### Two\n- y`)
    .join('\n\n'),
  'letters with marks of their own': 'cafe\u0301 Vie\u0323\u0302t nai\u0308ve か\u3099 ｶﾞ',
  'signs alone': '## 🎉\n\n🚀\n\n## ???\n\n…',
  'joined and divided letters': `${'office waﬄe aﬀluent in\u00adcompre\u00adhensi\u00adbili\u00adties su\u200bper '.repeat(40)}`,
  'words from right to left': '## שלום Kubernetes 2018\n\nשלום עולם hello עולם 123 abc\n\n- one שלום',
  'a word longer than a slide': `${'a1b2c3d4e5'.repeat(200)}\n\n${'state-of-the-art-'.repeat(60)}`,
}

test.each(Object.entries(notFaulty))('%s are no fault of a PDF', async (name, text) => {
  const notes = join(folder, `${name}.md`)
  await writeFile(notes, `# 🎉\n\n${text}\n`)
  const formats = { ...noFormats, pdf: true, handouts: ['notes', 'article'] as const }
  const request = { notes, name: 'right', folder: join(folder, name), formats, offline: true, refresh: false }
  for await (const { findings, files } of buildDecks([request], {})) {
    expect(findings.filter(({ code }) => code.startsWith('pdf-'))).toEqual([])
    expect(files).toHaveLength(3)
  }
})

test('what no font at hand draws is told by itself, and keeps no PDF aside', async () => {
  const name = 'boxes'
  const notes = join(folder, `${name}.md`)
  await writeFile(notes, '# 𠮷\n\n## 안녕하세요\n\nwords\n\n## สวัสดี\n\n## 원생 Kube\n')
  const formats = { ...noFormats, pdf: true }
  const request = { notes, name, folder: join(folder, name), formats, offline: true, refresh: false }
  for await (const { findings, files } of buildDecks([request], {})) {
    expect(findings.map(({ code }) => code)).toContain('glyph-missing')
    expect(findings.filter(({ code }) => code === 'pdf-fault')).toEqual([])
    expect(files).toEqual([join(folder, name, `${name}.pdf`)])
  }
})
