import { expect, test } from 'vitest'
import type { MathNode } from '../../src/model/parts.js'
import { ommlOf } from '../../src/pptx/omml.js'

const node = (name: string, said: string | readonly MathNode[], attributes: Record<string, string> = {}): MathNode =>
  typeof said === 'string'
    ? { name, text: said, attributes, children: [] }
    : { name, text: '', attributes, children: said }
const i = (text: string): MathNode => node('mi', text)
const o = (text: string, attributes: Record<string, string> = {}): MathNode => node('mo', text, attributes)

/** Names and letters alone. */
const written = (...children: readonly MathNode[]): string =>
  ommlOf(node('math', children), { run: () => '' })
    .replace(/<m:ctrlPr\/?>|<\/m:ctrlPr>|<m:rPr>.*?<\/m:rPr>/g, '')
    .replace(/<m:\w+Pr><\/m:\w+Pr>/g, '')
    .replace(/<m:r><m:t[^>]*>(.*?)<\/m:t><\/m:r>/g, '$1')

test.each([
  ['a fraction', [node('mfrac', [i('a'), i('b')])], '<m:f><m:num>a</m:num><m:den>b</m:den></m:f>'],
  ['a power', [node('msup', [i('x'), node('mn', '2')])], '<m:sSup><m:e>x</m:e><m:sup>2</m:sup></m:sSup>'],
  [
    'both',
    [node('msubsup', [i('x'), i('i'), i('n')])],
    '<m:sSubSup><m:e>x</m:e><m:sub>i</m:sub><m:sup>n</m:sup></m:sSubSup>',
  ],
  ['a root', [node('mroot', [i('x'), node('mn', '3')])], '<m:rad><m:deg>3</m:deg><m:e>x</m:e></m:rad>'],
  [
    'a sum takes what it sums',
    [node('munderover', [o('∑'), i('i'), i('n')]), i('x'), o('+'), i('y')],
    '<m:nary><m:naryPr><m:chr m:val="∑"/><m:limLoc m:val="undOvr"/></m:naryPr><m:sub>i</m:sub><m:sup>n</m:sup><m:e>x</m:e></m:nary>+y',
  ],
  [
    'fences',
    [node('mrow', [o('(', { fence: 'true' }), i('x'), o(')', { fence: 'true' })])],
    '<m:d><m:dPr><m:begChr m:val="("/><m:endChr m:val=")"/></m:dPr><m:e>x</m:e></m:d>',
  ],
  [
    'an accent',
    [node('mover', [i('y'), o('^')])],
    '<m:acc><m:accPr><m:chr m:val="\u0302"/></m:accPr><m:e>y</m:e></m:acc>',
  ],
  ['what is not drawn', [i('log'), o('\u2061'), i('p')], 'logp'],
  ['text', [node('mtext', '如果 <')], '如果 &lt;'],
])('%s', (_, nodes, expected) => {
  expect(written(...nodes)).toBe(expected)
})

test('a matrix has its cells', () => {
  const cell = (text: string) => node('mtd', [i(text)])
  const matrix = node('mtable', [node('mtr', [cell('a'), cell('b')]), node('mtr', [cell('c'), cell('d')])])
  expect(written(matrix)).toContain('<m:mr><m:e>a</m:e><m:e>b</m:e></m:mr><m:mr><m:e>c</m:e><m:e>d</m:e></m:mr></m:m>')
})
