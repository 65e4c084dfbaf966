import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openCache } from '../../src/io/cache.js'
import { MERMAID } from '../../src/io/diagrams/mermaid.js'
import type { Code, Notes, Picture } from '../../src/model/notes.js'
import { visitBlocks } from '../../src/model/visit.js'
import { planNotes } from '../../src/pipeline.js'
import { notesMarkdown } from '../../src/render/markdown/notesMarkdown.js'

const loaded = vi.hoisted(() => ({ dot: 0 }))
vi.mock('../../src/io/diagrams/drawDot.js', async (original) => {
  loaded.dot++
  return original()
})

const chrome = vi.hoisted(() => ({ asked: 0 }))
vi.mock('../../src/browser/drawMermaid.js', () => ({
  async drawMermaid(sources: readonly string[]) {
    chrome.asked++
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 40"><text x="9" y="20">drawn</text></svg>'
    return sources.map(() => ({ svg }))
  },
}))

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talkback-test-'))
  vi.stubEnv('TALKBACK_CACHE_DIR', folder)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
})

const code = (language: string, text: string): Code => ({ kind: 'code', language, text, lines: [4, 6] })
const notes = (...blocks: Notes['blocks']): Notes => ({
  file: 'n.md',
  front: {},
  lang: 'en',
  read: 'notes',
  blocks,
  findings: [],
})

/** As a process of its own would do it: nothing is remembered but what is in the cache. */
async function drawAnew(written: Notes, words = false): Promise<Notes> {
  vi.resetModules()
  const { drawNotes } = await import('../../src/pipeline/drawDiagrams.js')
  const fonts = { style: 'sans', lang: 'en', own: '', folder } as const
  return drawNotes(written, { fonts, words })
}

function picturesIn({ blocks }: Notes): readonly Picture[] {
  const found: Picture[] = []
  visitBlocks(blocks, (block) => {
    if (block.kind === 'picture') found.push(block)
  })
  return found
}

test('notes without graphs load nothing that draws, and stay as they are', async () => {
  const written = notes(code('js', 'a -> b'), code('', 'digraph {}'))
  expect(await drawAnew(written)).toBe(written)
  expect((await drawAnew(notes(code('plantuml', 'A -> B: hi')))).findings).toEqual([
    {
      code: 'diagram-source',
      place: { line: 4, endLine: 6 },
      facts: { name: 'PlantUML', count: 1, why: 'unknown', says: '' },
    },
  ])
  expect(loaded.dot).toBe(0)
})

test('graphs are drawn wherever they stand, and the second time come from the cache', async () => {
  const graph = code('dot', 'digraph { 用户 -> b [label="via <i>"] }')
  const written = notes(
    { kind: 'list', ordered: false, items: [{ blocks: [graph], lines: [4, 6] }], lines: [4, 6] },
    graph,
  )
  const first = await drawAnew(written)
  const [inItem, alone] = picturesIn(first)
  expect(alone?.alt).toBe('用户, b, via <i>')
  expect(alone?.drawing?.code).toEqual(graph)
  expect(inItem).toEqual(alone)
  expect(first.findings).toEqual([])
  expect(loaded.dot).toBe(1)
  expect(await drawAnew(written)).toEqual(first)
  expect(loaded.dot).toBe(1)
  expect(notesMarkdown(first)).toContain(['```dot', graph.text, '```'].join('\n'))
})

test('a broken graph keeps its source, with what is wrong with it', async () => {
  const broken = code('graphviz', 'digraph { a -> ')
  const { blocks, findings } = await drawAnew(notes(broken))
  expect(blocks).toEqual([broken])
  expect(findings).toMatchObject([
    { facts: { name: 'Graphviz', why: 'broken', says: expect.stringMatching(/line 1/) } },
  ])
})

test('without Mermaid its diagrams keep their source, and that is said once', async () => {
  const { blocks, findings } = await drawAnew(notes(code('mermaid', 'graph TD'), code('mermaid', 'pie')))
  expect(blocks.map(({ kind }) => kind)).toEqual(['code', 'code'])
  expect(findings.map(({ facts }) => facts)).toEqual([{ name: 'Mermaid', count: 2, why: 'no-mermaid', says: '' }])
})

test('where words are enough, Mermaid’s diagrams have their labels without a browser, and are drawn when they are wanted', async () => {
  await openCache('mermaid').put(`${MERMAID} package/dist/mermaid.min.js`, Buffer.from('none'))
  const written = notes(
    code('mermaid', 'graph LR\n  a[Ask the gateway] -->|yes| b("Answer")'),
    code('mermaid', 'sequenceDiagram\n  A->>B: How are you?'),
  )
  const alts = async (words: boolean) => picturesIn(await drawAnew(written, words)).map(({ alt }) => alt)
  expect(await alts(true)).toEqual(['Ask the gateway, yes, Answer', 'How are you?'])
  expect(chrome.asked).toBe(0)
  expect(await alts(false)).toEqual(['drawn', 'drawn'])
  expect(await alts(true)).toEqual(['drawn', 'drawn'])
  expect(chrome.asked).toBe(1)
})

test('a deck says every word of a graph, and no word is missed', async () => {
  const path = join(folder, 'n.md')
  await writeFile(path, '# Talk\n\n## Graph\n\n```dot\ndigraph { rankdir=LR; alpha -> beta [label="gamma"] }\n```\n')
  const { deck, covered } = await planNotes({ notes: path })
  expect(covered.findings).toEqual([])
  expect(deck.slides.at(-1)).toMatchObject({ layout: 'picture', blocks: [{ alt: 'alpha, beta, gamma' }] })
})
