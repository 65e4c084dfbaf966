import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Code, Notes } from '../../src/model/notes.js'
import { visitBlocks } from '../../src/model/visit.js'

const asked = vi.hoisted(() => ({ highlighters: 0 }))
vi.mock('../../src/render/inks/highlight.js', async (original) => {
  const real = await original<typeof import('../../src/render/inks/highlight.js')>()
  const loadGrammars: typeof real.loadGrammars = (names) => {
    asked.highlighters++
    return real.loadGrammars(names)
  }
  return { ...real, loadGrammars }
})

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talkback-test-'))
  vi.stubEnv('TALKBACK_CACHE_DIR', folder)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
})

const code = (language: string, text: string): Code => ({ kind: 'code', language, text, lines: [1, 1] })
const notes = (...blocks: Notes['blocks']): Notes => ({
  file: 'n.md',
  front: {},
  lang: 'en',
  read: 'notes',
  blocks,
  findings: [],
})

/** As a process of its own would do it: nothing is remembered but what is in the cache. */
async function inkAnew(written: Notes): Promise<readonly (readonly string[])[]> {
  vi.resetModules()
  const { inkNotes } = await import('../../src/pipeline/inkCode.js')
  const inks: string[][] = []
  visitBlocks((await inkNotes(written)).blocks, (block) => {
    if (block.kind === 'code') inks.push([...(block.inked ?? '').matchAll(/<c-(\w)>/g)].map(([, ink = '']) => ink))
  })
  return inks
}

test('notes without code, or with code of no known language, ask no highlighter', async () => {
  expect(await inkAnew(notes())).toEqual([])
  expect(await inkAnew(notes(code('', 'x = 1'), code('made-up', 'x = 1')))).toEqual([[], []])
  expect(asked.highlighters).toBe(0)
})

test('code wherever it stands is inked, and the second time comes from the cache', async () => {
  const inner = code('golang', 'func x() {} // y')
  const written = notes(
    { kind: 'quote', blocks: [inner], lines: [1, 1] },
    { kind: 'list', ordered: false, items: [{ blocks: [inner], lines: [1, 1] }], lines: [1, 1] },
    { kind: 'definitions', items: [{ term: [], blocks: [code('json', '{"a": 1}')] }], lines: [1, 1] },
  )
  const first = await inkAnew(written)
  expect(first).toEqual([
    ['k', 'n', 'c'],
    ['k', 'n', 'c'],
    ['n', 's'],
  ])
  expect(asked.highlighters).toBe(1)
  expect(await inkAnew(written)).toEqual(first)
  expect(asked.highlighters).toBe(1)
})
