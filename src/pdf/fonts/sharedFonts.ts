/** The fonts of several prints of one deck, each with the glyphs its pages need → every font once, with the glyphs of all. */
import { deflateSync } from 'node:zlib'
import type { Dictionary } from '../dictionary.js'
import type { PdfFile } from '../file.js'
import { resourcesOf } from '../read/resources.js'
import { type Font, members, type Numbers, plainName, readFont, standardWidth, widthOf } from './embedded.js'
import { writeToUnicode } from './toUnicode.js'
import { hintingTables, tableOf, writeFont, writeGlyphs, writeMeasures } from './trueType.js'
import { writeWidths } from './widths.js'

export interface SharedFonts {
  /**
   * Takes the fonts out of one print.
   *
   * @param shift added to its object numbers in the whole
   * @returns for object numbers of the print that are no longer its own: the number in the whole, or undefined when nothing
   * refers to it any more
   */
  take(file: PdfFile, pages: readonly number[], shift: number): ReadonlyMap<number, number | undefined>
  /** Objects of the whole, by number, with the content of streams: one set for each font. */
  write(): readonly (readonly [number: number, dictionary: Dictionary, stream?: Uint8Array])[]
}

/**
 * Glyphs keep the numbers they have in the deck's own font when Chrome takes a subset of it, so two subsets are one font
 * when all their common tables are the same, and nothing that both have differs: no outline, no measure, no meaning. Then
 * both together say for every code what each said for its own. What is of any other shape, or differs, stays as it is.
 */
export function sharedFonts(): SharedFonts {
  const known: Font[] = []
  return {
    take(file, pages, shift) {
      const found = fontsIn(file, pages)
      const moved = new Map<number, number | undefined>()
      for (const font of found) {
        const same = closest(known, font)
        const home = same?.numbers ?? inWhole(font.numbers, shift)
        if (same) unite(same, font)
        else known.push({ ...font, numbers: home })
        for (const member of members) moved.set(font.numbers[member], undefined)
        moved.set(font.numbers.font, home.font)
      }
      return moved
    },
    write: () => known.flatMap(written),
  }
}

const inWhole = (numbers: Numbers, shift: number): Numbers => ({
  font: numbers.font + shift,
  inner: numbers.inner + shift,
  descriptor: numbers.descriptor + shift,
  glyphs: numbers.glyphs + shift,
  meanings: numbers.meanings + shift,
})

function fontsIn(file: PdfFile, pages: readonly number[]): readonly Font[] {
  const objects = [...resourcesOf(file, pages).fonts].sort((a, b) => a - b)
  const fonts = objects.map((object) => readFont(file, object)).filter((font) => font !== undefined)
  const uses = new Map<number, number>()
  for (const font of fonts) {
    for (const number of Object.values(font.numbers)) uses.set(number, (uses.get(number) ?? 0) + 1)
  }
  // Two fonts that share an object can't be taken apart.
  return fonts.filter((font) => members.every((name) => uses.get(font.numbers[name]) === 1))
}

/** The one among those that may be the same which has most glyphs in common with it. */
function closest(known: readonly Font[], font: Font): Font | undefined {
  const fitting = known.filter((other) => other.key === font.key && !differ(other, font))
  const common = (other: Font): number =>
    other.outlines.filter((outline, glyph) => outline && font.outlines[glyph]).length
  return fitting.sort((a, b) => common(b) - common(a))[0]
}

function differ(known: Font, font: Font): boolean {
  const outline = font.outlines.some((bytes, glyph) => {
    const other = known.outlines[glyph]
    return bytes !== undefined && other !== undefined && Buffer.compare(bytes, other) !== 0
  })
  const measures = [
    [known.measures.advances, font.measures.advances],
    [known.measures.bearings, font.measures.bearings],
  ] as const
  const measure = measures.some(([ours, theirs]) => theirs.some((is, glyph) => is !== 0 && (ours[glyph] || is) !== is))
  const meaning = [...font.meanings].some(([code, text]) => (known.meanings.get(code) ?? text) !== text)
  return outline || measure || meaning
}

function unite(known: Font, font: Font): void {
  for (const [glyph, outline] of font.outlines.entries()) {
    known.outlines[glyph] ??= outline
    known.measures.advances[glyph] ||= font.measures.advances[glyph] ?? 0
    known.measures.bearings[glyph] ||= font.measures.bearings[glyph] ?? 0
  }
  for (const [code, text] of font.meanings) known.meanings.set(code, text)
}

function written(font: Font, index: number): ReturnType<SharedFonts['write']> {
  const { numbers, dictionaries, tables, outlines, measures } = font
  const name = `/${prefix(index)}+${plainName(dictionaries.inner)}`
  const hinting = [...tables].filter(([tag]) => hintingTables.includes(tag))
  const glyphs = writeGlyphs(outlines, tableOf(tables, 'head'))
  const file = writeFont(new Map([...hinting, ...glyphs, ...writeMeasures(measures, tables)]))
  const reference = (member: (typeof members)[number]): string => `${numbers[member]} 0 R`
  const widths = measures.advances.flatMap((advance, glyph) => {
    // A glyph of no width is one that was left out, or a mark that stands on another.
    const width = widthOf(advance, tables)
    const idle = width === standardWidth(dictionaries.inner) || (advance === 0 && !font.meanings.has(glyph))
    return idle ? [] : [[glyph, width] as const]
  })
  return [
    [
      numbers.font,
      new Map([
        ...dictionaries.font,
        ['BaseFont', name],
        ['DescendantFonts', `[${reference('inner')}]`],
        ['ToUnicode', reference('meanings')],
      ]),
    ],
    [
      numbers.inner,
      new Map([
        ...dictionaries.inner,
        ['BaseFont', name],
        ['FontDescriptor', reference('descriptor')],
        ['W', writeWidths(new Map(widths))],
      ]),
    ],
    [numbers.descriptor, new Map([...dictionaries.descriptor, ['FontName', name], ['FontFile2', reference('glyphs')]])],
    packed(numbers.glyphs, file, [['Length1', String(file.length)]]),
    packed(numbers.meanings, Buffer.from(writeToUnicode(font.meanings), 'latin1'), []),
  ]
}

function packed(
  number: number,
  content: Uint8Array,
  more: readonly (readonly [string, string])[],
): readonly [number, Dictionary, Uint8Array] {
  const stream = deflateSync(content)
  return [number, new Map([['Filter', '/FlateDecode'], ['Length', String(stream.length)], ...more]), stream]
}

/** Six letters that tell subsets of a font apart: 1 → `BAAAAA`. */
const prefix = (index: number): string =>
  Array.from({ length: 6 }, (_, place) => String.fromCharCode(65 + (Math.floor(index / 26 ** place) % 26))).join('')
