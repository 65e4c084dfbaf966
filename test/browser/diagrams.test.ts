/** Diagrams in a deck: text in its fonts, as large as type has to be, inside their boxes, and in every file that is made of it. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { openDeck } from '../../src/browser/openDeck.js'
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
`
const labels = ['很长的请求说明文字', '网关', '先查', '缓存', 'upper', 'middle', 'lower', 'direct']

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
  await writeFile(join(work.folder, 'graphs.md'), notes)
  const formats = { ...noFormats, pdf: true, handouts: ['article'] as const, pptx: true }
  for await (const _ of buildDecks([{ ...requestFor('report'), name: 'graphs', folder, formats }], {}));
  return work.end
})

test.each(templates)('%s shows them in its own fonts, large enough and dark enough', async (template) => {
  for await (const { findings } of checkDecks([requestFor(template)], {})) expect(findings).toEqual([])
})

test.each(['graphs.pdf', 'graphs-article.pdf'])('labels are text in %s', (file) => {
  const said = placedWords(join(folder, file)).map(({ text }) => text)
  expect(said).toEqual(expect.arrayContaining(labels))
})

test('PowerPoint shows pictures that say their labels', async () => {
  const { slides } = pptxFacts(await readFile(join(folder, 'graphs.pptx')))
  const alts = slides.flatMap((slide) => slide.alts).join(' ')
  for (const label of labels) expect(alts).toContain(label)
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
