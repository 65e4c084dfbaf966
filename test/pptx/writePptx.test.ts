import { describe, expect, test } from 'vitest'
import type { Link, PicturePart, TablePart } from '../../src/model/parts.js'
import type { Typefaces } from '../../src/model/typefaces.js'
import { bar, deckOf, numbered, paragraphOf, slideOf, textOf } from './deck.js'
import { misplaced } from './elementOrder.js'
import { factsOf, pptxBytes, pptxFacts, pptxFaults, shapesIn } from './pptxFacts.js'

const title = textOf([paragraphOf('Where we are')], { role: 'title' })
const picture: PicturePart = {
  kind: 'picture',
  box: { x: 92, y: 200, width: 400, height: 300 },
  source: 'file:///deck/pictures/a.svg',
  natural: { width: 400, height: 300 },
  alt: 'Growth over five years',
  crop: { left: 0, top: 0, right: 0.25, bottom: 0 },
  fixed: false,
}
const drawn = new Uint8Array([1, 2, 3])
const pictures = new Map([['file:///deck/pictures/a.svg', { type: 'svg', bytes: drawn, fallback: drawn } as const]])
const cell = (text: string) => ({
  paragraphs: [paragraphOf(text)],
  padding: { left: 0, top: 9, right: 20, bottom: 9 },
  align: 'top' as const,
  below: { colour: '#1c2127', width: 2, dashed: false },
})
const table: TablePart = {
  kind: 'table',
  box: { x: 92, y: 300, width: 600, height: 100 },
  head: true,
  columns: [400, 200],
  rows: [
    { height: 50, cells: [cell('Project'), cell('Stars')] },
    { height: 50, cells: [cell('harbor'), { ...cell(''), paragraphs: [] }] },
  ],
}

const written = (...slides: Parameters<typeof slideOf>[]) =>
  factsOf(
    deckOf(
      slides.map(([parts, more], index) => slideOf(parts, { page: index + 1, ...more })),
      { pictures },
    ),
  )

describe('a file of everything', async () => {
  const list = textOf(
    [3, 4].map((number) => numbered(number)),
    { role: 'body' },
  )
  const foot = textOf([paragraphOf('A talk')], { role: 'foot' })
  const number = textOf([paragraphOf('1')], { role: 'page-number' })
  const facts = await written(
    [[bar, title, list, foot, number], { notes: ['Say hello', 'Wait < for "them" & smile'] }],
    [[bar, title, picture, table], { layout: 'picture' }],
  )

  test('holds together', () => {
    expect(pptxFaults(facts)).toEqual([])
  })

  test('has titles, points and notes that programs know as such', () => {
    const [first] = facts.slides
    expect(first?.title).toBe('Where we are')
    expect(first?.notes).toEqual(['Say hello', 'Wait < for "them" & smile'])
    expect(first?.xml).toContain('<a:buAutoNum type="arabicPeriod" startAt="3"/>')
    expect(first?.xml).toContain('type="slidenum"')
  })

  test('says what pictures show, and shows an SVG as PNG where it is not known', () => {
    const shape = shapesIn(facts.slides[1]?.xml ?? '').find((xml) => xml.startsWith('<p:pic>'))
    expect(facts.slides[1]?.alts).toEqual(['Growth over five years'])
    expect(shape).toContain('<a:srcRect l="0" t="0" r="25000" b="0"/>')
    expect(shape).toContain('svgBlip')
    expect([...facts.files.keys()].filter((path) => path.includes('media')).sort()).toEqual([
      'ppt/media/image1.png',
      'ppt/media/image1.svg',
    ])
  })

  test('keeps what all slides of a layout have on the layout', () => {
    const bars = (xml: string): number => xml.split('<p:cNvPr').filter((part) => part.includes('decorative')).length
    expect(facts.slides.map(({ xml }) => bars(xml))).toEqual([0, 0])
    expect(bars(facts.text('ppt/slideLayouts/slideLayout1.xml'))).toBe(1)
  })

  test('is read from its title on', async () => {
    const eyebrow = textOf([paragraphOf('Morning')], { box: { x: 92, y: 20, width: 600, height: 30 } })
    const [slide] = (await written([[bar, eyebrow, title, list]])).slides
    expect(slide?.paragraphs.slice(0, 2)).toEqual(['Where we are', 'Morning'])
  })

  test('leaves a picture below the title that is written on it', async () => {
    const [slide] = (await written([[{ ...picture, box: title.box }, title]], [[list]])).slides
    const [below, above] = ['<p:pic>', 'Where we are'].map((part) => slide?.xml.indexOf(part) ?? -1)
    expect(below).toBeGreaterThan(0)
    expect(above).toBeGreaterThan(below ?? 0)
  })

  test('tells file managers how much there is', () => {
    expect(facts.text('docProps/app.xml')).toContain('<Slides>2</Slides><Notes>1</Notes>')
  })

  test('takes its colours from the theme', () => {
    expect(facts.text('ppt/theme/theme1.xml')).toContain('<a:accent1><a:srgbClr val="B5362A"/></a:accent1>')
    expect(facts.slides[0]?.xml).toContain('<a:schemeClr val="tx1"/>')
    expect(facts.slides[0]?.xml).not.toContain('1C2127')
  })
})

