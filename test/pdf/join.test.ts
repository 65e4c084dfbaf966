import { describe, expect, test } from 'vitest'
import { readReference, readReferences } from '../../src/pdf/dictionary.js'
import { openPdf, pagesOf, rootOf } from '../../src/pdf/file.js'
import { readToUnicode, writeToUnicode } from '../../src/pdf/fonts/toUnicode.js'
import { readGlyphs, readTables } from '../../src/pdf/fonts/trueType.js'
import { readWidths, writeWidths } from '../../src/pdf/fonts/widths.js'
import { joinPdfs } from '../../src/pdf/join.js'
import { readFonts } from '../../src/pdf/read/fonts.js'
import { pageReader } from '../../src/pdf/read/pageContent.js'
import { resourcesOf } from '../../src/pdf/read/resources.js'
import { UnknownPdf } from '../../src/pdf/unknown.js'
import { chromePdf } from './chromePdf.js'
import { tinyFont } from './tinyFont.js'

const stream = (content: string): string => `<</Length ${content.length}>> stream\n${content}\nendstream`

interface Piece {
  readonly glyphs: readonly (readonly number[] | undefined)[]
  readonly says: ReadonlyMap<number, string>
  readonly name?: string
}

/** One page with one font, tagged; the tag has a name that others may refer to. */
function piece({ glyphs, says, name = 'Odd-Thin' }: Piece, tag: string): Uint8Array {
  const font = Buffer.from(tinyFont(glyphs)).toString('latin1')
  const codes = [...says.keys()].map((code) => code.toString(16).padStart(4, '0')).join('')
  const widths = writeWidths(new Map([...says.keys()].map((code) => [code, 500 + code])))
  return chromePdf([
    '<</Producer (Skia)>>',
    '<</Type /Catalog\n/Pages 3 0 R\n/StructTreeRoot 5 0 R>>',
    '<</Type /Pages\n/Count 1\n/Kids [4 0 R]>>',
    '<</Type /Page\n/MediaBox [0 0 960 540]\n/Contents 7 0 R\n/Resources <</Font <</F8 8 0 R>>>>\n/StructParents 0\n/Parent 3 0 R>>',
    '<</Type /StructTreeRoot\n/K 6 0 R\n/ParentTree 13 0 R\n/ParentTreeNextKey 1\n/IDTree 15 0 R>>',
    '<</Type /StructElem\n/S /Document\n/P 5 0 R\n/K [14 0 R]>>',
    stream(`BT\n/F8 28 Tf\n<${codes}> Tj\nET`),
    `<</Type /Font\n/Subtype /Type0\n/BaseFont /BAAAAA+${name}\n/Encoding /Identity-H\n/DescendantFonts [9 0 R]\n/ToUnicode 12 0 R>>`,
    `<</Type /Font\n/Subtype /CIDFontType2\n/BaseFont /BAAAAA+${name}\n/CIDToGIDMap /Identity\n/DW 600\n/W ${widths}\n/FontDescriptor 10 0 R>>`,
    `<</Type /FontDescriptor\n/FontName /BAAAAA+${name}\n/Flags 4\n/FontFile2 11 0 R>>`,
    stream(font),
    stream(writeToUnicode(says)),
    '<</Type /ParentTree\n/Nums [0 14 0 R]>>',
    `<</Type /StructElem\n/S /P\n/P 6 0 R\n/ID (${tag})>>`,
    `<</Kids [16 0 R]>>`,
    `<</Limits [(${tag}) (${tag})]\n/Names [(${tag}) 14 0 R]>>`,
  ])
}

/** The same with a picture and its mask, under numbers of their own. */
function pictured(picture: string, mask: string, gap: number): Uint8Array {
  const image = (bytes: string, more: string) =>
    `<</Type /XObject\n/Subtype /Image\n/Length ${bytes.length}${more}>> stream\n${bytes}\nendstream`
  const [start, end] = [17 + gap, 18 + gap]
  const objects = Buffer.from(piece(first, `node${gap}`))
    .toString('latin1')
    .split(/\d+ 0 obj\n/)
    .slice(1)
  const plain = objects.map((text) => text.replace(/\nendobj\n[\s\S]*$/, ''))
  const shown = plain.with(3, (plain[3] ?? '').replace('/Font <<', `/XObject <</X1 ${start} 0 R>>\n/Font <<`))
  const idle = Array.from({ length: gap }, () => '<</Idle true>>')
  return chromePdf([
    ...shown,
    ...idle,
    image(picture, `\n/ColorSpace [/ICCBased ${end} 0 R]\n/SMask ${end} 0 R`),
    image(mask, ''),
  ])
}

function joined(...pieces: readonly Piece[]) {
  const joiner = joinPdfs(pieces.length)
  for (const [index, each] of pieces.entries()) joiner.add(piece(each, `node${pieces.length - index}`))
  const file = openPdf(joiner.finish())
  return { file, pages: pagesOf(file) }
}

