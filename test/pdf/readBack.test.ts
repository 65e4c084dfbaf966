import { describe, expect, test } from 'vitest'
import { finishPdf } from '../../src/pdf/finish.js'
import { writeToUnicode } from '../../src/pdf/fonts/toUnicode.js'
import { folded } from '../../src/pdf/read/pageContent.js'
import { type Intent, readBack } from '../../src/pdf/read/readBack.js'
import { UnknownPdf } from '../../src/pdf/unknown.js'
import { chromePdf } from './chromePdf.js'

const stream = (content: string): string => `<</Length ${content.length}>> stream\n${content}\nendstream`
const meanings = new Map([...'Kube 云原生…'].map((character, code) => [code + 1, character] as const))

/** Two pages, the first with text in one font, the second with a word said otherwise and one in a group; a link to the second. */
const sound = [
  '<</Producer (Skia)>>',
  '<</Type /Catalog\n/Pages 3 0 R\n/Dests 8 0 R>>',
  '<</Type /Pages\n/Count 2\n/Kids [4 0 R 5 0 R]>>',
  '<</Type /Page\n/MediaBox [0 0 960 540]\n/Contents 6 0 R\n/Annots [9 0 R]\n/Resources <</Font <</F10 10 0 R>>>>\n/Parent 3 0 R>>',
  '<</Type /Page\n/MediaBox [0 0 960 540]\n/Contents 7 0 R\n/Resources <</Font <</F10 10 0 R>> /XObject <</X13 13 0 R>>>>\n/Parent 3 0 R>>',
  stream('0 0 960 540 re\nf\nBT\n/F10 28 Tf\n<00010002> Tj\n9 0 Td <00030004> Tj\nET'),
  stream('BT\n/F10 28 Tf\n/Span<</ActualText <FEFF00660069> >> BDC\n<0001> Tj\nEMC\n<0006> Tj\nET\n/X13 Do'),
  '<</t1 [5 0 R /XYZ 0 540 0]>>',
  '<</Type /Annot\n/Subtype /Link\n/Rect [0 0 10 10]\n/Dest /t1>>',
  '<</Type /Font\n/Subtype /Type0\n/BaseFont /AAAAAA+Noto\n/DescendantFonts [11 0 R]\n/ToUnicode 14 0 R>>',
  '<</Type /Font\n/Subtype /CIDFontType2\n/FontDescriptor 12 0 R>>',
  '<</Type /FontDescriptor\n/FontName /AAAAAA+Noto\n/FontFile2 6 0 R>>',
  `<</Type /XObject\n/Subtype /Form\n/Resources <</Font <</F10 10 0 R>>>>\n/Length 29>> stream\nBT\n/F10 9 Tf\n<00070008> Tj\nET\nendstream`,
  stream(writeToUnicode(meanings)),
]
const bookmarks = [{ title: 'First 页', level: 1, page: 1, top: 0 }]
const words = { title: 'x', author: '', subject: '', keywords: '', lang: 'en', date: new Date(0) }
const intent: Intent = {
  pages: 2,
  bookmarks,
  samples: [{ words: ['Kube'] }, { words: ['ﬁ', '云', '原生'] }],
  mayBeDrawn: (font) => font !== 'Noto',
}
const finished = (objects: readonly string[]): Uint8Array => finishPdf(chromePdf(objects), { words, bookmarks })

test('a sound PDF has no faults: words are found in glyphs, in what stands for them, and in groups', () => {
  expect(readBack(finished(sound), intent)).toEqual([])
})