test('is the same bytes twice', async () => {
  const make = () => pptxBytes(deckOf([slideOf([bar, title, picture, table])], { pictures }))
  expect((await make()).equals(await make())).toBe(true)
})

test.each([
  [1969, 1980],
  [2018, 2018],
  [2126, 2099],
])('of %i is in the zip as of %i, and in its properties as it is', async (year, zipped) => {
  const bytes = await pptxBytes(deckOf([slideOf([title])], { date: new Date(Date.UTC(year, 5, 1)) }))
  expect(1980 + (bytes.readUInt16LE(12) >> 9)).toBe(zipped)
  expect(pptxFacts(bytes).text('docProps/core.xml')).toContain(`>${year}-06-01T00:00:00Z<`)
})

test('leads out of the deck and to other slides', async () => {
  const linked = (text: string, link: Link, underline: { underline?: true }) =>
    textOf([paragraphOf(text, 100, { runs: [{ text, size: 28, colour: '#1c2127', link, ...underline }] })])
  const out = { address: 'https://example.org/a?b=1&c=2' }
  const facts = await written(
    [[linked('two words', { page: 2 }, { underline: true }), linked('out', out, {})]],
    [[title]],
  )
  // LibreOffice wraps links a word at a time; what does not look like a link is one as a whole.
  expect(facts.slides[0]?.links).toEqual(['slide2', 'slide2', out.address])
  expect(shapesIn(facts.slides[0]?.xml ?? '')[1]).toMatch(/<p:cNvPr [^>]*><a:hlinkClick/)
  expect(pptxFaults(facts)).toEqual([])
})

test('a single line in a cell may run on into the padding, one of several by a hair', async () => {
  const of = (height: number) => ({
    ...cell('x'),
    paragraphs: [paragraphOf('x', 300, { box: { x: 0, y: 300, width: 100, height } })],
  })
  const [, right, narrow] =
    /marR="(\d+)".*?marR="(\d+)"/.exec(
      (await written([[{ ...table, rows: [{ height: 100, cells: [of(40), of(80)] }] }]])).slides[0]?.xml ?? '',
    ) ?? []
  expect([right, narrow].map(Number)).toEqual([10 * 9525, 16 * 9525])
})

test('a number that no program counts is written, set as itself, before a tab set as the text', async () => {
  const bullet = { written: '01', bold: true, colour: '#b5362a', hang: 62 }
  const entry = textOf([paragraphOf('Day 1', 100, { box: { x: 154, y: 100, width: 600, height: 40 }, bullet })])
  const { slides } = await written([[entry]])
  expect(slides[0]?.paragraphs).toEqual(['01\tDay 1'])
  const [number, tab] = slides[0]?.xml.match(/<a:r>.*?<\/a:r>/g) ?? []
  expect(number).toMatch(/b="1".*accent1/)
  expect(tab).toMatch(/b="0".*tx1/)
  expect(slides[0]?.xml).toMatch(/marL="590550" indent="-590550".*<a:buNone\/>/)
})

test('code is set in letters of one width where its family is missing', async () => {
  const runs = [{ text: 'x', size: 20, colour: '#1c2127', mono: true as const }]
  const { slides } = await written([[textOf([paragraphOf('x', 100, { runs })])]])
  expect(slides[0]?.xml).toContain('<a:latin typeface="IBM Plex Mono" pitchFamily="49"/>')
})

test('text that a wider font makes too long is set smaller, not over what stands below', async () => {
  expect((await written([[title]])).slides[0]?.xml).toContain('<a:normAutofit/>')
})

