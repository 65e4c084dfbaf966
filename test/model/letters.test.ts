import { describe, expect, test } from 'vitest'
import { composed, lettersIn } from '../../src/model/letters.js'

describe('composed', () => {
  test.each([
    ['a Latin letter and its marks', 'e\u0323\u0302', '\u1ec7'],
    ['Cyrillic and kana', '\u0438\u0306\u304b\u3099', '\u0439\u304c'],
    ['a Korean syllable in pieces', '\u1112\u1161\u11ab', '\ud55c'],
    ['what Unicode has no character for', 'q\u0303', 'q\u0303'],
  ])('%s', (_, apart, together) => {
    expect(composed(apart)).toBe(together)
  })

  test('variants that stand alone stay themselves', () => {
    const variants = '\ufa19 \u212b \u2126 e\u0301'
    expect(composed(variants)).toBe('\ufa19 \u212b \u2126 \u00e9')
  })
})

test('letters have their marks with them, whatever planes they are of', () => {
  expect(lettersIn('ax\u0302\u0304𝑥\u0307b')).toEqual(['a', 'x\u0302\u0304', '𝑥\u0307', 'b'])
  expect(lettersIn('a😀')).toEqual(['a', '😀'])
})