const dot = [0]
const [a, b, c] = [
  [1, 1, 1, 1],
  [2, 2, 2, 2],
  [3, 3, 3, 3, 3, 3, 3, 3],
]
const first: Piece = {
  glyphs: [dot, a, undefined, c],
  says: new Map([
    [1, 'A'],
    [3, 'C'],
  ]),
}
const second: Piece = {
  glyphs: [dot, a, b],
  says: new Map([
    [1, 'A'],
    [2, 'B'],
  ]),
}

describe('a font of two pieces', () => {
  const { file, pages } = joined(first, second)

  test('is there once, and every page reads as before', () => {
    expect(readFonts(file, pages)).toEqual([{ name: 'AAAAAA+Odd-Thin', type: 'Type0', embedded: true }])
    const read = pageReader(file)
    expect(pages.map((page) => read(page).letters)).toEqual(['AC', 'AB'])
  })

  test('has the glyphs, widths and meanings of both', () => {
    const [font] = readReferences(file.dictionary(pages[0] ?? 0).get('Resources'))
    const whole = file.dictionary(font ?? 0)
    const inner = file.dictionary(readReferences(whole.get('DescendantFonts'))[0] ?? 0)
    const descriptor = file.dictionary(readReference(inner.get('FontDescriptor')) ?? 0)
    const tables = readTables(file.stream(readReference(descriptor.get('FontFile2')) ?? 0))
    expect(readGlyphs(tables).map((glyph) => glyph && [...glyph])).toEqual([[0, 0, 0, 0], a, b, c])
    expect([...tables.keys()]).not.toContain('GSUB')
    expect([...readWidths(inner.get('W'))]).toEqual([
      [0, 500],
      [1, 501],
      [2, 502],
      [3, 503],
    ])
    const meanings = Buffer.from(file.stream(readReference(whole.get('ToUnicode')) ?? 0)).toString('latin1')
    expect([...readToUnicode(meanings).values()]).toEqual(['A', 'B', 'C'])
    expect([inner.get('BaseFont'), descriptor.get('FontName')]).toEqual(['/AAAAAA+Odd-Thin', '/AAAAAA+Odd-Thin'])
  })

  test('does not take the names of tags from each other', () => {
    const tree = file.dictionary(readReference(file.dictionary(rootOf(file)).get('StructTreeRoot')) ?? 0)
    const names = file.dictionary(rootOf(file)) && (tree.get('IDTree') ?? '')
    const [one, two] = readReferences(names)
    expect(names).toMatch(/\(node1\).*\(node2\)/)
    expect(file.dictionary(one ?? 0).get('ID')).toBe('(node1)')
    expect(file.dictionary(two ?? 0).get('ID')).toBe('(node2)')
  })
})

describe('fonts stay apart', () => {
  const odd: readonly (readonly [string, Piece])[] = [
    ['of another outline under the same number', { ...second, glyphs: [dot, b, b] }],
    ['of another meaning of the same code', { ...second, says: new Map([[1, 'X']]) }],
    ['of another name', { ...second, name: 'Odd-Bold' }],
  ]
  test.each(odd)('%s', (_, other) => {
    const { file, pages } = joined(first, other)
    expect(readFonts(file, pages)).toHaveLength(2)
    const read = pageReader(file)
    expect(read(pages[1] ?? 0).letters).toBe([...other.says.values()].join(''))
  })
})

test('a single print stays as it is', () => {
  const only = piece(first, 'node1')
  const joiner = joinPdfs(1)
  joiner.add(only)
  expect(joiner.finish()).toBe(only)
  expect(() => joinPdfs(1).finish()).toThrow(UnknownPdf)
})

describe('a picture of two pieces', () => {
  const pictures = (...prints: readonly Uint8Array[]) => {
    const joiner = joinPdfs(prints.length)
    for (const print of prints) joiner.add(print)
    const file = openPdf(joiner.finish())
    const used = [...resourcesOf(file, pagesOf(file)).pictures]
    const masks = used.map((picture) => readReference(file.dictionary(picture).get('SMask')) ?? 0)
    return { file, used, masks, whole: file.holding('/Subtype /Image') }
  }

  test('is there once, with its mask', () => {
    const { file, used, masks, whole } = pictures(pictured('rose', 'round', 0), pictured('rose', 'round', 2))
    expect(whole).toEqual([...used, ...masks])
    expect([used, masks].map(([object]) => Buffer.from(file.packed(object ?? 0)).toString())).toEqual(['rose', 'round'])
  })

  test.each([
    ['picture', 'lily', 'round'],
    ['mask', 'rose', 'square'],
  ])('is another one with another %s', (_, picture, mask) => {
    const { file, used, masks } = pictures(pictured('rose', 'round', 0), pictured(picture, mask, 2))
    expect(used.map((object) => Buffer.from(file.packed(object)).toString())).toEqual(['rose', picture])
    expect(masks.map((object) => Buffer.from(file.packed(object)).toString())).toEqual(['round', mask])
  })
})