test('writes whatever the notes say', async () => {
  const text = 'a\u0000b\u000b <c> & "d" \ud800 ]]> 😀'
  const facts = await written([[textOf([paragraphOf(text)])], { notes: [text] }])
  expect(pptxFaults(facts)).toEqual([])
  expect(facts.slides[0]?.paragraphs).toEqual(['ab <c> & "d"  ]]> 😀'])
})

test('tells the sections of a long deck', async () => {
  const slides = [undefined, 0, 0, 1].map((section, index) => ({
    ...slideOf([title], { page: index + 1 }),
    ...(section === undefined ? {} : { section }),
  }))
  const presentation = (await factsOf(deckOf(slides, { sections: ['Day 1', 'Day 2'] }))).text('ppt/presentation.xml')
  const names = [...presentation.matchAll(/<p14:section name="([^"]*)"/g)].map(([, name]) => name)
  expect(names).toEqual(['A talk', 'Day 1', 'Day 2'])
  expect(presentation.match(/<p14:sldId /g)).toHaveLength(4)
})

test('a dark template is dark in the theme too', async () => {
  const look = {
    families: { text: ['Talkback Serif'], mono: [] },
    colours: { paper: '#10151a', ink: '#f5f7f8', accent: '#ffc53d' },
  }
  const facts = await factsOf(deckOf([slideOf([title], { background: '#10151a' })], { look }))
  expect(facts.text('ppt/slideMasters/slideMaster1.xml')).toContain('bg1="dk1" tx1="lt1"')
})

describe('fonts that travel', () => {
  const face = (bold: boolean, byte: number) => ({ bold, italic: false, bytes: new Uint8Array([byte, 1, 2]) })
  const nature = { panose: '020B0503050203000203', pitchFamily: 34, height: 1.3, charset: 0 }
  const latin = { name: 'IBM Plex Sans', nature, faces: [face(true, 1), face(false, 2)] }
  const none = { name: 'IBM Plex Mono', faces: [] }
  const facts = (typefaces: Typefaces) => factsOf(deckOf([slideOf([title])], { typefaces }))

  test('are named in the theme and listed with their files, each family once', async () => {
    const made = await facts({ latin, eastAsian: latin, mono: none })
    expect(pptxFaults(made)).toEqual([])
    expect(made.text('[Content_Types].xml')).toContain('Extension="fntdata" ContentType="application/x-fontdata"')
    const presentation = made.text('ppt/presentation.xml')
    expect(presentation).toContain('embedTrueTypeFonts="1"')
    expect(presentation).toMatch(
      /<p:notesSz [^>]*><p:embeddedFontLst><p:embeddedFont><p:font typeface="IBM Plex Sans" panose="\w{20}" pitchFamily="34" charset="0"\/><p:regular r:id="(\w+)"\/><p:bold r:id="(?!\1)\w+"\/><\/p:embeddedFont><\/p:embeddedFontLst><p:defaultTextStyle>/,
    )
    expect(made.files.get('ppt/fonts/font1.fntdata')?.[0]).toBe(2)
    expect(made.text('ppt/theme/theme1.xml').match(/<a:(?:latin|ea) typeface="IBM Plex Sans"/g)).toHaveLength(4)
    // One change in the theme is a change everywhere.
    const parts = [...made.files.keys()].filter((path) => /slide\w*\d+\.xml$/i.test(path))
    expect(parts.map(made.text).join('')).not.toContain('IBM Plex Sans')
  })

  test('are those that have files, where code is set in the family of the text', async () => {
    const made = await facts({ latin, eastAsian: none, mono: { name: latin.name, faces: [] } })
    expect(made.text('ppt/presentation.xml').match(/<p:(?:regular|bold) /g)).toHaveLength(2)
  })

  test('are not spoken of where there are none', async () => {
    const presentation = (await facts({ latin: none, eastAsian: none, mono: none })).text('ppt/presentation.xml')
    expect(presentation).not.toMatch(/embedTrueTypeFonts|embeddedFontLst/)
  })
})

test.each([
  ['<a:rPr><a:latin/><a:solidFill/></a:rPr>', ['<a:solidFill> in <a:rPr> after <a:latin>']],
  ['<p:sld><p:cSld/><p:cSld/></p:sld>', ['<p:cSld> in <p:sld> after <p:cSld>']],
  ['<a:p><a:r/><a:pPr/></a:p>', ['<a:pPr> in <a:p> after <a:r>']],
  ['<a:p><a:pPr/><a:r/><a:br/><a:r/></a:p>', []],
])('the tests know the order of elements: %s', (xml, faults) => {
  expect(misplaced(xml)).toEqual(faults)
})
