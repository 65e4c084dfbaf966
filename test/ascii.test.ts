/** What esbuild bundled → the same in ASCII: what it means there. */
import { expect, test } from 'vitest'
import { inAscii } from '../scripts/ascii.mjs'

/** What a piece of code gives, as it is and in ASCII. */
const both = (code: string): readonly unknown[] => [code, inAscii(code)].map((each) => new Function(`return ${each}`)())

test.each([
  '/^[“—一-龥]+$/.test("\\u4e00\\u9fa5")',
  '/[😀-😂]/u.exec("a\\ud83d\\ude01")[0]',
  'String.raw`\\d年月`',
  'new RegExp(String.raw`^\\s[、。]$`).source',
  '`a…b`',
])('code means in ASCII what it meant: %s', (code) => {
  const [before, after] = both(code)
  expect(after).toEqual(before)
  expect(inAscii(code)).toMatch(/^[\0-\x7f]*$/)
})

test('what can’t be written in ASCII is told', () => {
  expect(() => inAscii('/\\。/')).toThrow()
})
