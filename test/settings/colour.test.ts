import { expect, test } from 'vitest'
import { parseColour } from '../../src/settings/colour.js'
import { settingsTable } from '../../src/settings/table.js'
import { readValue } from '../../src/settings/value.js'

test.each([
  ['#b5362a', [181, 54, 42]],
  ['#FFF', [255, 255, 255]],
  ['Teal', [0, 128, 128]],
  ['rebeccapurple', [102, 51, 153]],
  ['rgb(0, 90, 120)', [0, 90, 120]],
  ['rgb(100% 0% 50%)', [255, 0, 127.5]],
  ['hsl(120 100% 25%)', [0, 127.5, 0]],
  ['hsl(-240deg, 100%, 50%)', [0, 255, 0]],
])('%s', (text, colour) => {
  expect(parseColour(text)?.map((value) => Math.round(value * 10) / 10)).toEqual(colour)
})

test.each([
  '',
  'tael',
  '#12345',
  '#12345678',
  'rgb(1, 2)',
  'rgb(a b c)',
  'rgb(0 0 0 / 50%)',
  'url(x)',
  'red; x',
  'hsl(1 2 3 4)',
])('%j is none', (text) => expect(parseColour(text)).toBeUndefined())

test('an accent whose # was read as a comment is told, not ignored', () => {
  expect(readValue(settingsTable.accent, null)).toMatchObject({
    state: 'wrong',
    expected: expect.stringContaining('quotes'),
  })
  expect(readValue(settingsTable.footer, null)).toEqual({ state: 'absent' })
})
