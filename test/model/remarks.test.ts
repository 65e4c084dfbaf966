import { expect, it } from 'vitest'
import { linesOfRemark, readRemark } from '../../src/model/remarks.js'

it('a line is text, lines of bars are a table, and others code', () => {
  expect(readRemark('| alone |')).toEqual({ kind: 'text', text: '| alone |' })
  expect(readRemark('a: 1\n')).toEqual({ kind: 'code', text: 'a: 1' })
  expect(readRemark('| a | b |\n| --- | :-: |\n| 1 | x \\| y |')).toEqual({
    kind: 'table',
    head: ['a', 'b'],
    rows: [['1', 'x | y']],
  })
  expect(readRemark('| a | b |\n| 1 | 2 \\|')).toMatchObject({ rows: [{}, ['1', '2 |']] })
  expect(readRemark('| a | b |\n| 1 | 2 |')).toMatchObject({ head: [], rows: [{}, {}] })
})

it('as text, a table has its rows', () => {
  expect(linesOfRemark('| a | b |\n|---|---|\n| 1 | 2 |')).toEqual(['| a | b |', '| 1 | 2 |'])
  expect(linesOfRemark('a\n\nb\n')).toEqual(['a', '', 'b'])
})
