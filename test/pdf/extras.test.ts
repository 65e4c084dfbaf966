import { describe, expect, test } from 'vitest'
import { readDictionary, readReference, readReferences } from '../../src/pdf/dictionary.js'
import { openPdf, type PdfFile, pagesOf, rootOf } from '../../src/pdf/file.js'
import { type Finish, finishPdf } from '../../src/pdf/finish.js'
import { labelsOf } from '../../src/pdf/labels.js'
import { readOutline } from '../../src/pdf/read/outline.js'
import { readPdfString } from '../../src/pdf/text.js'
import { chromePdf } from './chromePdf.js'

/** Two pages with tags: the talk's, and one a page, in the first a figure around a picture; a link each way. */
const tagged = [
  '<</Producer (Skia)>>',
  '<</Type /Catalog\n/Pages 3 0 R\n/Dests 8 0 R\n/StructTreeRoot 9 0 R>>',
  '<</Type /Pages\n/Count 2\n/Kids [4 0 R 5 0 R]>>',
  '<</Type /Page\n/MediaBox [0 0 960 540]\n/Contents 6 0 R\n/Annots [7 0 R]\n/StructParents 0\n/Parent 3 0 R>>',
  '<</Type /Page\n/MediaBox [0 0 960 540]\n/Contents 6 0 R\n/StructParents 1\n/Parent 3 0 R>>',
  '<</Length 9>> stream\n0 0 m 1 1\nendstream',
  '<</Type /Annot\n/Subtype /Link\n/Rect [96 54 192 108]\n/Dest /t1>>',
  '<</t1 [5 0 R /XYZ 0 540 0]>>',
  '<</Type /StructTreeRoot\n/K 10 0 R\n/ParentTree 15 0 R\n/ParentTreeNextKey 2>>',
  '<</Type /StructElem\n/S /Document\n/P 9 0 R\n/K 11 0 R>>',
  '<</Type /StructElem\n/S /NonStruct\n/P 10 0 R\n/K [12 0 R 14 0 R]>>',
  '<</Type /StructElem\n/S /Figure\n/P 11 0 R\n/K [13 0 R]>>',
  '<</Type /StructElem\n/S /Figure\n/Alt (A picture)\n/P 12 0 R\n/Pg 4 0 R\n/K 0>>',
  '<</Type /StructElem\n/S /H2\n/P 11 0 R\n/Pg 5 0 R\n/K 0>>',
  '<</Type /ParentTree\n/Nums [0 16 0 R 1 17 0 R]>>',
  '[13 0 R]',
  '[14 0 R]',
]
const words = { title: 'A & 云', author: '', subject: '', keywords: '', lang: 'en', date: new Date(0) }
const bookmarks = [
  { title: 'One', level: 1, page: 1, top: 0 },
  { title: 'Two', level: 1, page: 2, top: 40 },
]

function finished(more: Partial<Finish> = {}): { readonly file: PdfFile; readonly pages: readonly number[] } {
  const file = openPdf(finishPdf(chromePdf(tagged), { words, bookmarks, ...more }))
  return { file, pages: pagesOf(file) }
}

test('a link says where it leads, and a figure around a picture is no picture', () => {
  const { file } = finished()
  expect(readPdfString(file.dictionary(7).get('Contents') ?? '')).toBe('Two')
  expect(file.dictionary(12).get('S')).toBe('/Div')
  expect(file.dictionary(13).get('S')).toBe('/Figure')
})

test('what it says of itself stands there as XML, too', () => {
  const { file } = finished()
  const object = readReference(file.dictionary(rootOf(file)).get('Metadata')) ?? 0
  const xml = Buffer.from(file.stream(object)).toString('utf8')
  expect(xml).toContain('<dc:title><rdf:Alt><rdf:li xml:lang="x-default">A &amp; 云</rdf:li></rdf:Alt></dc:title>')
  expect(xml).toContain('<xmp:CreateDate>1970-01-01T00:00:00Z</xmp:CreateDate>')
  expect(xml).not.toMatch(/dc:creator|pdfuaid/)
})

