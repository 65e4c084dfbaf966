import { expect, test } from 'vitest'
import { isPlainSvg } from '../../src/trust/plainSvg.js'

const drawing = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">${inside}</svg>`

test.each(['<rect fill="red"/>', '<path d="M0 0" fill="url(#a)"/>', '<a xlink:href="#a"><text>u\\</text></a>'])(
  'programs for slides draw %s as browsers do',
  (inside) => expect(isPlainSvg(drawing(inside))).toBe(true),
)

test.each([
  '<style>rect{fill:red}</style>',
  '<s:style xmlns:s="http://www.w3.org/2000/svg"/>',
  '<use href="#a"/>',
  '<image href="data:image/png;base64,AAAA"/>',
  '<foreignObject/>',
  '<rect onload="x"/>',
  '<a href="&#106;avascript:x"/>',
  '<rect fill="url( &#34;b.svg#a&#34; )"/>',
  '<rect',
])('a browser draws %s', (inside) => expect(isPlainSvg(drawing(inside))).toBe(false))
