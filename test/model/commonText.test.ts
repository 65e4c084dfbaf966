import { expect, test } from 'vitest'
import { hasWord, isCommon, wordsOf } from '../../src/model/commonText.js'

test('of each character that counts as common, the short patterns say what those of Unicode say', () => {
  const common = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(isCommon)
  const single = common.filter((character) => !/[\ud800-\udfff]/.test(character))
  expect(single.length).toBeGreaterThan(20_000)
  const wrong = single.filter((character) => hasWord(character) !== /[\p{L}\p{N}]/u.test(character))
  expect(wrong).toEqual([])
  expect(single.filter((character) => /\p{M}/u.test(character))).toEqual([])
  // Of those in two units, none but the last planes, which are of private use.
  expect([...'𠮷😀𝐀é'].filter(isCommon)).toEqual([])
  expect(isCommon('\u{10fc05}')).toBe(true)
})

test('words are runs of letters and digits, in any script', () => {
  expect(wordsOf('Kubernetes 1.12 的调度，well—known')).toEqual(['Kubernetes', '1', '12', '的调度', 'well', 'known'])
  expect(wordsOf('déjà vu, Ⅳ')).toEqual(['déjà', 'vu', 'Ⅳ'])
  expect(hasWord('— … ！')).toBe(false)
  expect(hasWord('— é')).toBe(true)
})
