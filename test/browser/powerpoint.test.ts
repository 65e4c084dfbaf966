/** Real decks as .pptx: what is on their slides, what programs would have to repair, and how LibreOffice reads them. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser } from '../../src/browser/find.js'
import { openDeck } from '../../src/browser/openDeck.js'
import { type RunningBrowser, startBrowser } from '../../src/browser/start.js'
import { saidWords } from '../../src/check/saidWords.js'
import { wordsIn } from '../../src/check/wordList.js'
import { powerpoint } from '../../src/formats/powerpoint.js'
import { slidesPdf } from '../../src/formats/slides.js'
import type { Format, FormatSource } from '../../src/formats/source.js'
import { wholeOf } from '../../src/model/content.js'
import type { FitReport } from '../../src/model/fitted.js'
import { noFormats } from '../../src/model/format.js'
import { buildDecks, planNotes } from '../../src/pipeline.js'
import { accessFaults, type PptxFacts, pptxFacts, pptxFaults, shapesIn } from '../pptx/pptxFacts.js'

const notes = `---
title: 现场笔记 & notes
author: 李四
event: Some Conference 2018
logo: logo.svg
---
# 现场笔记 & notes

## Day 1

### 清单 and lists

3. 第三点
   - inside, with \`code\` and **粗体**
   - [out](https://example.org/a?b=1&c=2) and [on](#a-table)
4. the fourth

<aside class="notes">Say hello to everyone.</aside>

### Code

\`\`\`yaml
kind: Pod # 版本
metadata:

  name: harbor
\`\`\`

## Day 2

### A table

| Project | Stars |
|---|---:|
| harbor | 5512 |
| 镜像 | 2911 |

### A title that is so long that it takes all of two lines, which fonts that run wider make three of them

- We shipped 🚀 on Friday and nobody slept 😴 until Monday
- A family 👨‍👩‍👧‍👦 from 🇨🇳, thumbs 👍🏽 up, press 1️⃣ then
- 云原生 🚀 大会 👨‍👩‍👧‍👦 很好 ✅ 结束

### A picture

![Growth over five years](chart.svg)
`
const drawing = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200"><path fill="${colour}" d="M0 0h400v200H0z"/></svg>`
/** Colours that run into each other are nothing that a slide can say. */
const template = '.deck [data-kind="title"] .frame { background-image: linear-gradient(90deg, #eef, #fee); }'

let browser: RunningBrowser
let out: string
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'talkback-test-'))
  await mkdir(join(out, 'ours'))
  await Promise.all([
    writeFile(join(out, 'notes.md'), notes),
    writeFile(join(out, 'logo.svg'), drawing('#00f')),
    writeFile(join(out, 'chart.svg'), drawing('#f00')),
    writeFile(join(out, 'ours', 'template.yaml'), 'name: ours\nextends: night\n'),
    writeFile(join(out, 'ours', 'theme.css'), template),
  ])
  browser = await startBrowser(await findBrowser())
})
afterAll(async () => {
  await browser.close()
  await rm(out, { recursive: true })
})

interface OpenedDeck {
  /** Every word that its slides say. */
  readonly words: readonly string[]
  readonly folder: string
  readonly report: FitReport
  readonly make: (format: Format) => Promise<Uint8Array>
}

async function open(name: string, settings: Readonly<Record<string, string>>): Promise<OpenedDeck> {
  const folder = join(out, name)
  const request = {
    notes: join(out, 'notes.md'),
    name,
    folder,
    formats: noFormats,
    offline: true,
    refresh: false,
    settings,
  }
  for await (const { index } of buildDecks([request], {})) {
    const planned = await planNotes(request)
    const address = `${pathToFileURL(index).href}?print`
    const report = await openDeck(browser, address)
    const source: FormatSource = { name, ...planned, pictures: new Map(), missing: '', address }
    const make = async (format: Format): Promise<Uint8Array> => {
      for await (const made of format({ browser, report }, source))
        if ('file' in made && typeof made.file.content !== 'string') return wholeOf(made.file.content)
      throw new Error('nothing was made')
    }
    const shown = planned.deck.slides.map((slide) => ({ ...slide, speakerNotes: [] }))
    const words = [...saidWords({ ...planned.deck, slides: shown }).keys()]
    return { words, folder, report, make }
  }
  throw new Error('nothing was built')
}

const hasOffice = spawnSync('soffice', ['--version']).status === 0

interface OfficeReading {
  /** Text of each page. */
  readonly pages: readonly string[]
  /** Where its words are. */
  readonly boxes: string
  /** Fonts it is drawn with. */
  readonly fonts: string
}

/**
 * A file as LibreOffice shows it, by way of a PDF.
 *
 * @param given whether it has the fonts that travel with the file. Versions before 25.8 leave those in files of this kind where
 * they are: they are laid out for it as if it had unpacked them.
 */
