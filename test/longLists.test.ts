/** Lists as long as notes can make them: nothing spreads them into arguments, and nothing goes down as deep as they do. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { coverage } from '../src/check/coverage.js'
import { fromCodes, least, most, pushAll } from '../src/model/lists.js'
import { readFrontMatter } from '../src/parse/frontMatter.js'
import { htmlReader } from '../src/parse/html/load.js'
import { parseNotes } from '../src/parse/parse.js'
import { planDeck } from '../src/plan/plan.js'
import { resolveSettings } from '../src/settings/resolve.js'

const source = join(import.meta.dirname, '..', 'src')

describe('a list of any length', () => {
  const numbers = Array.from({ length: 300_000 }, (_, index) => index)

  it('has a least and a most, and goes behind another', () => {
    expect([least(numbers), most(numbers), least([], 7), most([1], 7)]).toEqual([0, 299_999, 7, 7])
    const list: number[] = []
    pushAll(list, numbers)
    expect(list).toHaveLength(300_000)
    expect(fromCodes(numbers.map(() => 0x4e91))).toHaveLength(300_000)
  })

  it('is spread into no call that takes as many arguments', () => {
    const spreads =
      /\.(?:unshift|splice)\([^)]*\.\.\.|\.push\((?:[^([{)]*, )?\.\.\.|Math\.(?:max|min)\([^)]*\.\.\.|String\.from\w+\([^)]*\.\.\./
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
    const found = files.flatMap((name) =>
      readFileSync(join(source, name), 'utf8')
        .split('\n')
        .flatMap((line, index) => (spreads.test(line) ? [`${name}:${index + 1} ${line.trim()}`] : [])),
    )
    // What adds keys is told which, one by one.
    expect(found.filter((place) => !place.includes('addKeys: (...rows)'))).toEqual([])
  })
})

describe('notes as long or as deep as anybody could make them', () => {
  const lines = (count: number, line: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => line(index)).join('\n')

  it.each([
    ['133,000 short lines', lines(133_000, (index) => `l${index}`)],
    ['300 kB of `1.`', '1.'.repeat(150_000)],
    ['as much of `1. `', '1. '.repeat(100_000)],
    ['20,000 quotes in one another', `${'>'.repeat(20_000)} x`],
    ['quotes that each end at a line without a mark', '>>>\nx\n'.repeat(25_000)],
    ['headings in such quotes', '> # h\nx\n'.repeat(25_000)],
    ['empty items in such quotes, in one another', `${'> '.repeat(90)}a\n${'> -\nx\n'.repeat(12_000)}`],
    ['lists as deep', '- '.repeat(20_000)],
    ['a list of 133,000 items', lines(133_000, (index) => `- i${index}`)],
    ['a table of 60,000 columns', ['a|', '-|', 'b|'].map((cell) => `|${cell.repeat(60_000)}`).join('\n')],
    ['40,000 elements in one another', `${'<div>'.repeat(40_000)}x${'</div>'.repeat(40_000)}`],
    ['as many in a line', `a ${'<span>'.repeat(40_000)}x${'</span>'.repeat(40_000)}`],
    ['brackets in one another', `${'['.repeat(100_000)}x${']'.repeat(100_000)}`],
    ['comments of Liquid in one line', `# x\n\n${'{% comment %} '.repeat(30_000)}`],
    ['signs of one fence', `${'`'.repeat(100_000)}\n\n${'~'.repeat(100_000)}`],
    ['blanks', `# x\n\na${' '.repeat(300_000)}b`],
    ['formulas that nothing closes', `${'\\\\('.repeat(40_000)}\n\n${'\\\\['.repeat(40_000)}`],
    ['unfinished parts that nothing closes', '(TODO: ('.repeat(40_000)],
    ['stars', `${'*'.repeat(200_000)}x`],
    ['a front matter of nothing but brackets', `---\ntitle: ${'['.repeat(20_000)}\n---\n\n# x`],
  ])('%s make a deck', async (_, text) => {
    const written = { file: 'x.md', text }
    const head = readFrontMatter(written)
    const { settings } = resolveSettings({ front: head.front, flags: {} })
    const deck = planDeck(parseNotes(written, head, settings, await htmlReader(text)), settings)
    expect(deck.slides.length).toBeGreaterThan(0)
    expect(coverage(written, deck, head.bodyLine).words).toBeGreaterThanOrEqual(0)
  })

  it.each([
    ['beyond what marks are looked for in', 30_000],
    ['beyond what a tree is made of', 2000],
  ])('no tag of elements in one another counts for a word, %s', async (_, count) => {
    const text = `# A\n\na ${'<span>'.repeat(count)}word${'</span>'.repeat(count)}\n`
    const written = { file: 'x.md', text }
    const head = readFrontMatter(written)
    const { settings } = resolveSettings({ front: {}, flags: {} })
    const deck = planDeck(parseNotes(written, head, settings, await htmlReader(text)), settings)
    expect(coverage(written, deck).findings).toEqual([])
  })
})
