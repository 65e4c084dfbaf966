import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

// The only file that knows the typesetter (test/layers.test.ts).
const asked = vi.hoisted(() => ({ katex: 0 }))
vi.mock('../../src/render/formulas/typeset.js', async (original) => {
  const real = await original<typeof import('../../src/render/formulas/typeset.js')>()
  const typeset: typeof real.typeset = (tex, display) => {
    asked.katex++
    return real.typeset(tex, display)
  }
  return { ...real, typeset }
})

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talkback-formulas-'))
  vi.stubEnv('TALKBACK_CACHE_DIR', join(folder, 'cache'))
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

/** As a process of its own would do it: nothing is remembered but what is in the cache. */
async function draft(text: string) {
  vi.resetModules()
  const notes = join(folder, 'notes.md')
  await writeFile(notes, text)
  const { draftFile } = await import('../../src/pipeline/planNotes.js')
  return draftFile({ notes, here: folder })
}

describe('what typesets formulas', () => {
  it('is asked for nothing but formulas', async () => {
    const { formulary } = await draft('# T\n\n## Prices\n\nIt costs $5, then $6; `$x$` and $HOME/bin:$PATH.\n')
    expect(formulary).toBeUndefined()
    expect(asked.katex).toBe(0)
  })

  it('tells which formulas it can not read, and where they stand', async () => {
    const { deck } = await draft('# T\n\n## One\n\nGood $x^2$, and bad $\\frac{a}{$.\n\n$$\n\\foo\n$$\n')
    expect(asked.katex).toBe(3)
    const broken = deck.findings.filter(({ code }) => code === 'formula-broken')
    expect(broken.map(({ place }) => place)).toEqual([
      { line: 5, column: 22 },
      { line: 8, column: 1 },
    ])
  })

  it('is not asked for what it has typeset before', async () => {
    const text = '# T\n\n## One\n\n$x^2$\n\n$$\n\\mathbf{y}\n$$\n\nBad: $\\nosuch{a}$.\n'
    const before = await draft(text)
    const count = asked.katex
    const again = await draft(text)
    expect(asked.katex).toBe(count)
    for (const [tex, display] of [
      ['x^2', false],
      ['\\mathbf{y}', true],
      ['\\nosuch{a}', false],
    ] as const)
      expect(again.formulary?.typeset(tex, display)).toEqual(before.formulary?.typeset(tex, display))
    expect(again.deck.findings).toEqual(before.deck.findings)
    await draft(`${text}\n$z$\n`)
    expect(asked.katex).toBe(count + 4)
  })

  it('tells which references lead nowhere, and where they stand', async () => {
    const { deck } = await draft('# T\n\n## One\n\nBy \\eqref{eq:a} and \\eqref{eq:b}:\n\n$$\na \\label{eq:a}\n$$\n')
    expect(deck.findings.filter(({ code }) => code === 'formula-reference')).toEqual([
      { code: 'formula-reference', place: { line: 5, column: 24 }, facts: { label: 'eq:b' } },
    ])
  })
})
