import { describe, expect, it } from 'vitest'
import { countBySeverity, formatFinding, reportFindings } from '../../src/check/report.js'
import { words } from '../../src/check/words.js'
import type { Finding } from '../../src/model/finding.js'

const everyFact = {
  reason: 'no answer',
  path: 'a.md',
  names: ['class', 'transition'],
  signs: ['marp: true'],
  name: 'templte',
  advice: 'It is a sentence.',
  nearest: 'template',
  value: 'x',
  expected: 'a text',
  text: '标题 '.repeat(40),
  from: 'bold line',
  marker: '1）',
  count: 3,
  tag: 'div',
  tex: 'x^',
  sample: 'U+E05C',
  first: 12,
  most: 1_000_000,
  before: 5_000_000,
  after: 900_000,
  side: 1280,
  quality: 54,
  folder: 'static',
  source: 'a.png',
  characters: '☃',
  slide: 'intro',
  x: 0,
  y: 12.4,
  words: 'lost',
  template: 'report',
  size: 12.5,
  floor: 20,
  percent: 12,
  part: 2,
  parts: 3,
  ratio: 2.1,
  wanted: 4.5,
  slides: 4,
  font: 'Arial',
  kind: 'text' as const,
  what: 'word',
  page: 2,
  file: 'talk.pdf',
  aside: 'talk.faulty.pdf',
  lacks: ['title', 'sheet'] as const,
  label: 'why',
  why: 'broken' as const,
  says: "syntax error in line 1 near '}'",
  encoding: 'euc-jp',
  href: 'other.md',
  spelling: 'Note:',
  tool: 'prettier-ignore',
  lines: [3, 9],
  dropped: '<script>, onload',
  language: 'mermaid',
  tags: [{ name: 'include', lines: [3, 9] }],
}

const placeholder = (line: number, text = 'TODO'): Finding => ({
  code: 'placeholder',
  place: { line },
  facts: { text },
})

describe('words', () => {
  it.each(Object.entries(words))('%s is one short clause and one hint', (_, { message, hint }) => {
    const said = message(everyFact)
    expect(said).toMatch(/^\S.*[^.\s]$/)
    expect(said.length).toBeLessThan(140)
    expect(said).not.toMatch(/undefined|NaN|\[object/)
    expect(hint(everyFact)).toMatch(/^\S.*[.?]$/)
  })
})

describe('reportFindings', () => {
  it('sorts by place, counts columns from 1 and says the same thing once', () => {
    const later: Finding = { code: 'fence-unclosed', place: { line: 4, column: 3 }, facts: {} }
    const reports = reportFindings([placeholder(9), later, placeholder(4), placeholder(9)], 'notes/x.md')
    expect(reports.map(({ code, file, line, column }) => [code, file, line, column])).toEqual([
      ['placeholder', 'notes/x.md', 4, 1],
      ['fence-unclosed', 'notes/x.md', 4, 3],
      ['placeholder', 'notes/x.md', 9, 1],
    ])
    expect(countBySeverity(reports)).toEqual({ error: 0, warning: 2, hint: 1 })
  })

  it('keeps text of the notes on one line and away from the terminal', () => {
    const [report] = reportFindings([placeholder(1, 'a\nb\u001b[31mc\u202ed')], 'x.md')
    expect(report?.message).toBe('Not finished yet: «a b\uFFFD[31mc\uFFFDd»')
  })
})

it('formatFinding gives place, severity, message and hint', () => {
  const [report] = reportFindings([placeholder(12)], 'notes/x.md')
  expect(report && formatFinding(report)).toBe(
    'notes/x.md:12:1  warning  Not finished yet: «TODO»\n  It is on no slide: the speaker view has it, and PDFs, PowerPoint and single files have not.',
  )
})
