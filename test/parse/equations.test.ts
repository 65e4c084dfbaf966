import { describe, expect, test } from 'vitest'
import type { Block, Inline } from '../../src/model/notes.js'
import { blocksText } from '../../src/model/text.js'
import { settleFormulas, withoutDefinitions } from '../../src/parse/equations.js'

const shown = (...formulas: readonly string[]): readonly Block[] =>
  formulas.map((tex, index) => ({ kind: 'math', tex, lines: [index + 1, index + 1] }))
const within = (tex: string): Block => ({ kind: 'paragraph', inlines: [{ kind: 'math', tex }], lines: [9, 9] })

const typesetOf = (blocks: readonly Block[]): readonly string[] =>
  settleFormulas(blocks).blocks.flatMap((block) => {
    const [formula] = block.kind === 'paragraph' ? block.inlines : [block]
    return formula?.kind === 'math' ? [formula.whole ?? formula.tex] : []
  })

describe('numbers', () => {
  test('count on from one formula to the next, row by row; rows without a number, or with their own, take none', () => {
    expect(
      typesetOf(
        shown(
          '\\begin{equation} a \\end{equation}',
          '\\begin{align} b &= c \\\\ d &= e \\notag \\\\ f &= g \\tag{X} \\\\ h &= \\substack{1\\\\2} \\end{align}',
          '\\begin{align*} i \\end{align*}',
          '\\begin{equation} \\begin{split} j \\\\ k \\end{split} \\end{equation}',
          'l',
        ),
      ),
    ).toEqual([
      'a \\tag{1}',
      '\\begin{align} b &= c \\tag{2}\\\\ d &= e \\notag \\\\ f &= g \\tag{X} \\\\ h &= \\substack{1\\\\2} \\tag{3}\\end{align}',
      '\\begin{align*} i \\end{align*}',
      '\\begin{split} j \\\\ k \\end{split} \\tag{4}',
      'l',
    ])
  })

  test('that their author gave to some are not given twice', () => {
    expect(typesetOf(shown('a \\tag{2}', '\\begin{gather} b \\\\ c \\end{gather}'))).toEqual([
      'a \\tag{2}',
      '\\begin{gather} b \\tag{1}\\\\ c \\tag{3}\\end{gather}',
    ])
  })

  test('are what references show, further up and further down, in a line and by themselves', () => {
    const blocks = [
      within('\\eqref{eq:b}'),
      ...shown(
        '\\begin{equation}\\label{eq:a} a\\end{equation}',
        '\\begin{gather} b\\label{eq:b}\\\\ c\\tag{*}\\label{eq:c}\\end{gather}',
        'd \\label{eq:d}',
        'e \\label{eq:e}',
      ),
      within('\\ref{eq:a}, \\eqref{eq:c}, \\eqref{eq:d}'),
    ]
    const [before, , , meant, unmeant, after] = typesetOf(blocks)
    expect(before).toBe('\\text{(2)}')
    expect(after).toBe('\\text{1}, \\text{(*)}, \\text{(3)}')
    expect([meant, unmeant]).toEqual(['d \\tag{3}', 'e'])
  })

  test('of what nothing is called stay its name, and are told', () => {
    const { blocks, strays } = settleFormulas([within('\\eqref{eq:a_b}')])
    expect(blocksText(blocks)).toBe('(eq:a_b)')
    expect(strays).toEqual([{ label: 'eq:a_b', lines: [9, 9] }])
  })

  test('are those of environments that have another name elsewhere', () => {
    expect(
      typesetOf(
        shown(
          '\\begin{eqnarray} a &=& b \\\\ c &=& d \\end{eqnarray}',
          '\\begin{multline} a \\\\ + b \\end{multline}',
          '\\begin{eqnarray*} a &=& b \\end{eqnarray*}',
        ),
      ),
    ).toEqual([
      '\\begin{align} a &= b \\tag{1}\\\\ c &= d \\tag{2}\\end{align}',
      '\\begin{gather} a \\notag\\\\ + b \\tag{3}\\end{gather}',
      '\\begin{align*} a &= b \\end{align*}',
    ])
  })
})

describe('commands', () => {
  test('hold for all formulas behind the one that lays them down, as far as these use them', () => {
    expect(
      typesetOf([
        ...shown('\\R', '\\newcommand{\\R}{\\mathbb{R}} \\newcommand\\norm[1]{\\left\\|#1\\right\\|_\\R}'),
        within('x \\in \\R'),
        within('\\norm{x}'),
        ...shown('\\begin{equation} \\R \\end{equation}'),
        within('y'),
      ]),
    ).toEqual([
      '\\R',
      '',
      '\\def\\R{\\mathbb{R}}x \\in \\R',
      '\\def\\norm#1{\\left\\|#1\\right\\|_\\R}\\def\\R{\\mathbb{R}}\\norm{x}',
      '\\def\\R{\\mathbb{R}} \\R \\tag{1}',
      'y',
    ])
  })

  test('may be laid down anew, by whatever name', () => {
    expect(
      typesetOf(
        shown('\\def\\a{1}\\a', '\\renewcommand{\\a}{2}\\a', '\\DeclareMathOperator*{\\amax}{arg\\,max} \\amax_x'),
      ),
    ).toEqual(['\\def\\a{1}\\a', '\\def\\a{2}\\a', '\\def\\amax{\\operatorname*{arg\\,max}} \\amax_x'])
  })

  test('alone in a formula are shown nowhere', () => {
    const { blocks } = settleFormulas([
      ...shown('\\newcommand{\\R}{\\mathbb{R}}'),
      within('\\def\\a{b}'),
      within('\\a'),
    ])
    expect(blocksText(withoutDefinitions(blocks))).toBe('b')
  })

  test('that go round in a circle, or are not closed, end', () => {
    expect(typesetOf(shown('\\def\\a{\\b}\\def\\b{\\a}\\a', '\\newcommand{\\c}{'))).toEqual([
      '\\def\\a{\\b}\\def\\b{\\a}\\a',
      '\\newcommand{\\c}{',
    ])
  })
})

test('formulas that lean on nothing stay the things that they are', () => {
  const blocks = [within('x^2'), ...shown('\\frac{a}{b}')]
  expect(settleFormulas(blocks).blocks).toBe(blocks)
})

test('a formula alone in a cell is set as one by itself is: its letters stay large', () => {
  const [one, two, three]: readonly Inline[] = ['\\frac{a}{b}', 'x^2', '\\frac{c}{d}'].map((tex) => ({
    kind: 'math',
    tex,
  }))
  const cells = [[one], [two], [three, { kind: 'text', text: ' here' }]] as const
  const rows = [cells.map((inlines) => ({ inlines: inlines.flatMap((inline) => inline ?? []) }))]
  const { blocks } = settleFormulas([{ kind: 'table', align: ['', '', ''], head: [], rows, lines: [1, 3] }])
  const [table] = blocks
  const said = table?.kind === 'table' ? table.rows.flat().flatMap(({ inlines }) => inlines) : []
  expect(said.map((inline) => (inline.kind === 'math' ? inline.whole : inline.kind))).toEqual([
    '\\displaystyle \\frac{a}{b}',
    undefined,
    undefined,
    'text',
  ])
})
