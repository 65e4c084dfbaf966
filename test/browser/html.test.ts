/** HTML in notes on its ways out of the deck: what it means arrives in the PDF and in PowerPoint. */
import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { noFormats } from '../../src/model/format.js'
import { type BuiltDeck, buildDecks } from '../../src/pipeline.js'
import { pdfFacts } from '../pdf/pdfFacts.js'
import { pptxFacts, pptxFaults } from '../pptx/pptxFacts.js'
import { atWork } from './atWork.js'

const group = (name: string, rows: number): string =>
  Array.from({ length: rows }, (_, index) => {
    const first = index === 0 ? `<td rowspan="${rows}">${name}</td>` : ''
    return `<tr>${first}<td>${name} ${index}a</td><td>${name} ${index}b</td></tr>`
  }).join('\n')

const notes = `---
agenda: false
---
# HTML

## Powers

2<sup>10</sup> nodes, H<sub>2</sub>O, <ruby>漢<rt>かん</rt></ruby>

## Cells

| a | b |
|---|---|
| <ul><li>alpha</li><li>beta</li></ul> | <p>gamma</p><p>delta</p> |

## Groups

<table>
<tr><th>Group</th><th colspan="2">Values</th></tr>
${['One', 'Two', 'Three', 'Four'].map((name) => group(name, 4)).join('\n')}
${group('Long', 24)}
</table>

## Film

<video src="https://films.example.org/talk.mp4" title="The talk"></video>

## Drawing

<svg viewBox="0 0 200 100">
<title>Growth</title>

<rect x="10" y="20" width="40" height="70" fill="#c85028"/><text x="10" y="98" font-size="8">drawnwords</text>
</svg>
`

let folder: string
let deck: BuiltDeck | undefined
beforeAll(async () => {
  const work = await atWork()
  folder = join(work.folder, 'html')
  await writeFile(join(work.folder, 'html.md'), notes)
  const formats = { ...noFormats, pdf: true, pptx: true, markdown: true, singleFile: true }
  const request = { notes: join(work.folder, 'html.md'), name: 'html', folder, formats, settings: {} }
  for await (const built of buildDecks([{ ...request, offline: true, refresh: false }], {})) deck = built
  return work.end
})

const bytesOf = (file: string): Promise<Buffer> => readFile(join(folder, file))

test('nothing is lost and nothing is clipped', () => {
  expect(deck?.findings.filter(({ severity }) => severity !== 'hint')).toEqual([])
})

test('a card leads to the film', async () => {
  const { addresses } = pdfFacts(await bytesOf('html.pdf'))
  expect(addresses).toContain('https://films.example.org/talk.mp4')
})

test('a drawing is a picture in every format, and what is written in it is text on paper', async () => {
  const text = execFileSync('pdftotext', [join(folder, 'html.pdf'), '-'], { encoding: 'utf8' })
  expect(text).toContain('drawnwords')
  const [, path = ''] = /!\[Growth\]\((pictures\/[\w-]+\.svg)\)/.exec(String(await bytesOf('html.md'))) ?? []
  expect(String(await bytesOf(path))).toContain('<title>Growth</title>')
  expect(String(await readFile(`${folder}.html`))).toMatch(/<img src="data:image\/svg\+xml[^>]* alt="Growth"/)
  const { slides } = pptxFacts(await bytesOf('html.pptx'))
  expect(slides.flatMap(({ alts }) => alts)).toContain('Growth')
})

describe('in PowerPoint', () => {
  test('powers are raised, and readings stand behind', async () => {
    const facts = pptxFacts(await bytesOf('html.pptx'))
    expect(pptxFaults(facts)).toEqual([])
    const xml = facts.slides[1]?.xml ?? ''
    expect(xml).toMatch(/baseline="30000"(?:(?!<a:t>).)*<a:t>10</)
    expect(xml).toMatch(/baseline="-25000"(?:(?!<a:t>).)*<a:t>2</)
    expect(xml).toContain('(かん)')
  })

  test('cells keep their points and paragraphs apart, and their spans', async () => {
    const facts = pptxFacts(await bytesOf('html.pptx'))
    const cells = (facts.slides[2]?.xml ?? '').split('<a:tc')
    const [points] = cells.filter((cell) => cell.includes('alpha'))
    expect(points?.match(/<a:buChar/g)?.length).toBe(2)
    const all = facts.slides.map(({ xml }) => xml).join('')
    expect(all).toContain('gridSpan="2"')
    expect(all).toContain('rowSpan="4"')
    expect(all).toContain('vMerge="1"')
  })

  test('rows of a group stay on one slide, and one that no slide holds goes on', async () => {
    const { slides } = pptxFacts(await bytesOf('html.pptx'))
    for (const name of ['One', 'Two', 'Three', 'Four']) {
      const pages = slides.filter(({ xml }) => xml.includes(`>${name} `))
      expect(pages.length, name).toBe(1)
    }
    const long = slides.filter(({ xml }) => xml.includes('>Long '))
    expect(long.length).toBeGreaterThan(1)
    for (const { xml } of long) expect(xml).toContain('>Values<')
  })
})
