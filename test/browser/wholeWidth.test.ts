/** Texts and tables that use the whole width of their sheets: read back as words in their places. */
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noFormats } from '../../src/model/format.js'
import { buildDecks } from '../../src/pipeline.js'
import { placedWords, type Word } from './placedWords.js'

const numbered = (word: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${word}${String(index).padStart(4, '0')}`)

const said = numbered('said', 1600)
const columns = ['Component', 'Maintainer', 'Availability', 'Throughput', 'Configuration', 'Deployment', 'Observation']
const notes = `# Talk

## A table

| ${columns.join(' | ')} |
|${columns.map(() => '---').join('|')}|
| ${columns.map((_, index) => `cell${index}`).join(' | ')} |

## A quotation

> Words of somebody, which a slide shows well.

## Remarks

| ${[...columns.map((column) => column.slice(0, 7)), 'Remarks'].join(' | ')} |
|${'---|'.repeat(columns.length + 1)}
| ${columns.map((_, index) => `left${index}`).join(' | ')} | ${numbered('re', 12).join(' ')} |

## A speech

One sentence is shown.

<aside class="notes">${said.join(' ')}</aside>
`

const MM = 72 / 25.4
const margin = 16 * MM

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talkback-test-'))
  await writeFile(join(folder, 'wide.md'), notes)
})
afterAll(() => rm(folder, { recursive: true }))

async function handoutOf(orientation: 'portrait' | 'landscape', kind: 'notes' | 'article' = 'notes'): Promise<string> {
  const formats = { ...noFormats, handouts: [kind] }
  const name = `${kind}-${orientation}`
  const deck = { notes: join(folder, 'wide.md'), name, folder: join(folder, name) }
  const request = { ...deck, offline: true, refresh: false, formats, settings: { orientation } }
  for await (const { files } of buildDecks([request], {})) return files[0] ?? ''
  throw new Error('nothing was built')
}

describe.each([
  ['portrait', 210],
  ['landscape', 297],
] as const)('%s', (orientation, millimetres) => {
  const width = millimetres * MM
  let words: readonly Word[]
  let raw: string
  beforeAll(async () => {
    const path = await handoutOf(orientation)
    words = placedWords(path)
    raw = execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' })
  })

  test('what goes on stands in two columns over the whole width, to be read down the one and then the other', () => {
    const speech = words.filter(({ text }) => text.startsWith('said'))
    // Read aloud, and by whoever reads down the columns.
    expect(raw.match(/said\d+/g)).toEqual(said)
    const column = ({ page, left }: Word) => page * 2 + (left > width / 2 ? 1 : 0)
    const down = speech.toSorted((a, b) => column(a) - column(b) || Math.round(a.top - b.top) || a.left - b.left)
    expect(down.map(({ text }) => text)).toEqual(said)
    const last = speech.at(-1)?.page ?? 0
    const pages = [...new Set(speech.map(({ page }) => page))].filter((page) => page > (speech[0]?.page ?? 0))
    expect(pages.length).toBeGreaterThan(0)
    for (const page of pages) {
      const here = speech.filter((word) => word.page === page)
      const [left, right] = [here.filter((word) => word.left < width / 2), here.filter((word) => word.left > width / 2)]
      expect(Math.min(...here.map((word) => word.left))).toBeLessThan(margin + 12)
      expect(Math.max(...here.map((word) => word.right))).toBeGreaterThan(width - margin - 60)
      // No column is longer than the other by more than a few lines, even on the last sheet.
      const feet = [left, right].map((column) => Math.max(...column.map(({ bottom }) => bottom)))
      if (page < last) expect(Math.abs((feet[0] ?? 0) - (feet[1] ?? 0))).toBeLessThan(30)
    }
  })

  test('a table that has no room in a column has the whole sheet, and no word of it is torn', () => {
    for (const column of columns) expect(words.map(({ text }) => text)).toContain(column)
    const cells = words.filter(({ text }) => /^cell\d$/.test(text))
    const onPaper = cells.filter(({ top, bottom }) => bottom - top > 8)
    const span = Math.max(...onPaper.map(({ right }) => right)) - Math.min(...onPaper.map(({ left }) => left))
    if (orientation === 'portrait') expect(span).toBeGreaterThan((width - 2 * margin) * 0.75)
  })
})

test('in the article, a table that the text would squeeze has the whole sheet, and no slide stands over it', async () => {
  const words = placedWords(await handoutOf('portrait', 'article'))
  const remarks = words.filter(({ text }) => text.match(/^re\d/))
  const lines = new Set(remarks.map(({ top }) => Math.round(top)))
  expect(remarks).toHaveLength(12)
  expect(lines.size).toBeLessThan(8)
  const [page, top, bottom] = [remarks[0]?.page, Math.min(...lines), Math.max(...lines) + 10]
  const left = Math.min(...remarks.map((word) => word.left))
  const over = words.filter((word) => word.page === page && word.top > top && word.bottom < bottom && word.left > left)
  expect(over.filter(({ text }) => !text.match(/^re\d/))).toEqual([])
})
