import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pdfDate, pdfString, readPdfString } from '../../src/pdf/text.js'

test('ASCII stays readable, anything else is UTF-16 with its mark', () => {
  expect(pdfString('Talk (2018) \\ end')).toBe('(Talk \\(2018\\) \\\\ end)')
  expect(pdfString('云a')).toBe('<FEFF4E910061>')
  expect(pdfString('two\r\nlines')).toBe('(two lines)')
})

test('text comes back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(!/[\u0000-\u001f\u007f]/.test(text))
      expect(readPdfString(pdfString(text))).toBe(text)
    }),
  )
})

test('half a character is replaced, not written', () => {
  expect(readPdfString(pdfString('a\ud83d'))).toBe('a\ufffd')
})

test('escapes that others write are read', () => {
  expect(readPdfString('(a\\053b\\n\\(c\\))')).toBe('a+b\n(c)')
})

test('dates are in UTC', () => {
  expect(pdfDate(new Date(Date.UTC(2000, 0, 2, 3, 4, 5)))).toBe('(D:20000102030405Z)')
})
