/** A few glyphs → a TrueType font of hardly more than them, in the shape that Chrome puts into PDFs. */
import { type Tables, writeFont } from '../../src/pdf/fonts/trueType.js'

/** @param glyphs an outline each, as bytes that nobody draws; undefined for glyphs that a subset leaves out */
export function tinyFont(glyphs: readonly (readonly number[] | undefined)[]): Uint8Array {
  const padded = glyphs.map((glyph) => glyph && [...glyph, ...new Array<number>((4 - (glyph.length % 4)) % 4).fill(0)])
  const ends = padded.map((_, index) =>
    padded.slice(0, index + 1).reduce((sum, glyph) => sum + (glyph?.length ?? 0), 0),
  )
  const tables: Tables = new Map([
    ['glyf', Uint8Array.from(padded.flatMap((glyph) => glyph ?? []))],
    ['loca', bytes([0, ...ends].map((end) => end / 2))],
    ['hmtx', bytes(glyphs.flatMap((glyph, index) => (glyph ? [500 + index, 10] : [0, 0])))],
    // A thousand units to the type size.
    ['head', new Uint8Array(54).fill(7, 0, 8).fill(0x03, 18, 19).fill(0xe8, 19, 20)],
    ['hhea', bytes([...new Array<number>(17).fill(0), glyphs.length])],
    ['maxp', bytes([1, 0, glyphs.length, 9])],
    ['GSUB', Uint8Array.of(1, 2, 3)],
  ])
  return writeFont(tables)
}

/** Numbers of two bytes, high one first. */
const bytes = (numbers: readonly number[]): Uint8Array =>
  Uint8Array.from(numbers.flatMap((number) => [number >> 8, number & 255]))
