/** What holds for any notes whatever: reading never throws, loses no word, and keeps lines in order. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, Notes } from '../../src/model/notes.js'
import { readFrontMatter } from '../../src/parse/frontMatter.js'
import { readHtml } from '../../src/parse/html/readHtml.js'
import { parseNotes } from '../../src/parse/parse.js'

const read = (text: string, options: { repair?: boolean; infer?: boolean } = {}): Notes => {
  const source = { file: 'x.md', text }
  const front = readFrontMatter(source)
  return parseNotes(source, front, { repair: true, infer: true, lang: '', ...options }, readHtml)
}

/** How often each letter occurs that the pieces use for words only: capitals and Chinese. */
const letters = (text: string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const letter of text.match(/[A-Z]|[\u4e01-\u9fff]/gu) ?? []) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  return counts
}

/** All strings in the blocks and the front matter: text, addresses, code. */
const shownText = (value: unknown): string => {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map(shownText).join(' ')
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([key, inner]) => (key === 'lines' || key === 'kind' ? '' : shownText(inner)))
      .join(' ')
  }
  return ''
}

/** Pieces of messy Markdown; put together at random they make what nobody would write on purpose. */
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[A-Z]{1,8}$/) },
  { weight: 4, arbitrary: fc.constantFrom('云原生', '技术。', '服务网格，', '一个', '演讲：') },
  { weight: 6, arbitrary: fc.constantFrom(' ', '  ', '\t', '    ', '　') },
  { weight: 8, arbitrary: fc.constantFrom('\n', '\n\n', '\n  ', '\n    ', '\n- ', '\n1. ', '\n> ', '\n## ') },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...[
        '#',
        '##',
        '*',
        '**',
        '_',
        '`',
        '```',
        '~~~',
        '---',
        '===',
        '- ',
        '* ',
        '+ ',
        '1. ',
        '2) ',
        '1、',
        '（1）',
        '①',
        '一、',
      ],
      ...[
        '•',
        '▫',
        '|',
        '|-|-|',
        '\n|a|b|\n|-|-|\n',
        '>',
        '[',
        ']',
        '(',
        ')',
        '![',
        '](x)',
        '[a](b)',
        '==',
        '~~',
        ':',
        '：',
      ],
      ...[
        '\n: ',
        '<',
        '>',
        '<b>',
        '</b>',
        '<div>',
        '<br>',
        '&amp;',
        '\\',
        '$',
        '{',
        '}',
        '[x] ',
        '[[',
        ']]',
        '^[',
        '待补充',
      ],
      ...['\u{10fc13}', '\ufffd', '\u0001', '\u200b', '\ud800', '😀', 'https://x.yz/a', '!', '。', ',', '.'],
    ),
  },
)
const notes = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''))

/** Any characters at all, halves of some as well; fast-check's own such strings take seconds to be made ready. */
const anything = fc.array(fc.nat(0x10ffff), { maxLength: 300 }).map((points) => String.fromCodePoint(...points))

const eachBlock = (blocks: readonly Block[], visit: (block: Block) => void): void => {
  for (const block of blocks) {
    visit(block)
    if (block.kind === 'list' || block.kind === 'definitions')
      for (const item of block.items) eachBlock(item.blocks, visit)
    if (block.kind === 'quote' || block.kind === 'callout') eachBlock(block.blocks, visit)
  }
}

const runs = { numRuns: Number(process.env['FC_RUNS'] ?? 400) }

describe('reading any notes', () => {
  it('never throws, with every combination of switches', () => {
    fc.assert(
      fc.property(fc.oneof(notes, anything), fc.boolean(), fc.boolean(), (text, repair, infer) => {
        expect(read(text, { repair, infer }).lang).not.toBe('')
      }),
      runs,
    )
  })

  it('loses no letter: each is in a block as often as in the notes, save on lines that a finding names', () => {
    fc.assert(
      fc.property(notes, fc.boolean(), fc.boolean(), (text, repair, infer) => {
        const result = read(text, { repair, infer })
        const named = new Set<number>()
        for (const { place } of result.findings) {
          for (let line = place.line; line <= (place.endLine ?? place.line); line++) named.add(line)
        }
        const unnamed = text.split('\n').filter((_, index) => !named.has(index + 1))
        const shown = letters(shownText([result.blocks, result.front]))
        const lost = [...letters(unnamed.join('\n'))].filter(([letter, count]) => (shown.get(letter) ?? 0) < count)
        expect(lost).toEqual([])
      }),
      runs,
    )
  })

  it('gives blocks whose lines are in the file, in the order of their first lines', () => {
    fc.assert(
      fc.property(notes, (text) => {
        const result = read(text)
        const last = text.split('\n').length
        eachBlock(result.blocks, ({ lines }) => {
          expect(lines[0]).toBeGreaterThanOrEqual(1)
          expect(lines[1]).toBeGreaterThanOrEqual(lines[0])
          expect(lines[1]).toBeLessThanOrEqual(last)
        })
        // Footnotes move to the end of their section.
        const firsts = text.includes('^[') ? [] : result.blocks.map((block) => block.lines[0])
        expect(firsts).toEqual([...firsts].sort((one, other) => one - other))
        for (const { place } of result.findings) expect(place.line).toBeLessThanOrEqual(last)
      }),
      runs,
    )
  })

  it('reads the same text the same way', () => {
    fc.assert(
      fc.property(notes, (text) => {
        expect(read(text)).toEqual(read(text))
      }),
      { numRuns: 200 },
    )
  })
})
