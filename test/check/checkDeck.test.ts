import { describe, expect, it } from 'vitest'
import { checkDeck } from '../../src/check/checkDeck.js'
import { checkSummary, groupedFindings } from '../../src/check/checkText.js'
import { plain } from '../../src/check/report.js'
import type { Finding } from '../../src/model/finding.js'
import { h, list, p, plan } from '../plan/build.js'

const deck = plan([h(1, 'Talk'), h(2, 'One'), list('a', 'b'), h(2, 'Two'), p('Some prose, and more of it.')])
const first = deck.slides[1]?.id ?? ''

const slide = (page: number, id: string, fill: number) => {
  const facts = { layout: 'points', overflow: { x: 0, y: 0 }, minFontPx: 20, fill, words: 9 }
  return { page, id, part: page - 1, parts: 2, ...facts }
}
const body = (page: number, lines: number) => ({ page, lines, widest: 0.3, pictures: 0, lost: 0, scale: 1 })

const todo: Finding = { code: 'placeholder', place: { line: 1 }, facts: { text: 'TODO' } }
const later: Finding = { code: 'placeholder', place: { line: 5 }, facts: { text: 'xxx' } }
const repair: Finding = { code: 'list-indent', place: { line: 1 }, facts: { count: 2 } }

const checked = checkDeck({
  deck,
  coverage: { words: 12, lost: [{ word: 'lost', line: 3 }], lines: [], findings: [] },
  missing: '☃𝄞',
  findings: [repair, later, todo],
  report: {
    slides: [slide(1, 'title', 1), slide(2, first, 0.6), slide(3, `${first}--2`, 0.1)],
    bookmarks: [],
    samples: [],
    took: 1,
  },
  look: { bodies: [body(1, 3), body(2, 6), body(3, 1)], measures: [], said: [], faint: [], foreign: [] },
})

describe('checkDeck', () => {
  it('has the documented shape', () => {
    expect(Object.keys(checked)).toEqual([
      'title',
      'slides',
      'rhythm',
      'sizes',
      'misaligned',
      'order',
      'fonts',
      'coverage',
      'findings',
    ])
    expect(Object.keys(checked.slides[0] ?? {}).sort()).toEqual(
      ['page', 'id', 'part', 'parts', 'layout', 'overflow', 'minFontPx', 'fill', 'words', 'cut', 'area', 'body'].sort(),
    )
    expect(checked.fonts).toEqual({ missing: ['☃', '𝄞'] })
    expect(checked.coverage).toEqual({ words: 12, lost: [{ word: 'lost', line: 3 }] })
  })

  it('puts what it sees among what was found before, where the slide of a part comes from', () => {
    const seen = checked.findings.filter(({ code }) => ['slide-sparse', 'line-alone'].includes(code))
    expect(seen.map(({ code, line }) => [code, line])).toEqual([
      ['slide-sparse', deck.slides[1]?.lines[0]],
      ['line-alone', deck.slides[1]?.lines[0]],
    ])
  })
})

describe('what people read', () => {
  it('tells the worst first, and a hint once for all it is about', () => {
    const lines = groupedFindings(checked.findings, plain)
    const codes = checked.findings.map(({ code }) => code)
    expect(lines.filter((line) => line === '')).toHaveLength(new Set(codes).size)
    const at = (text: string) => lines.findIndex((line) => line.includes(text))
    expect(at('TODO')).toBe(at('xxx') - 1)
    expect(lines.filter((line) => line.includes('the speaker view has it'))).toHaveLength(1)
    expect(at('Mended the indent')).toBeGreaterThan(at('xxx'))
  })

  it('sums up in a line', () => {
    expect(checkSummary('notes/x.md', checked)).toBe('notes/x.md  3 slides  0 errors, 4 warnings, 1 hint')
  })
})
