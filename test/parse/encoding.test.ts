import { expect, test } from 'vitest'
import { encodingFindings } from '../../src/parse/encoding.js'

const found = (text: string, encoding: string, isGuess = true) =>
  encodingFindings({ file: 'a.md', text, decoded: { encoding, isGuess } })

test('what was taken is told at the first word that is not ASCII, with that word', () => {
  expect(found('# Notes\n\nLe café du coin', 'windows-1252')).toEqual([
    {
      code: 'encoding-guessed',
      place: { line: 3, column: 7 },
      facts: { encoding: 'windows-1252', sample: 'café du coin' },
    },
  ])
})
test('broken bytes are counted, whoever named the encoding', () => {
  expect(found('a\n\ufffd标题 \ufffd', 'utf-8')).toEqual([
    { code: 'bytes-broken', place: { line: 2, column: 1 }, facts: { encoding: 'utf-8', count: 2 } },
  ])
  expect(found('标题', 'gb18030', false)).toEqual([])
})
test('plain UTF-8 has nothing to tell, also of a character that stands for a broken one', () => {
  expect(encodingFindings({ file: 'a.md', text: '标题 \ufffd' })).toEqual([])
})
