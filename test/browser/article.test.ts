/** The article of several notes, printed in a real browser: all words, true contents, nothing cut that should be whole. */
import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { openDeck } from '../../src/browser/openDeck.js'
import type { RunningBrowser } from '../../src/browser/start.js'
import { saidWords } from '../../src/check/saidWords.js'
import { wordsIn } from '../../src/check/wordList.js'
import { articlePdf } from '../../src/formats/article.js'
import { noFormats } from '../../src/model/format.js'
import { type BuiltDeck, buildDecks, planNotes } from '../../src/pipeline.js'
import { type PdfFacts, pdfFacts } from '../pdf/pdfFacts.js'
import { atWork } from './atWork.js'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

let browser: RunningBrowser
let out: string
beforeAll(async () => {
  const work = await atWork()
  browser = work.browser
  out = work.folder
  return work.end
})

async function make(notes: string, settings: Readonly<Record<string, unknown>> = {}): Promise<BuiltDeck> {
  const name = basename(notes, '.md')
  const folder = await mkdtemp(join(out, `${name}-`))
  const formats = { ...noFormats, handouts: ['article' as const] }
  const request = { notes, name, folder, formats, offline: true, refresh: false, settings }
  for await (const deck of buildDecks([request], {})) return deck
  throw new Error('nothing was built')
}

const textOf = (pdf: string, ...pages: readonly string[]): string =>
  execFileSync('pdftotext', ['-raw', ...pages, pdf, '-'], { encoding: 'utf8' })
const solid = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase()

/** Words of the notes that are not in the PDF; those that break over lines or pages come back in pieces. */
async function lostWords(notes: string, pdf: string): Promise<readonly string[]> {
  const text = textOf(pdf)
  const found = new Set(wordsIn(text))
  const whole = solid(text)
  const { deck } = await planNotes({ notes })
  const shown = deck.slides.map((slide) => ({ ...slide, speakerNotes: [] }))
  return [...saidWords({ ...deck, slides: shown }).keys()].filter(
    (word) => !found.has(word) && !whole.includes(solid(word)),
  )
}

/** Two days in two languages, with links, code, a table, a quotation and remarks, over many pages. */
function longNotes(): string {
  const chinese = '云原生让团队可以在公有云、私有云和混合云里构建、运行可以弹性扩展的应用，'
  const english = 'A service mesh moves retries, timeouts and encryption out of the code and into the platform. '
  const talks = Array.from({ length: 12 }, (_, at) =>
    [
      `## ${at % 2 ? `Talk number ${at}` : `第${at}场演讲`}`,
      `${chinese.repeat(3 + (at % 4))}见[文档${at}](https://example.com/docs/${at})。`,
      english.repeat(2 + (at % 5)),
      at % 3 ? `- 要点 ${at}\n- point [link](https://example.org/${at})` : `> ${english}`,
      at % 4 ? '' : `\`\`\`yaml\n${Array.from({ length: 24 }, (_, line) => `key${line}: ${at}`).join('\n')}\n\`\`\``,
      at % 4 === 2 ? `| 项目 | stars |\n|---|---|\n${'| harbor | 5512 |\n'.repeat(9)}` : '',
      at % 5 ? '' : '<!-- 这里讲慢一点 -->',
      at % 3
        ? ''
        : `正文[^note-${at}]，again[^note-0].\n\n[^note-${at}]: Footnote text ${at}, [its page](https://example.net/f).`,
    ].join('\n\n'),
  )
  const days = [0, 6].map((from, day) => [`# Day ${day + 1}`, ...talks.slice(from, from + 6)].join('\n\n'))
  return `---\ntitle: 两天 in two languages\nevent: SomeCon\ndate: 2024-08-21\n---\n\n${days.join('\n\n')}\n`
}

describe.each([here('../../notes/kubecon-china-2018.md'), here('decks/blocks.md')])('%s', (notes) => {
  let built: BuiltDeck
  let pdf: string
  beforeAll(async () => {
    built = await make(notes)
    pdf = built.files[0] ?? ''
  })

  test('every word is read back', async () => {
    expect(basename(pdf)).toBe(`${basename(notes, '.md')}-article.pdf`)
    expect(await lostWords(notes, pdf)).toEqual([])
  })

  test('it is a sound PDF: tags, bookmarks, links that lead somewhere, fonts of our own', async () => {
    const facts = pdfFacts(await readFile(pdf))
    expect(facts).toMatchObject({ title: built.title, tagged: true, labels: true })
    expect(facts.fonts.filter(({ type, embedded }) => type === 'Type3' || !embedded)).toEqual([])
    expect(facts.links.length).toBeGreaterThan(0)
    expect(facts.links.filter(({ alive }) => !alive)).toEqual([])
    expect(facts.outline[0]).toEqual({ title: built.title, level: 1, page: 1 })
  })
})

