import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readToUnicode, writeToUnicode } from '../../src/pdf/fonts/toUnicode.js'
import { readGlyphs, readMeasures, readTables, writeFont, writeGlyphs } from '../../src/pdf/fonts/trueType.js'
import { readWidths, writeWidths } from '../../src/pdf/fonts/widths.js'
import { UnknownPdf } from '../../src/pdf/unknown.js'
import { tinyFont } from './tinyFont.js'

const byGlyph = <Value>(value: fc.Arbitrary<Value>) =>
  fc.array(fc.tuple(fc.nat(0xffff), value), { maxLength: 300 }).map((entries) => new Map(entries))
const sorted = <Value>(map: ReadonlyMap<number, Value>) => [...map].sort(([a], [b]) => a - b)

describe('what codes mean', () => {
  test('is read as Chrome writes it', () => {
    const map = `2 beginbfchar\n<0003> <0020>\n<0009> <00660069>\nendbfchar
      2 beginbfrange\n<0010> <0012> <0041>\n<0020> <0021> <D83DDE00>\nendbfrange`
    expect(readToUnicode(map)).toEqual(
      new Map([
        [3, ' '],
        [9, 'fi'],
        [16, 'A'],
        [17, 'B'],
        [18, 'C'],
        [32, '😀'],
        [33, '😁'],
      ]),
    )
  })

  test('comes back as it was written', () => {
    fc.assert(
      fc.property(byGlyph(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 })), (meanings) => {
        expect(sorted(readToUnicode(writeToUnicode(meanings)))).toEqual(sorted(meanings))
      }),
    )
  })
})

describe('widths', () => {
  test('are read in both forms', () => {
    expect(readWidths('[ 0 [ 472 559.5 ] 5 7 250 ]')).toEqual(
      new Map([
        [0, 472],
        [1, 559.5],
        [5, 250],
        [6, 250],
        [7, 250],
      ]),
    )
    expect(readWidths(undefined)).toEqual(new Map())
  })

  test('come back as they were written', () => {
    fc.assert(
      fc.property(byGlyph(fc.nat(2000)), (widths) => {
        expect(sorted(readWidths(writeWidths(widths)))).toEqual(sorted(widths))
      }),
    )
  })
})

describe('a TrueType font', () => {
  const font = tinyFont([[1, 2, 3, 4], undefined, [5, 6, 7, 8, 9, 10, 11, 12]])

  test('gives its glyphs and how wide they are', () => {
    const tables = readTables(font)
    expect(readGlyphs(tables).map((glyph) => glyph && [...glyph])).toEqual([
      [1, 2, 3, 4],
      undefined,
      [5, 6, 7, 8, 9, 10, 11, 12],
    ])
    expect(readMeasures(tables)).toEqual({ advances: [500, 0, 502], bearings: [10, 0, 10] })
  })

  test.each([0, 4, 11, 30])('that ends early, after %i bytes, is of another shape', (length) => {
    expect(() => readTables(font.subarray(0, length))).toThrow(UnknownPdf)
  })

  test.each(['loca', 'hmtx', 'head', 'maxp', 'hhea'])('whose table %s ends early or is missing is so, too', (tag) => {
    const tables = readTables(font)
    for (const broken of [
      new Map([...tables, [tag, new Uint8Array(1)]]),
      new Map([...tables].filter(([name]) => name !== tag)),
    ])
      expect(() => [readGlyphs(broken), readMeasures(broken)]).toThrow(UnknownPdf)
  })

  test('keeps its glyphs when they are written with long offsets, and its sums are right', () => {
    const tables = readTables(font)
    const glyphs = readGlyphs(tables)
    const written = writeFont(new Map([...tables, ...writeGlyphs(glyphs, tables.get('head') ?? new Uint8Array())]))
    expect(readGlyphs(readTables(written))).toEqual(glyphs)
    const view = new DataView(written.buffer)
    let sum = 0
    for (let at = 0; at < written.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
    expect(sum).toBe(0xb1b0afba)
  })
})
