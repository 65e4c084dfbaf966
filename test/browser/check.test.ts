/** Every deck in each template, as a reader sees it: nothing to trip over. And decks with faults, which must be found. */
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { CheckJson } from '../../src/check/checkDeck.js'
import { plain } from '../../src/check/report.js'
import { type CheckOptions, run } from '../../src/commands/check.js'
import type { FindingCode } from '../../src/model/finding.js'
import { checkDecks } from '../../src/pipeline.js'
import { canvases, inputs, nameOf, templates } from './inputs.js'

/** What reading finds is the notes' affair; these are ours. */
const ours: readonly FindingCode[] = [
  'slide-overflow',
  'type-small',
  'slide-empty',
  'slide-sparse',
  'line-alone',
  'text-faint',
  'font-foreign',
  'glyph-missing',
  'word-lost',
  'template-fault',
]
const faultsOf = ({ findings }: CheckJson): readonly string[] =>
  findings.filter(({ code }) => ours.includes(code)).map(({ line, code, message }) => `${line} ${code}: ${message}`)

const cases = inputs.flatMap((notes) =>
  templates.flatMap((template) =>
    canvases.map((canvas) => {
      const name = `${nameOf(notes)} in ${template} at ${canvas}`
      return [name, { notes, settings: { template, canvas }, offline: true, refresh: false }] as const
    }),
  ),
)

describe('decks in every look', () => {
  const decks = new Map<string, CheckJson>()
  const deckOf = (name: string): CheckJson => {
    const deck = decks.get(name)
    if (!deck) throw new Error(`${name} was not made.`)
    return deck
  }

  beforeAll(async () => {
    const requests = cases.map(([, request]) => request)
    let next = 0
    for await (const deck of checkDecks(requests, {})) decks.set(cases[next++]?.[0] ?? '', deck)
  }, 600_000)

  test.each(cases)('%s: nothing to trip over', (name) => {
    const deck = deckOf(name)
    expect(faultsOf(deck)).toEqual([])
    expect(deck.slides.filter(({ overflow, minFontPx }) => overflow.x + overflow.y > 0 || minFontPx < 20)).toEqual([])
    expect(deck.coverage.lost).toEqual([])
  })

  test.each(cases.filter(([, { notes }]) => nameOf(notes) === 'kubecon-china-2018'))('%s: well filled', (name) => {
    const framing = new Set(['title', 'agenda', 'section'])
    const content = deckOf(name).slides.filter(({ layout }) => !framing.has(layout))
    expect(content.length).toBeGreaterThan(10)
    const median = content.map(({ fill }) => fill).sort((a, b) => a - b)[Math.floor(content.length / 2)]
    expect(median).toBeGreaterThan(0.4)
    expect(median).toBeLessThan(0.85)
  })
})

describe('decks with faults', () => {
  const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
  let temporary: string
  beforeAll(async () => {
    temporary = await mkdtemp(join(tmpdir(), 'talkback-test-'))
    vi.stubEnv('TMPDIR', temporary)
    vi.stubEnv('TEMP', temporary)
  })
  afterAll(async () => {
    vi.unstubAllEnvs()
    await rm(temporary, { recursive: true })
  })

  async function check(options: Partial<CheckOptions>) {
    const results: string[] = []
    const told: string[] = []
    const terminal = {
      result: (line: string) => results.push(line),
      tell: (line: string) => told.push(line),
      stage: () => {},
      rest: () => {},
      quiet: false,
      colourful: false,
      paint: plain,
    }
    const all = { json: false, strict: false, settings: {}, offline: true, refresh: false, ...options }
    const code = await run([here('faulty/notes.md')], all, terminal, new AbortController().signal)
    return { code, results, told }
  }

  const settings = { template: here('faulty/template') }

  test('faults of a look are found, each where it is met first, and nothing stays on disk', async () => {
    const { code, results } = await check({ json: true, settings })
    expect(code).toBe(1)
    const { findings }: CheckJson = JSON.parse(results.join('\n'))
    expect(findings.map(({ line, code, message }) => [line, code, /«.*»/.exec(message)?.[0] ?? ''])).toEqual([
      [5, 'slide-overflow', ''],
      [5, 'type-small', ''],
      [5, 'type-small', ''],
      [5, 'text-faint', '«Half as white as paper:»'],
      [5, 'text-faint', '«A deck to find fault with»'],
      [5, 'text-faint', '«2»'],
      [5, 'font-foreign', "«Quoted in a font that is none of the deck's»"],
      [5, 'font-foreign', '«Note Something to note»'],
      [21, 'slide-empty', ''],
    ])
    expect(await readdir(temporary)).toEqual([])
  })

  test('people get groups and a summary, and only --strict minds warnings', async () => {
    const { code, results, told } = await check({})
    expect(code).toBe(0)
    expect(results).toEqual([expect.stringMatching(/notes\.md {2}\d+ slides {2}0 errors, 1 warning, 0 hints$/)])
    expect(told).toEqual([
      expect.stringMatching(/notes\.md:21:1 {2}warning {2}Slide `nothing-here` shows nothing below its title$/),
      expect.stringMatching(/^ {2}\S/),
      '',
    ])
    expect((await check({ strict: true })).code).toBe(1)
  })
})
