import { describe, expect, it } from 'vitest'
import { withoutLeftOut } from '../../src/check/leftOut.js'
import type { Block, PictureSize } from '../../src/model/notes.js'
import { blocksText } from '../../src/model/text.js'
import { readHtml } from '../../src/parse/html/readHtml.js'
import { parseNotes } from '../../src/parse/parse.js'
import { askedWidth } from '../../src/render/askedSize.js'

const blocksOf = (text: string): readonly Block[] =>
  parseNotes(
    { file: 'n.md', text },
    { front: {}, bodyLine: 1, asides: [], findings: [] },
    { repair: true, infer: true, lang: '' },
    readHtml,
  ).blocks

const px = (width?: number, height?: number): PictureSize => ({
  ...(width === undefined ? {} : { width: { of: 'px', amount: width } }),
  ...(height === undefined ? {} : { height: { of: 'px', amount: height } }),
})
const room = (amount: number): PictureSize => ({ width: { of: 'room', amount } })

describe('the size of a picture', () => {
  it.each<[string, PictureSize, alt: string]>([
    ['![a](x.png){width=300px}', px(300), 'a'],
    ['![a](x.png){width=50%}', room(0.5), 'a'],
    ['![a](x.png) {#id .left width="2in" }', px(192), 'a'],
    ['![a](x.png){width=50% #fig:a .c}', room(0.5), 'a'],
    ['![a](x.png){: width="300" height="200" }', px(300, 200), 'a'],
    ['![a](x.png)\n{: width="300"}', px(300), 'a'],
    ['![a](x.png =100x50)', px(100, 50), 'a'],
    ['![a](x.png =x50)', px(undefined, 50), 'a'],
    ['![a](x y.png =60%x)', room(0.6), 'a'],
    ['![a](x.png "title" =100x)', px(100), 'a'],
    ['![a|100](x.png)', px(100), 'a'],
    ['![w:200 h:100px a](x.png)', px(200, 100), 'a'],
    ['![a width:50%](x.png)', room(0.5), 'a'],
    ['![a | 100x50](x.png)', px(100, 50), 'a'],
    ['![[x.png|200]]', px(200), ''],
    ['![[x.png|words|200x100]]', px(200, 100), 'words'],
    ['![a](x.png#clientId=u1&height=175&id=z&width=375)', px(375, 175), 'a'],
    ['<img src="x.png" alt="a" width="120" height=80>', px(120, 80), 'a'],
    ['<img src="x.png" alt="a" width="900" style="width: 40%; color: red">', room(0.4), 'a'],
    ['<img src="x.png" alt="a" style="zoom:50%;" />', { width: { of: 'self', amount: 0.5 } }, 'a'],
  ])('%s', (text, size, alt) => {
    const blocks = blocksOf(text)
    expect(blocks).toMatchObject([{ kind: 'picture', alt, size }])
    expect(blocksText(blocks)).not.toMatch(/[{}|=]|100|200|300/)
  })

  it('is read in tables and in lines of text', () => {
    const [table, line] = blocksOf('| a |\n|---|\n| ![a\\|100](x.png) |\n\ntext ![a](x.png){width=2em} goes on')
    expect(table).toMatchObject({ rows: [[{ inlines: [{ kind: 'image', alt: 'a', size: px(100) }] }]] })
    expect(line).toMatchObject({ inlines: [{}, { kind: 'image', size: px(32) }, { text: ' goes on' }] })
  })

  it.each([
    '![a](x.png) {see below}',
    '![a](x.png){width=}',
    '![a](x.png) {{ site.name }}',
    '![a](x.png)\n{: .lead} and more',
  ])('is not %s', (text) => expect(blocksText(blocksOf(text))).toContain('{'))

  it.each(['![2|1](x.png)', '![100](x.png)'])('words of %s', (text) => {
    expect(blocksOf(text)).toMatchObject([{ kind: 'picture', alt: text.slice(2, text.search(/\||\]/)) }])
  })

  it('counts as no words of the notes', () => {
    for (const text of [
      '![](x.png){width=50%}',
      '![|300](x.png)',
      '![[x.png|a|300]]',
      '{: width="300"}',
      '![](x.png =9x9)',
    ])
      expect(withoutLeftOut(text)).not.toMatch(/width|300|50|9x9/)
  })
})

describe('the widest that it may be', () => {
  const shape = { ratio: 2, width: 1000 }
  it.each<[PictureSize | undefined, string | undefined]>([
    [undefined, undefined],
    [px(300), '300px'],
    [px(300, 100), 'min(300px,200px)'],
    [px(undefined, 100), '200px'],
    [room(0.5), '50%'],
    [room(3), '100%'],
    [{ width: { of: 'self', amount: 0.25 } }, '250px'],
    [px(1), '48px'],
    [{ height: { of: 'room', amount: 0.5 } }, undefined],
  ])('%j → %s', (size, expected) => expect(askedWidth(size, shape)).toBe(expected))
})