test('without a date it says none, neither here nor there', () => {
  const { date: _, ...undated } = words
  const bytes = Buffer.from(finishPdf(chromePdf(tagged), { words: undated, bookmarks })).toString('latin1')
  expect(bytes).not.toMatch(/CreationDate|ModDate|CreateDate|ModifyDate/)
})

describe('page labels', () => {
  test.each([
    [[], '<</Nums [0 <</S /D>>]>>'],
    [[1, 2, 3], '<</Nums [0 <</S /D /St 1>>]>>'],
    [[1, 2, 2, 2, 3], '<</Nums [0 <</S /D /St 1>> 2 <</S /D /St 2>> 3 <</S /D /St 2>>]>>'],
  ])('%j', (numbers, labels) => {
    expect(labelsOf(numbers)).toBe(labels)
  })
})

describe('speaker notes', () => {
  const { file, pages } = finished({ notes: [undefined, '深呼吸 (breathe)\nthen go on'] })
  const [first, second] = pages.map((page) => file.dictionary(page))
  const notes = readReferences(second?.get('Annots'))
  const note = file.dictionary(notes[0] ?? 0)

  test('are a note to open, in the corner of their page, and are not printed', () => {
    expect(readReferences(first?.get('Annots'))).toEqual([7])
    expect(notes).toHaveLength(1)
    expect(note.get('Subtype')).toBe('/Text')
    expect(readPdfString(note.get('Contents') ?? '')).toBe('深呼吸 (breathe)\rthen go on')
    expect(note.get('Rect')).toBe('[ 932 512 952 532 ]')
    expect(note.get('P')).toBe(`${pages[1]} 0 R`)
    expect(Number(note.get('F')) & 4).toBe(0)
    expect(second?.get('Tabs')).toBe('/S')
  })

  test('are among the tags of their page', () => {
    const tree = file.dictionary(9)
    expect(tree.get('ParentTreeNextKey')).toBe('3')
    const tag = Number(
      new RegExp(`${note.get('StructParent')} (\\d+) 0 R`).exec(
        readDictionary(tree.get('ParentTree') ?? '')?.get('Nums') ?? '',
      )?.[1],
    )
    expect(file.dictionary(tag).get('S')).toBe('/Annot')
    expect(readReferences(file.dictionary(tag).get('K'))).toEqual([notes[0], pages[1]])
    expect(readReferences(file.dictionary(14).get('K'))).toEqual([tag])
  })
})

describe('pages on paper', () => {
  const sheet = { width: 800, height: 600, margin: 16 }
  const { file, pages } = finished({ sheet, notes: ['x'] })

  test('are as large as the paper, and what they draw is moved to its middle', () => {
    const page = file.dictionary(pages[0] ?? 0)
    expect(page.get('MediaBox')).toBe('[ 0 0 800 600 ]')
    const [before, content, after] = readReferences(page.get('Contents')).map((object) =>
      Buffer.from(file.stream(object)).toString(),
    )
    expect(before).toBe('q 0.8 0 0 0.8 16 84 cm')
    expect(content).toBe('0 0 m 1 1')
    expect(after).toMatch(/^Q \/Artifact BMC .* 16 84 768 432 re S EMC$/)
  })

  test('links, their places, bookmarks and notes move along', () => {
    expect(file.dictionary(7).get('Rect')).toBe('[ 92.8 127.2 169.6 170.4 ]')
    expect(file.dictionary(8).get('t1')).toBe(`[ ${pages[1]} 0 R /XYZ 16 516 0 ]`)
    expect(readOutline(file, pages).map(({ page }) => page)).toEqual([1, 2])
    const [, note] = readReferences(file.dictionary(pages[0] ?? 0).get('Annots'))
    expect(file.dictionary(note ?? 0).get('Rect')).toBe('[ 772 572 792 592 ]')
  })
})
