import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  readDictionary,
  readNumbers,
  readReference,
  readReferences,
  writeDictionary,
} from '../../src/pdf/dictionary.js'

test('values of every kind are kept as text', () => {
  const text = `<</Type /Page /Kids [1 0 R 2 0 R]\n/In <</A <</B /C>>/D [<</E 1>>]>> /S (a \\(b\\) >> /X) /H <FEFF 4E91>/N -1.5/B true>>rest`
  expect(readDictionary(text)).toEqual(
    new Map([
      ['Type', '/Page'],
      ['Kids', '[ 1 0 R 2 0 R ]'],
      ['In', '<< /A << /B /C >> /D [ << /E 1 >> ] >>'],
      ['S', '(a \\(b\\) >> /X)'],
      ['H', '<FEFF 4E91>'],
      ['N', '-1.5'],
      ['B', 'true'],
    ]),
  )
})

test.each(['', '[1 2]', '<</A 1', '<</A (x', '<</A [1>>', '>><</A 1>>', '12 0 R'])('%j is no dictionary', (text) => {
  expect(readDictionary(text)).toBeUndefined()
})

test('what is written is read', () => {
  const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9#.-]{0,8}$/)
  const value = fc.constantFrom('/Name', '12', '3 0 R', '(a \\) b)', '<FEFF>', '[ 1 [ 2 ] ]', '<< /K /V /L [ ] >>')
  fc.assert(
    fc.property(fc.array(fc.tuple(name, value)), (entries) => {
      const dictionary = new Map(entries)
      expect(readDictionary(writeDictionary(dictionary))).toEqual(dictionary)
    }),
  )
})

test('references and numbers', () => {
  expect(readReference('12 0 R')).toBe(12)
  expect(readReference('[ 12 0 R ]')).toBeUndefined()
  expect(readReference(undefined)).toBeUndefined()
  expect(readReferences('[ 1 0 R 23 0 R ]')).toEqual([1, 23])
  expect(readNumbers('[ 0 -1 .5 595.92 ]')).toEqual([0, -1, 0.5, 595.92])
})
