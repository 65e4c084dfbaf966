import { expect, test } from 'vitest'
import { openPdf } from '../../src/pdf/file.js'
import { finishPdf } from '../../src/pdf/finish.js'
import { chromePdf } from './chromePdf.js'

/** Three pages; on the first of them a list of three items, each with a link to one of these places. */
function tagsOf(places: readonly string[], more: string = ''): readonly (string | undefined)[] {
  const [first, second, third] = places
  const link = (place: string | undefined) => `<</Type /Annot\n/Subtype /Link\n/Rect [9 9 99 99]\n/Dest /${place}>>`
  const item = (number: number) => [
    `<</Type /StructElem\n/S /LI\n/P 12 0 R\n/K [${number + 1} 0 R${number === 13 ? more : ''}]>>`,
    `<</Type /StructElem\n/S /Link\n/P ${number} 0 R\n/K [<</Type /MCR\n/Pg 4 0 R\n/MCID 0>> <</Type /OBJR\n/Obj ${7 + (number - 13) / 2} 0 R\n/Pg 4 0 R>>]>>`,
  ]
  const page = (annotations: string) =>
    `<</Type /Page\n/MediaBox [0 0 960 540]\n/Parent 3 0 R\n/Annots [${annotations}]>>`
  const file = chromePdf([
    '<</Producer (Skia)>>',
    '<</Type /Catalog\n/Pages 3 0 R\n/Dests 10 0 R\n/StructTreeRoot 11 0 R>>',
    '<</Type /Pages\n/Count 3\n/Kids [4 0 R 5 0 R 6 0 R]>>',
    page('7 0 R 8 0 R 9 0 R'),
    page(''),
    page(''),
    link(first),
    link(second),
    link(third),
    '<</one [4 0 R /XYZ 0 540 0]\n/two [5 0 R /XYZ 0 540 0]\n/three [6 0 R /XYZ 0 540 0]>>',
    '<</Type /StructTreeRoot\n/K 12 0 R>>',
    '<</Type /StructElem\n/S /L\n/A [<</O /List\n/ListNumbering /Disc>>]\n/P 11 0 R\n/K [13 0 R 15 0 R 17 0 R]>>',
    ...[13, 15, 17].flatMap(item),
  ])
  const words = { title: 'x', author: '', subject: '', keywords: '', lang: 'en' }
  const finished = openPdf(finishPdf(file, { words, bookmarks: [] }))
  return [finished.dictionary(12).get('A'), ...[12, 13, 17].map((tag) => finished.dictionary(tag).get('S'))]
}

test('a list whose items lead on and on through the document is its table of contents', () => {
  expect(tagsOf(['one', 'two', 'three'])).toEqual([undefined, '/TOC', '/TOCI', '/TOCI'])
  expect(tagsOf(['two', 'two', 'three'])).toEqual([undefined, '/TOC', '/TOCI', '/TOCI'])
})

test.each([
  ['leads back', ['three', 'two', 'one'], ''],
  ['leads out of it', ['one', 'two', 'elsewhere'], ''],
  ['leads to several places in one item', ['one', 'two', 'three'], ' 16 0 R'],
])('a list that %s stays a list', (_, places, more) => {
  expect(tagsOf(places, more).slice(1)).toEqual(['/L', '/LI', '/LI'])
})
