import { expect, test } from 'vitest'
import { letteredDrawing } from '../../src/io/pictures/letteredDrawing.js'
import { cleanSvg } from '../../src/trust/svg.js'

const plain = '<svg xmlns="http://www.w3.org/2000/svg" width="9"><text font-family="Arial">Größe – 9</text></svg>'

test('letters that every system has are drawn by its fonts', async () => {
  expect(await letteredDrawing(plain)).toBe(plain)
  const styled = plain.replace('<text', '<style>.云{fill:red}</style><text')
  expect(await letteredDrawing(styled)).toBe(styled)
})

test('others by ones that the drawing carries, behind those that it asks for', async () => {
  const svg = await letteredDrawing(
    cleanSvg(
      `<svg style="font: bold 9px 'A;B'"><style>.a { font-family: "C" } .b{font-size:9px}</style><text font-family="Arial">云 font-family: x;</text></svg>`,
    ).text,
  )
  expect(svg).toMatch(
    /^<svg[^>]* font-family="sans-serif,Talkback"><style>@font-face\{font-family:Talkback;src:url\(data:font\/ttf;base64,/,
  )
  expect(svg).toContain('unicode-range:')
  expect(svg).toContain(`style="font: bold 9px 'A;B',Talkback"`)
  expect(svg).toMatch(/font-family: &#34;C&#34; ?,Talkback/)
  expect(svg).toContain('.b{font-size:9px}')
  expect(svg).toContain('<text font-family="Arial,Talkback">云 font-family: x;</text>')
  expect(cleanSvg(svg).dropped).toEqual([])
})
