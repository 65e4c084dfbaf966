import { describe, expect, test } from 'vitest'
import { finishPdf } from '../../src/pdf/finish.js'
import { UnknownPdf } from '../../src/pdf/unknown.js'
import { chromePdf, threePages } from './chromePdf.js'
import { pdfFacts } from './pdfFacts.js'

const words = {
  title: '云 (2018)',
  author: 'A. Uthor',
  subject: '',
  keywords: 'x',
  lang: 'zh-Hans',
  date: new Date(Date.UTC(2000, 0, 1)),
}
const bookmarks = [
  { title: 'First', level: 1, page: 1, top: 0 },
  { title: 'Second part', level: 2, page: 2, top: 40 },
]

test('a finished PDF says what it is and keeps what Chrome wrote', () => {
  expect(pdfFacts(finishPdf(chromePdf(threePages), { words, bookmarks }))).toEqual({
    pages: 3,
    title: '云 (2018)',
    lang: 'zh-Hans',
    tagged: true,
    labels: true,
    outline: [
      { title: 'First', level: 1, page: 1 },
      { title: 'Second part', level: 2, page: 2 },
    ],
    fonts: [{ name: 'Odd', type: 'Type3', embedded: true }],
    links: [
      { name: 'a', alive: true },
      { name: 'gone', alive: false },
    ],
    addresses: [],
  })
})

test('nothing of the first title and date is left, and the id follows from the content', () => {
  const text = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1')
  const finished = text(finishPdf(chromePdf(threePages), { words, bookmarks: [] }))
  expect(finished).not.toContain('20261122')
  expect(finished).not.toContain('endobj \\(x')
  expect(finished).not.toContain('/Subject')
  expect(finished).not.toContain('/Outlines')
  expect(finished).toContain('/Producer (Skia/PDF m156)')
  expect(finished).toContain('/CreationDate (D:20000101000000Z)')
  const later = threePages.with(0, (threePages[0] ?? '').replace('20261122203508', '20261123000000'))
  expect(text(finishPdf(chromePdf(later), { words, bookmarks: [] }))).toBe(finished)
  const idOf = (pdf: string): string | undefined => /\/ID \[<([0-9A-F]{32})> <\1>\]/.exec(pdf)?.[1]
  expect(idOf(finished)).toBeDefined()
  expect(idOf(text(finishPdf(chromePdf(threePages), { words: { ...words, title: 'Other' }, bookmarks: [] })))).not.toBe(
    idOf(finished),
  )
})

test('every offset of the new table leads to its object', () => {
  const finished = Buffer.from(finishPdf(chromePdf(threePages), { words, bookmarks })).toString('latin1')
  const table = finished.slice(Number(/startxref\n(\d+)/.exec(finished)?.[1]))
  const entries = [...table.matchAll(/^(\d{10}) \d{5} ([nf]) $/gm)]
  expect(entries).toHaveLength(threePages.length + 1 + 3 + 1)
  for (const [number, entry] of entries.entries()) {
    if (number > 0)
      expect(finished.slice(Number(entry[1]), Number(entry[1]) + 9)).toMatch(new RegExp(`^${number} 0 obj`))
  }
})

/** A table whose one head was the so many-th that Chrome had shown, and a text that looks like its name. */
const table = (head: string, inline: boolean): readonly string[] => [
  ...threePages.with(
    8,
    `<</Type /StructTreeRoot\n/K 4 0 R\n/IDTree ${inline ? `<</Names [(${head}) 14 0 R (z) 13 0 R]>>` : '16 0 R'}>>`,
  ),
  '<</S /TH\n/ID (z)>>',
  `<</S /TH\n/Alt (${head})\n/ID (${head})>>`,
  `<</S /TD\n/A [<</O /Table\n/Headers [(${head}) (z)]>>]>>`,
  '<</Kids [17 0 R]>>',
  `<</Names [(${head}) 14 0 R (z) 13 0 R]>>`,
]

test.each([true, false])(
  'the heads of a table are named by where they stand, whatever Chrome had shown before',
  (inline) => {
    const finish = (head: string): string =>
      Buffer.from(finishPdf(chromePdf(table(head, inline)), { words, bookmarks: [] })).toString('latin1')
    const finished = finish('node00000033')
    expect(finished).toContain('/IDTree <</Names [(node00000001) 13 0 R (node00000002) 14 0 R]>>')
    expect(finished).toContain('/S /TH\n/ID (node00000001)')
    expect(finished).toContain('/Headers [ (node00000002) (node00000001) ]')
    expect(finished).toContain('/Alt (node00000033)')
    expect(finish('node00000951').replaceAll('node00000951', 'node00000033')).toContain(
      finished.slice(finished.indexOf('/S /TH'), finished.indexOf('xref')),
    )
  },
)

test('a mistake of ours is none of the PDF', () => {
  const dateless = { ...words, date: new Date(Number.NaN) }
  expect(() => finishPdf(chromePdf(threePages), { words: dateless, bookmarks })).toThrow(RangeError)
})

describe('a PDF of another shape is refused', () => {
  const whole = Buffer.from(chromePdf(threePages)).toString('latin1')
  test.each([
    ['empty', ''],
    ['cut off', whole.slice(0, -200)],
    ['changed before', whole.replace('/Root', '/Prev 12\n/Root')],
    ['encrypted', whole.replace('/Root', '/Encrypt 1 0 R\n/Root')],
    ['with a broken table', whole.replace('00000 n \n', '00000 x \n')],
    ['with shifted objects', whole.replace('%PDF-1.4\n', '%PDF-1.4\n\n')],
    ['with a table that points elsewhere', whole.replace('2 0 obj', '7 0 obj')],
    ['with a table that says it is endless', whole.replace(/xref\n0 \d+/, 'xref\n0 99999999999')],
    ['without information', whole.replace('/Info 1 0 R', '')],
    ['without a size of its pages', whole.replace('/MediaBox [0 0 960 540]', ' '.repeat(23))],
  ])('%s', (_, text) => {
    expect(text).not.toBe(whole)
    expect(() => finishPdf(Buffer.from(text, 'latin1'), { words, bookmarks })).toThrow(UnknownPdf)
  })
})

test('what is tagged as a figure has a text, or is none', () => {
  const figures = [
    ...threePages,
    '<</Type /StructElem\n/S /Figure\n/Alt (A mesh)>>',
    '<</Type /StructElem\n/S /Figure\n/K [13 0 R]>>',
    '<</Type /StructElem\n/S /Figure>>',
  ]
  const finished = Buffer.from(finishPdf(chromePdf(figures), { words, bookmarks: [] })).toString('latin1')
  expect(finished.match(/\/S \/Figure\n\/Alt \(A mesh\)/g)).toHaveLength(1)
  expect(finished.match(/\/S \/Figure/g)).toHaveLength(1)
  expect(finished.match(/\/S \/Div/g)).toHaveLength(2)
})