async function readInOffice(bytes: Uint8Array, given: boolean): Promise<OfficeReading> {
  const work = await mkdtemp(join(out, 'office-'))
  await writeFile(join(work, 'deck.pptx'), bytes)
  await mkdir(join(work, 'fonts'))
  for (const [path, file] of given ? pptxFacts(bytes).files : []) {
    if (!path.endsWith('.fntdata')) continue
    const size = Buffer.from(file).readUInt32LE(4)
    await writeFile(join(work, 'fonts', `${basename(path)}.ttf`), file.subarray(-size))
  }
  const config = `<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>${work}/fonts</dir></fontconfig>`
  await writeFile(join(work, 'fonts.conf'), config)
  const profile = `-env:UserInstallation=${pathToFileURL(join(work, 'profile')).href}`
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', work, join(work, 'deck.pptx')], {
    env: { ...process.env, FONTCONFIG_FILE: join(work, 'fonts.conf') },
    stdio: 'ignore',
  })
  const text = (...flags: readonly string[]): string =>
    execFileSync('pdftotext', [...flags, join(work, 'deck.pdf'), '-'], { encoding: 'utf8' })
  const fonts = execFileSync('pdffonts', [join(work, 'deck.pdf')], { encoding: 'utf8' })
  return { pages: text('-raw').split('\f').slice(0, -1), boxes: text('-bbox'), fonts }
}

interface PlacedWord {
  readonly page: number
  readonly text: string
  readonly box: readonly [left: number, top: number, right: number, bottom: number]
}

function placedIn(boxes: string): readonly PlacedWord[] {
  return boxes.split('<page ').flatMap((page, number) =>
    [...page.matchAll(/<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)</g)].map(
      ([, left, top, right, bottom, text = '']) => ({
        page: number,
        text,
        box: [Number(left), Number(top), Number(right), footOf(text, Number(top), Number(bottom))] as const,
      }),
    ),
  )
}

/** Boxes are as high as their font: below figures is room that no letter takes, and on a cover a line of small print. */
const footOf = (text: string, top: number, bottom: number): number =>
  /^\d+$/.test(text) ? bottom - (bottom - top) * BELOW_FIGURES : bottom
const BELOW_FIGURES = 0.2

/** Words that nobody can read for another: more than half a line of each lies over the other. */
function collisions(words: readonly PlacedWord[]): readonly string[] {
  const [left, top, right, bottom] = [0, 1, 2, 3] as const
  return words.flatMap((one, index) =>
    words.slice(index + 1).flatMap((other) => {
      if (one.page !== other.page) return []
      const wide = Math.min(one.box[right], other.box[right]) - Math.max(one.box[left], other.box[left])
      const high = Math.min(one.box[bottom], other.box[bottom]) - Math.max(one.box[top], other.box[top])
      const line = Math.min(one.box[bottom] - one.box[top], other.box[bottom] - other.box[top])
      return wide > 1 && high > line / 2 ? [`page ${one.page}: ${one.text} over ${other.text}`] : []
    }),
  )
}

/** What turns a sign into an emoji is lost where no font has the emoji. */
const solid = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s|\ufe0f|\u20e3/gu, '')
    .toLowerCase()