test('one address in a paragraph has one number, and one footnote on each page that refers to it', async () => {
  const notes = join(out, 'twice.md')
  const paragraphs = Array.from({ length: 30 }, (_, at) => {
    const address = `https://example.com/${at}x`
    return `[Start${at}x](${address}) ${'with some words, '.repeat(30)} [end${at}x](${address}).`
  })
  await writeFile(notes, `# T\n\n${paragraphs.join('\n\n')}\n`)
  const pdf = (await make(notes)).files[0] ?? ''
  const { pages } = pdfFacts(await readFile(pdf))
  const texts = Array.from({ length: pages }, (_, at) => solid(textOf(pdf, '-f', String(at + 1), '-l', String(at + 1))))
  const counts = paragraphs.map((_, at) => {
    const told = texts.map((text) => text.split(`https://example.com/${at}x${at + 1}`).length - 1)
    expect(told).toEqual(texts.map((text) => Number(text.includes(`start${at}x`) || text.includes(`end${at}x`))))
    return told.filter(Boolean).length
  })
  // Some paragraph is torn.
  expect(new Set(counts)).toEqual(new Set([1, 2]))
})

test('marks side by side do not read as one number', async () => {
  const notes = join(out, 'marks.md')
  await writeFile(notes, '# T\n\nText[^a][^b] and [link](https://example.com/x)[^b].\n\n[^a]: A.\n\n[^b]: B.\n')
  const text = textOf((await make(notes)).files[0] ?? '').replace(/\s+/g, '')
  // They are raised: pdftotext reads them as a line of their own.
  expect(text).toContain('1,23,2')
})

describe('a long article', () => {
  let notes: string
  let pdf: string
  let facts: PdfFacts
  beforeAll(async () => {
    notes = join(out, 'long.md')
    await writeFile(notes, longNotes())
    pdf = (await make(notes)).files[0] ?? ''
    facts = pdfFacts(await readFile(pdf))
  })

  test('every word is read back, and every address', async () => {
    expect(await lostWords(notes, pdf)).toEqual([])
    const whole = solid(textOf(pdf))
    const addresses = [...longNotes().matchAll(/\((https:[^)]+)\)/g)].map(([, address = '']) => address)
    expect(addresses.filter((address) => !whole.includes(address))).toEqual([])
  })

  test('footnotes of the notes stand with the addresses, each once', () => {
    const whole = textOf(pdf).replace(/\s+/g, ' ')
    const foots = [...whole.matchAll(/Footnote text (\d+), its page \(https:\/\/example\.net\/f\)/g)]
    expect(foots.map(([, at]) => at)).toEqual(['0', '3', '6', '9'])
  })

  test('contents and bookmarks name the pages that headings stand on', () => {
    expect(facts.pages).toBeGreaterThan(3)
    const contents = new Map(
      textOf(pdf, '-l', '1')
        .split('\n')
        .flatMap((line) => {
          const [, title, page] = /^(.+?)\s(\d+)$/.exec(line) ?? []
          return title === undefined ? [] : [[solid(title), Number(page)] as const]
        }),
    )
    const headings = facts.outline.filter(({ level, title }) => level === 2 || title.startsWith('Day'))
    expect(headings).toHaveLength(14)
    for (const { title, page } of headings) {
      expect(contents.get(solid(title)), title).toBe(page)
      expect(solid(textOf(pdf, '-f', `${page}`, '-l', `${page}`)), title).toContain(solid(title))
    }
  })

  test('two builds are the same bytes', async () => {
    const again = (await make(notes)).files[0] ?? ''
    expect((await readFile(again)).equals(await readFile(pdf))).toBe(true)
  })

  test.each([{ paper: 'a4' }, { paper: 'letter', orientation: 'landscape', binding: 'left' }])(
    'on paper %o, text keeps to its page, footnotes to their text, headings to what follows',
    async (settings) => {
      const built = await make(notes, settings)
      const { index } = built
      const report = await openDeck(browser, `${pathToFileURL(index).href}?print`)
      const planned = await planNotes({ notes, settings })
      const address = pathToFileURL(index).href
      const source = { ...planned, name: 'long', address, pictures: new Map(), missing: '' }
      for await (const made of articlePdf({ browser, report }, source)) expect(made).toHaveProperty('file')
      expect(await faultsOnPaper()).toEqual([])
    },
  )

  test('a cover comes first, and is counted', async () => {
    const covered = (await make(notes, { cover: true })).files[0] ?? ''
    const { pages, outline } = pdfFacts(await readFile(covered))
    expect(pages).toBe(facts.pages + 1)
    expect(outline.map(({ page }) => page)).toEqual(facts.outline.map(({ page }) => page + 1))
  })

  test('what brief slides leave to the speaker is said in full, where the notes say it', async () => {
    const brief = (await make(notes, { density: 'brief' })).files[0] ?? ''
    expect(textOf(brief)).toBe(textOf(pdf))
  })
})

