import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

// The only file that knows the typesetter (test/layers.test.ts).
const loaded = vi.hoisted(() => ({ katex: 0 }))
vi.mock('../../src/render/formulas/typeset.js', async (original) => {
  loaded.katex++
  return original()
})

let folder = ''
beforeAll(async () => {
  // Another test in this process may have loaded it before.
  vi.resetModules()
  folder = await mkdtemp(join(tmpdir(), 'talkback-formulas-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function draft(text: string) {
  const notes = join(folder, 'notes.md')
  await writeFile(notes, text)
  const { draftFile } = await import('../../src/pipeline/planNotes.js')
  return draftFile({ notes, here: folder })
}

describe('what typesets formulas', () => {
  it('is loaded for nothing but formulas', async () => {
    const { formulary } = await draft('# T\n\n## Prices\n\nIt costs $5, then $6; `$x$` and $HOME/bin:$PATH.\n')
    expect(formulary).toBeUndefined()
    expect(loaded.katex).toBe(0)
  })

  it('tells which formulas it can not read, and where they stand', async () => {
    const { deck } = await draft('# T\n\n## One\n\nGood $x^2$, and bad $\\frac{a}{$.\n\n$$\n\\foo\n$$\n')
    expect(loaded.katex).toBe(1)
    const broken = deck.findings.filter(({ code }) => code === 'formula-broken')
    expect(broken.map(({ place }) => place)).toEqual([
      { line: 5, column: 22 },
      { line: 8, column: 1 },
    ])
  })
})