describe('a fault is found', () => {
  const swapped = (from: string, to: string): readonly string[] => {
    const objects = sound.map((object) => object.replace(from, to.padEnd(from.length)))
    expect(objects).not.toEqual(sound)
    return objects
  }
  const faulty: readonly (readonly [string, readonly string[], object])[] = [
    ['a dead link', swapped('/Dest /t1', '/Dest /t2'), { kind: 'link', what: 't2', page: 1 }],
    ['a font that is not there', swapped('/FontFile2 6 0 R', ''), { kind: 'font-absent', what: 'Noto' }],
    ['a font that is drawn', swapped('/Subtype /Type0', '/Subtype /Type3'), { kind: 'font-drawn', what: 'Noto' }],
    ['a word that is not there', swapped('<00010002>', '<00010001>'), { kind: 'text', what: 'Kube', page: 1 }],
    ['a word in a group', swapped('<00070008>', '<00070007>'), { kind: 'text', what: '原生', page: 2 }],
  ]
  test.each(faulty)('%s', (_, objects, fault) => {
    expect(readBack(finished(objects), intent)).toContainEqual(expect.objectContaining({ count: 1, ...fault }))
  })

  test('a page of empty boxes is not blank: their characters are told by themselves', () => {
    const boxes = swapped('<00010002> Tj\n9 0 Td <00030004> Tj', '<0000> Tj')
    expect(readBack(finished(boxes), { ...intent, samples: [{ words: [] }] })).toEqual([])
  })

  test('a page too many, or one that is blank', () => {
    const blank = swapped('BT\n/F10 28 Tf\n<00010002> Tj\n9 0 Td <00030004> Tj\nET', '')
    expect(readBack(finished(blank), { ...intent, samples: [{ words: [] }] })).toEqual([
      { kind: 'blank', count: 1, what: '', page: 1 },
    ])
    expect(readBack(finished(blank), { ...intent, samples: [{ words: [], empty: true }] })).toEqual([])
    expect(readBack(finished(sound), { ...intent, pages: 1 })).toEqual([
      { kind: 'pages', count: 1, what: '2', page: 0 },
    ])
  })

  test('a bookmark that leads elsewhere, or is missing', () => {
    const elsewhere = [{ title: 'First 页', level: 1, page: 2, top: 0 }]
    const more = [...bookmarks, { title: 'Second', level: 1, page: 2, top: 0 }]
    expect(readBack(finished(sound), { ...intent, bookmarks: elsewhere })).toMatchObject([
      { kind: 'bookmark', page: 2 },
    ])
    expect(readBack(finished(sound), { ...intent, bookmarks: more })).toMatchObject([
      { kind: 'bookmark', what: 'Second' },
    ])
  })

  test.each(['Next', 'First'])('nothing is said of bookmarks that go round in a circle by their %s', (way) => {
    const text = Buffer.from(finished(sound)).toString('latin1')
    const [own = '', number = '', place = ''] = /(\d+) 0 obj\s*<<\/Title [^/]*(\/Dest \[[^\]]*\])/.exec(text) ?? []
    const round = own.replace(place, `/${way} ${number} 0 R`.padEnd(place.length))
    expect(round).not.toBe(own)
    expect(round).toHaveLength(own.length)
    expect(() => readBack(Buffer.from(text.replace(own, round), 'latin1'), intent)).toThrow(UnknownPdf)
  })

  test('nothing is said of pages, or of groups, that reach further down than anybody writes', () => {
    const deep = (at: number, next: (at: number) => string) =>
      Array.from({ length: 100_000 }, (_, index) => next(at + index + 1))
    const first = sound.length + 1
    const pages = sound.map((object) => object.replace('[4 0 R 5 0 R]', `[${first} 0 R]`))
    const branches = deep(first, (next) => `<</Type /Pages\n/Count 1\n/Kids [${next} 0 R]>>`)
    expect(() => readBack(chromePdf([...pages, ...branches, '<</Type /Page>>']), intent)).toThrow(UnknownPdf)
    const groups = deep(first, (next) => `<</Resources <</XObject <</X1 ${next} 0 R>>>>>>`)
    const shown = sound.map((object) => object.replace('/X13 13 0 R', `/X13 ${first} 0 R`))
    expect(() => readBack(chromePdf([...shown, ...groups, '<<>>']), intent)).toThrow(UnknownPdf)
  })

  test('nothing is said of pages that go round in a circle', () => {
    const round = sound.map((object) => object.replace('[4 0 R 5 0 R]', '[4 0 R 3 0 R]'))
    expect(() => readBack(chromePdf(round), intent)).toThrow(UnknownPdf)
  })

  test('nothing is said of a page that can not be unpacked', () => {
    const objects = sound.map((object) => object.replace(/^<<\/Length (\d+)>>/, '<</Filter /FlateDecode\n/Length $1>>'))
    expect(() => readBack(finished(objects), intent)).toThrow(UnknownPdf)
  })

  test('nothing is said of bytes that are not of the known shape', () => {
    expect(() => readBack(finished(sound).subarray(0, 900), intent)).toThrow(UnknownPdf)
  })
})

test('only fonts that ought to be fonts must not be drawn', () => {
  const objects = sound.map((object) => object.replace('/Subtype /Type0', '/Subtype /Type3'))
  const kinds = readBack(finished(objects), { ...intent, mayBeDrawn: () => true }).map(({ kind }) => kind)
  expect(kinds).not.toContain('font-drawn')
})

test('a page is blank where that is certain: signs, drawings and what is written in another way are seen on it', () => {
  const text = 'BT\n/F10 28 Tf\n<00010002> Tj\n9 0 Td <00030004> Tj\nET'
  const seen = [
    ['a sign without a letter', 'BT /F10 28 Tf <0009> Tj ET', false],
    ['a code without a meaning', 'BT /F10 28 Tf <0063> Tj ET', false],
    ['letters as another maker writes them', 'BT /F10 28 Tf [(ab)-20(c)] TJ ET', false],
    ['a line', '0 0 m 9 9 l S', false],
    ['a picture among the text', 'BI /W 1 /H 1 ID x EI', false],
    ['spaces', 'BT /F10 28 Tf <00050005> Tj ET', true],
    ['a background', '0 0 9 9 re f', true],
  ] as const
  for (const [name, content, blank] of seen) {
    const objects = sound.map((object) => object.replace(text, content.padEnd(text.length)))
    const faults = readBack(finished(objects), { ...intent, samples: [{ words: [] }] })
    expect([name, faults.map(({ kind }) => kind)]).toEqual([name, blank ? ['blank'] : []])
  }
})

test('letters are compared without case, form, marks and signs', () => {
  expect(folded('Ｋube-原生 ﬁ!')).toBe('KUBE原生FI')
  expect(folded('of\u00adﬂine\u200b\ncafé')).toBe(folded('offline cafe\u0301'))
  expect(folded('Việt がぎ')).toBe('VIETかき')
})