/** Lays all sheets at once, as print would, and measures them. */
async function faultsOnPaper(): Promise<readonly string[]> {
  const { page } = browser
  await page.emulateMediaType('print')
  const faults = await page.evaluate<[], () => readonly string[]>(`(() => {
    const paper = talkbackArticle.paper()
    talkback.lay(paper)
    talkback.put(0, paper.pages)
    const faults = []
    document.querySelectorAll('.sheet').forEach((sheet, index) => {
      const say = (what) => faults.push('page ' + (index + 1) + ': ' + what)
      const body = sheet.querySelector('.article-body').getBoundingClientRect()
      const text = sheet.querySelector('.article-text')
      const notes = sheet.querySelector('.article-notes')
      const end = notes ? notes.getBoundingClientRect() : { top: body.bottom, bottom: body.bottom }
      const low = Math.max(...[...text.querySelectorAll('*')].map((each) => each.getBoundingClientRect().bottom))
      if (low > end.top + 1) say('text reaches into what is below it')
      if (end.bottom > body.bottom + 1) say('the foot sticks out')
      const right = body.right + 1
      if ([...text.querySelectorAll('*')].some((each) => each.getBoundingClientRect().right > right)) say('text sticks out at the right')
      const marks = [...text.querySelectorAll('.mark')].map((mark) => Number(mark.textContent)).sort((a, b) => a - b).join()
      const numbers = [...(notes?.querySelectorAll('.article-note-number') ?? [])].map((each) => each.textContent).join()
      if (marks !== numbers) say('marks ' + marks + ', footnotes ' + numbers)
      if (text.lastElementChild.matches('h1, h2, h3, h4, h5, h6')) say('a heading is left alone')
    })
    return faults
  })()`)
  await page.emulateMediaType()
  return faults
}

test('no last line of Chinese is a lone character', async () => {
  const notes = join(out, 'lone.md')
  const long = Array.from({ length: 45 }, (_, at) => `${'云'.repeat(30 + at)}。`)
  await writeFile(notes, `# 一\n\n## 二\n\n${long.join('\n\n')}\n\n${long.map((text) => `- ${text}`).join('\n')}\n`)
  const lines = textOf((await make(notes)).files[0] ?? '').split('\n')
  expect(lines.filter((line) => /云{20}/.test(line)).length).toBeGreaterThan(90)
  expect(lines.filter((line) => /^云?。$/.test(line.trim()))).toEqual([])
})

test('an item’s line is on the same page as the table below it', async () => {
  const notes = join(out, 'items.md')
  const numbers = Array.from({ length: 40 }, (_, at) => at)
  const steps = numbers.map((at) => {
    const filler = Array.from({ length: at % 7 }, (_, line) => `Line ${line}.`).join('\n\n')
    const table = `   | Key | Value |\n   |---|---|\n   | Key${at}x | 1 |\n   | b | 2 |`
    return `${filler}\n\n1. Install\n2. Config${at}x \`a.yaml\`\n\n${table}\n3. Start`
  })
  await writeFile(notes, `# T\n\n## Steps\n\n${steps.join('\n\n')}\n`)
  const pages = textOf((await make(notes)).files[0] ?? '').split('\f')
  const pageOf = (word: string) => pages.findIndex((page) => page.includes(word))
  expect(numbers.filter((at) => pageOf(`Config${at}x`) !== pageOf(`Key${at}x`))).toEqual([])
})

test('Chinese before a long address is not spread over its line', async () => {
  const notes = join(out, 'address.md')
  const said = `${'云'.repeat(45)}作者在第二版里讲过`
  await writeFile(
    notes,
    `# 一\n\n## 二\n\n${said} https://example.com/${'longaddress'.repeat(5)}end\n\n${'中文。'.repeat(60)}\n`,
  )
  expect(textOf((await make(notes)).files[0] ?? '')).toContain('第二版')
})
