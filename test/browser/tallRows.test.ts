/** Tables whose rows or heads no slide can hold: torn across their cells, with nothing clipped and no slide of a head alone. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser } from '../../src/browser/find.js'
import { openDeck } from '../../src/browser/openDeck.js'
import { type RunningBrowser, startBrowser } from '../../src/browser/start.js'
import type { FitReport } from '../../src/model/fitted.js'
import { noFormats } from '../../src/model/format.js'
import { buildDecks } from '../../src/pipeline.js'

const numbered = (word: string, count: number): string =>
  Array.from({ length: count }, (_, index) => `${word}${String(index).padStart(3, '0')}`).join(' ')

const notes = `# Tables

## A tall row

| Name | Says | 说明 |
|---|---|---|
| first | short | 短 |
| second | ${numbered('row', 260)} | ${'很长的中文说明'.repeat(30)} |
| third | short | 短 |

## A head of more than half a slide

| ${numbered('half', 170)} | B |
|---|---|
${'| one | two |\n'.repeat(9)}

## A head taller than a slide

| ${numbered('head', 260)} | B |
|---|---|
| one | two |
`

let browser: RunningBrowser
let out: string
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'talkback-test-'))
  await writeFile(join(out, 'tall.md'), notes)
  browser = await startBrowser(await findBrowser())
})
afterAll(async () => {
  await browser.close()
  await rm(out, { recursive: true })
})

async function open(settings: Readonly<Record<string, string>>): Promise<FitReport> {
  const folder = join(out, Object.values(settings).join('-').replaceAll(':', 'x'))
  const request = {
    notes: join(out, 'tall.md'),
    name: 'tall',
    folder,
    formats: noFormats,
    offline: true,
    refresh: false,
  }
  for await (const { index } of buildDecks([{ ...request, settings }], {}))
    return openDeck(browser, `${pathToFileURL(index).href}?print`)
  throw new Error('nothing was built')
}

interface Part {
  readonly title: string
  readonly head: string
  readonly body: string
  readonly edges: readonly number[]
}

const partsInPage = (): Promise<readonly Part[]> =>
  browser.page.evaluate<[], () => readonly Part[]>(`talkback.slides.flatMap((slide) => {
    const table = slide.querySelector('table')
    if (!table) return []
    const said = (rows) => rows.map((row) => row.textContent).join(' ')
    return [{
      title: slide.querySelector('.title').textContent,
      head: said([...(table.tHead?.rows ?? [])]),
      body: said([...table.tBodies[0].rows]),
      edges: [...table.rows[0].cells].map((cell) => Math.round(cell.getBoundingClientRect().left)),
    }]
  })`)

describe.each([
  { template: 'report', canvas: '16:9' },
  { template: 'paper', canvas: '4:3' },
])('$template at $canvas', (settings) => {
  let report: FitReport
  let parts: readonly Part[]
  beforeAll(async () => {
    report = await open(settings)
    parts = await partsInPage()
  })
  const of = (title: string) => parts.filter((part) => part.title === title)

  test('nothing is clipped', () => {
    expect(report.slides.filter(({ overflow }) => overflow.x > 0 || overflow.y > 0)).toEqual([])
  })

  test('every part says something, and all of them everything, once', () => {
    expect(parts.filter(({ body }) => body.trim() === '')).toEqual([])
    const said = parts.map(({ body }) => body).join(' ')
    for (const [word, count] of [
      ['row', 260],
      ['half', 170],
      ['head', 260],
    ] as const)
      expect(said.match(new RegExp(`${word}\\d{3}`, 'g'))?.join(' ') ?? '').toBe(numbered(word, count))
  })

  test('columns stay where they are, and a low head is said again', () => {
    const rows = of('A tall row')
    expect(rows.length).toBeGreaterThan(1)
    expect(new Set(rows.map(({ edges }) => edges.join())).size).toBe(1)
    expect(rows.map(({ head }) => head)).toEqual(rows.map(() => 'NameSays说明'))
    expect(
      of('A head taller than a slide')
        .map(({ head }) => head)
        .join(''),
    ).toBe('')
  })
})
