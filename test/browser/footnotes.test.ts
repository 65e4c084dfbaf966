/** Slides that are continued: each part has at its foot what its marks mean, and nothing is clipped for it. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { openDeck } from '../../src/browser/openDeck.js'
import type { RunningBrowser } from '../../src/browser/start.js'
import type { FitReport } from '../../src/model/fitted.js'
import { noFormats } from '../../src/model/format.js'
import { buildDecks } from '../../src/pipeline.js'
import { atWork } from './atWork.js'

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n')

const notes = `# Footnotes

## Load tests[^a]

| case | b[^b] |
|---|---|
${lines(5, (index) => `| ${index} | ${index === 0 ? '1[^c]' : index} |`)}

\`\`\`yaml
${lines(12, (index) => `key${index}: ${index}`)}
\`\`\`

[^a]: On a laptop.
[^b]: Median of five.
[^c]: Once.

## Many

${lines(30, (index) => `- Point ${index} of many[^m${index}]`)}

${lines(30, (index) => `[^m${index}]: What ${index} means`)}

## Said again

${lines(24, (index) => `${index + 1}. A point that calls the same one[^same]`)}

[^same]: ${'Said on every part of it, over a few lines. '.repeat(8)}

## Tall

Text[^tall]

${lines(12, (index) => `- Point ${index}`)}

[^tall]: ${'Taller than what is left of a slide. '.repeat(60)}
`

let browser: RunningBrowser
let out: string
beforeAll(async () => {
  const work = await atWork()
  browser = work.browser
  out = work.folder
  await writeFile(join(out, 'notes.md'), notes)
  return work.end
})

async function open(settings: Readonly<Record<string, string>>): Promise<FitReport> {
  const folder = join(out, Object.values(settings).join('-').replaceAll(':', 'x'))
  const request = { notes: join(out, 'notes.md'), name: 'notes', folder, formats: noFormats, offline: true }
  for await (const { index } of buildDecks([{ ...request, refresh: false, settings }], {}))
    return openDeck(browser, `${pathToFileURL(index).href}?print`)
  throw new Error('nothing was built')
}

interface Part {
  readonly title: string
  readonly marks: readonly string[]
  readonly notes: readonly string[]
}

const partsInPage = (): Promise<readonly Part[]> =>
  browser.page.evaluate<[], () => readonly Part[]>(`talkback.slides.map((slide) => ({
    title: slide.querySelector('.title')?.firstChild?.textContent ?? '',
    marks: [...new Set([...slide.querySelectorAll('.footnote-mark')].map((mark) => mark.textContent))],
    notes: [...slide.querySelectorAll('.flow > .footnote')].map((note) => note.dataset.footnote),
  }))`)

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

  test.each(['Load tests', 'Many', 'Said again'])('%s: every part has the footnotes that it refers to', (title) => {
    const own = parts.filter((part) => part.title === title)
    expect(own.length).toBeGreaterThan(1)
    for (const { marks, notes } of own) expect(notes).toEqual([...marks].sort((one, other) => +one - +other))
  })

  test('nothing is clipped', () => {
    expect(report.slides.filter(({ overflow }) => overflow.x > 0 || overflow.y > 0)).toEqual([])
  })
})
