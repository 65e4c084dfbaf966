import { describe, expect, it } from 'vitest'
import { inParts } from '../../src/check/inParts.js'
import type { Finding } from '../../src/model/finding.js'

/** `b.md` stands in `a.md`, in the place of its third line. */
const parts = [
  { file: 'a.md', first: 1 },
  { file: 'b.md', first: 3 },
  { file: 'a.md', first: 7, line: 4 },
]

const told = (finding: Finding) => inParts(finding, parts).map(({ place, facts }) => ({ place, facts }))

describe('a finding of notes that are made of several files', () => {
  it('is told of each file with the lines that it has there', () => {
    const facts = { tool: 'Marp', names: ['class'], lines: [2, 4, 5, 8] }
    expect(told({ code: 'directives-unmet', place: { line: 2 }, facts })).toEqual([
      { place: { file: 'a.md', line: 2 }, facts: { ...facts, lines: [2, 5] } },
      { place: { file: 'b.md', line: 2 }, facts: { ...facts, lines: [2, 3] } },
    ])
  })

  it('names the tags of each file', () => {
    const tags = [
      { name: 'raw', lines: [1, 3] },
      { name: 'toc', lines: [4] },
    ]
    expect(told({ code: 'site-tags', place: { line: 1 }, facts: { tags } })).toEqual([
      { place: { file: 'a.md', line: 1 }, facts: { tags: [{ name: 'raw', lines: [1] }] } },
      {
        place: { file: 'b.md', line: 1 },
        facts: {
          tags: [
            { name: 'raw', lines: [1] },
            { name: 'toc', lines: [2] },
          ],
        },
      },
    ])
  })

  it('says where the same lines stood before, and in which file where it is another', () => {
    const repeated = (line: number, first: number): Finding => ({
      code: 'repeated-lines',
      place: { line },
      facts: { first, count: 5 },
    })
    expect(told(repeated(9, 7))).toEqual([{ place: { file: 'a.md', line: 6 }, facts: { first: 4, count: 5 } }])
    expect(told(repeated(9, 4))).toEqual([
      { place: { file: 'a.md', line: 6 }, facts: { first: 2, count: 5, file: 'b.md' } },
    ])
  })

  it('ends within its file, and stays as it is where it is of another one', () => {
    const at = (place: Finding['place']): Finding => ({ code: 'heading-space', place, facts: { text: '##A' } })
    expect(inParts(at({ line: 4, endLine: 8 }), parts)[0]?.place).toEqual({ file: 'b.md', line: 2 })
    expect(inParts(at({ line: 4, endLine: 5 }), parts)[0]?.place).toEqual({ file: 'b.md', line: 2, endLine: 3 })
    expect(inParts(at({ file: 'theme.css', line: 4 }), parts)[0]?.place).toEqual({ file: 'theme.css', line: 4 })
    expect(inParts(at({ line: 4 }), undefined)[0]?.place).toEqual({ line: 4 })
  })
})