describe.each([
  ['report', '16:9'],
  ['./ours', '4:3'],
])('%s at %s', (look, canvas) => {
  let deck: OpenedDeck
  let facts: PptxFacts
  let bytes: Uint8Array
  beforeAll(async () => {
    const chosen = look === 'report' ? look : join(out, 'ours')
    deck = await open(`deck-${canvas.replace(':', 'x')}`, { template: chosen, canvas })
    bytes = await deck.make(powerpoint)
    facts = pptxFacts(bytes)
  })

  test('is a file that needs no repair, with a slide for each', () => {
    expect(pptxFaults(facts)).toEqual([])
    expect(accessFaults(facts)).toEqual([])
    expect(facts.slides).toHaveLength(deck.report.slides.length)
  })

  test('says every word of the slides', () => {
    const said = solid(facts.slides.flatMap(({ paragraphs, alts }) => [...paragraphs, ...alts]).join('\n'))
    expect(deck.words.length).toBeGreaterThan(30)
    expect(deck.words.filter((word) => !said.includes(solid(word)))).toEqual([])
  })

  test('has lists, code, tables, pictures and notes to edit, and links that lead somewhere', () => {
    const titled = (title: string) => facts.slides.find((slide) => slide.title === title)
    const list = titled('清单 and lists')
    expect(list?.paragraphs).toEqual(
      expect.arrayContaining(['第三点', 'inside, with code and 粗体', 'out and on', 'the fourth']),
    )
    expect(list?.xml).toContain('<a:buAutoNum type="arabicPeriod" startAt="3"/>')
    expect(list?.xml).toMatch(/lvl="1"[^>]*>.*?<a:buChar/)
    expect(list?.notes.join(' ')).toContain('Say hello to everyone.')
    const table = facts.slides.findIndex(({ title }) => title === 'A table') + 1
    expect(list?.links).toEqual(['https://example.org/a?b=1&c=2', `slide${table}`])
    expect(titled('Code')?.paragraphs).toEqual(
      expect.arrayContaining(['kind: Pod # 版本', 'metadata:', '', '  name: harbor']),
    )
    expect(titled('A table')?.xml.match(/<a:tc>/g)).toHaveLength(6)
    expect(titled('A picture')?.alts).toContain('Growth over five years')
    expect(titled('A picture')?.xml).toContain('svgBlip')
  })

  test('titles of several lines have no narrower box than a slide has room, whatever ends their lines', () => {
    const widths = facts.slides.flatMap(({ xml }) => {
      const [title = ''] = shapesIn(xml).filter((shape) => shape.includes('<p:ph type="title"'))
      return title.includes('takes all of two') ? [Number(/<a:ext cx="(\d+)"/.exec(title)?.[1])] : []
    })
    expect(widths).toHaveLength(1)
    expect(Math.min(...widths)).toBeGreaterThan(0.75 * 12_192_000)
  })

  test('every slide has its title as a title, and shows no more than is on the slide', () => {
    const titles = facts.slides.map(({ title }) => title)
    expect(titles.filter((title) => !title)).toEqual([])
    const shapes = facts.slides.flatMap(({ xml }) => shapesIn(xml))
    const [, width = 0, height = 0] =
      /<p:sldSz cx="(\d+)" cy="(\d+)"/.exec(facts.text('ppt/presentation.xml'))?.map(Number) ?? []
    expect([width, height]).toEqual([12_192_000, canvas === '4:3' ? 9_144_000 : 6_858_000])
    const outside = shapes.filter((shape) => {
      const [, x = 0, y = 0, cx = 0, cy = 0] =
        /<a:off x="(-?\d+)" y="(-?\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"/.exec(shape)?.map(Number) ?? []
      return x < 0 || y < 0 || x + cx > width || y + cy > height
    })
    expect(outside).toEqual([])
  })

  test('two files are the same bytes, and the page is left as it was', async () => {
    const before = await deck.make(slidesPdf)
    expect(Buffer.from(await deck.make(powerpoint)).equals(bytes)).toBe(true)
    expect(Buffer.from(await deck.make(slidesPdf)).equals(before)).toBe(true)
  })

  test.skipIf(!hasOffice)(
    'LibreOffice shows every word of every slide, and none beyond its edge (needs soffice)',
    async () => {
      const { pages, boxes, fonts } = await readInOffice(bytes, true)
      expect(fonts).toMatch(/IBMPlexSans.*NotoSansSC|NotoSansSC.*IBMPlexSans/s)
      expect(fonts).toContain('IBMPlexMono')
      expect(pages).toHaveLength(facts.slides.length)
      const lost = facts.slides.flatMap(({ paragraphs }, index) =>
        paragraphs.flatMap(wordsIn).filter((word) => !solid(pages[index] ?? '').includes(solid(word))),
      )
      expect(lost).toEqual([])
      const [, width = 0, height = 0] = /<page width="([\d.]+)" height="([\d.]+)"/.exec(boxes)?.map(Number) ?? []
      const words = placedIn(boxes)
      expect(words.length).toBeGreaterThan(20)
      expect(words.filter(({ box: [left, , right, bottom] }) => left < 0 || right > width || bottom > height)).toEqual(
        [],
      )
      // What no font of the machine draws has a place, but no size.
      expect(collisions(words.filter(({ text }) => /^[\p{L}\p{N}\p{P}]+$/u.test(text)))).toEqual([])
    },
  )

  test.skipIf(!hasOffice)('without the fonts that travel nothing lies over anything else (needs soffice)', async () => {
    const { pages, boxes, fonts } = await readInOffice(bytes, false)
    expect(fonts).not.toContain('IBMPlex')
    const lost = facts.slides.flatMap(({ paragraphs }, index) =>
      paragraphs
        .flatMap(wordsIn)
        .filter((word) => /^[a-z]+$/i.test(word) && !solid(pages[index] ?? '').includes(solid(word))),
    )
    expect(lost).toEqual([])
    expect(collisions(placedIn(boxes).filter(({ text }) => /^[!-~]+$/.test(text)))).toEqual([])
  })
})

test('what only a browser can draw becomes a picture', async () => {
  const deck = await open('gradient', { template: join(out, 'ours') })
  const [first] = pptxFacts(await deck.make(powerpoint)).slides
  expect(first?.xml).toContain('<p:pic>')
  expect(first?.title).toBe('现场笔记 & notes')
})

test('a font of the user’s own keeps its name', async () => {
  const font = fileURLToPath(
    import.meta.resolve('@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2'),
  )
  await writeFile(join(out, 'own.woff2'), await readFile(font))
  const deck = await open('own', { font: join(out, 'own.woff2') })
  expect(pptxFacts(await deck.make(powerpoint)).text('ppt/theme/theme1.xml')).toMatch(
    /<a:latin typeface="IBM Plex Mono"/,
  )
})
