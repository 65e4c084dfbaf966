/** Diagrams in a deck: text in its fonts, as large as type has to be, inside their boxes, and in every file that is made of it. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { openDeck } from '../../src/browser/openDeck.js'
import { openCache } from '../../src/io/cache.js'
import { MERMAID } from '../../src/io/diagrams/mermaid.js'
import { noFormats } from '../../src/model/format.js'
import { buildDecks, checkDecks } from '../../src/pipeline.js'
import { pptxFacts } from '../pptx/pptxFacts.js'
import { atWork } from './atWork.js'
import { templates } from './inputs.js'
import { placedWords } from './placedWords.js'

const notes = `# Graphs

## Chinese labels

\`\`\`dot
digraph { rankdir=LR; node [shape=box]; 用户 [label="很长的请求说明文字"]; 用户 -> 网关; 网关 -> 缓存 [label="先查"]; 缓存 [style=filled fillcolor=navy] }
\`\`\`

## Beside text

- a point
- another one

\`\`\`graphviz
digraph { upper -> middle -> lower; upper -> lower [label="direct"] }
\`\`\`

## The same again

\`\`\`graphviz
digraph { upper -> middle -> lower; upper -> lower [label="direct"] }
\`\`\`

## Drawn by Mermaid

- first

  \`\`\`mermaid
  graph TD; 登录页面 -- 校验口令 --> gateway
  \`\`\`
`
const labels = ['很长的请求说明文字', '网关', '先查', '缓存', 'upper', 'middle', 'lower', 'direct']
const labelsOfMermaid = ['登录页面', '校验口令', 'gateway']

/** In Mermaid's place: as tall as a slide, with these labels. */
const played = `globalThis.mermaid = {
  initialize() {},
  async render() {
    const labels = ${JSON.stringify(labelsOfMermaid)}.map((label, index) => '<text x="150" y="' + (40 + 180 * index) + '">' + label + '</text>')
    return { svg: '<svg viewBox="0 0 300 450" xmlns="http://www.w3.org/2000/svg"><g style="font-size:24px;text-anchor:middle">' + labels.join('') + '</g></svg>' }
  },
}`

let work: Awaited<ReturnType<typeof atWork>>
let folder: string
const requestFor = (template: string) => ({
  notes: join(work.folder, 'graphs.md'),
  settings: { template },
  offline: true,
  refresh: false,
})

beforeAll(async () => {
  work = await atWork()
  folder = join(work.folder, 'graphs')
  const usual = process.env['TALKBACK_CACHE_DIR']
  process.env['TALKBACK_CACHE_DIR'] = join(work.folder, 'cache')
  await openCache('mermaid').put(`${MERMAID} package/dist/mermaid.min.js`, Buffer.from(played))
  await writeFile(join(work.folder, 'graphs.md'), notes)
  const formats = { ...noFormats, pdf: true, handouts: ['notes', 'article'] as const, pptx: true }
  for await (const _ of buildDecks([{ ...requestFor('report'), name: 'graphs', folder, formats }], {}));
  return async () => {
    if (usual === undefined) delete process.env['TALKBACK_CACHE_DIR']
    else process.env['TALKBACK_CACHE_DIR'] = usual
    await work.end()
  }
})

test.each(templates)('%s shows them in its own fonts, large enough and dark enough', async (template) => {
  for await (const { findings } of checkDecks([requestFor(template)], {})) expect(findings).toEqual([])
})

/** Large enough on a slide, and not in half of it, or as deep in a list. */
const narrow = `# Narrow places

## In a column

:::: columns
::: column
- words of the left column
- and some more
:::
::: column
\`\`\`dot
digraph { rankdir=LR; a [label="Ingest service"]; b [label="Queue of work"]; c [label="Worker pool"]; a -> b -> c }
\`\`\`

$$\\begin{pmatrix} a_1 + b_1 + c_1 & a_2 + b_2 + c_2 & a_3 + b_3 + c_3 & a_4 + b_4 + c_4 \\\\ 1 & 2 & 3 & 4 \\end{pmatrix}$$
:::
::::

## Deep in a list

- one
  - two
    - three
      - four
        - five

          \`\`\`dot
          digraph { rankdir=LR; a [label="Ingest service"]; b [label="Queue of work"]; c [label="Worker pool"]; d [label="Results"]; a -> b -> c -> d }
          \`\`\`

        - six
`

test.each(templates)('%s lets those out of a list or a column that are too small there', async (template) => {
  await writeFile(join(work.folder, 'narrow.md'), narrow)
  const request = { ...requestFor(template), notes: join(work.folder, 'narrow.md') }
  for await (const { slides, findings } of checkDecks([request], {})) {
    expect(findings.filter(({ code }) => code === 'diagram-small' || code === 'type-small')).toEqual([])
    expect(slides.map(({ overflow }) => overflow)).toEqual(slides.map(() => ({ x: 0, y: 0 })))
  }
})

test.each(['graphs.pdf', 'graphs-handout.pdf', 'graphs-article.pdf'])('labels are text in %s', (file) => {
  const said = placedWords(join(folder, file)).map(({ text }) => text)
  expect(said).toEqual(expect.arrayContaining([...labels, ...labelsOfMermaid]))
})

test('a tall one is never torn, and stands below what its item says', () => {
  const words = placedWords(join(folder, 'graphs.pdf'))
  const pages = ['first', ...labelsOfMermaid].map((label) => words.find(({ text }) => text === label)?.page)
  expect(new Set(pages).size).toBe(1)
})

test('PowerPoint shows pictures that say their labels', async () => {
  const { slides } = pptxFacts(await readFile(join(folder, 'graphs.pptx')))
  const alts = slides.flatMap((slide) => slide.alts).join(' ')
  for (const label of [...labels, ...labelsOfMermaid]) expect(alts).toContain(label)
})

test('labels stay inside their boxes', async () => {
  await openDeck(work.browser, `${pathToFileURL(join(folder, 'index.html')).href}?print`)
  const seen: unknown = await work.browser.page.evaluate(`(() => {
    // Slides are in the document while they are printed, and not now.
    const drawings = talkback.slides.flatMap((slide) => [...slide.querySelectorAll('.drawing')])
    document.body.append(...drawings)
    return drawings.flatMap((drawing) => [...drawing.querySelectorAll('text')])
  })().flatMap((text) => {
    const shape = text.parentElement.querySelector('ellipse, polygon')
    if (shape === null || text.parentElement.querySelector('path')) return []
    const [box, said] = [shape, text].map((element) => element.getBoundingClientRect())
    return [{ text: text.textContent, isInside: said.width > 0 && box.left < said.left && said.right < box.right }]
  })`)
  expect(seen).toEqual(
    ['很长的请求说明文字', '网关', '缓存', 'upper', 'middle', 'lower', 'upper', 'middle', 'lower'].map((text) => ({
      text,
      isInside: true,
    })),
  )
})
