/** A font of a PDF, as Chrome puts it there → its glyphs, their measures and meanings, and what tells it from other fonts. */
import { type Dictionary, readReference, readReferences } from '../dictionary.js'
import type { PdfFile } from '../file.js'
import { readToUnicode } from './toUnicode.js'
import {
  type Measures,
  neededTables,
  readGlyphs,
  readMeasures,
  readTables,
  steadyBytes,
  type Tables,
  unitsPerEm,
} from './trueType.js'
import { readWidths } from './widths.js'

/** The objects of a font in a PDF: it, the font inside it, what that is like, its glyphs, what its codes mean. */
export const members = ['font', 'inner', 'descriptor', 'glyphs', 'meanings'] as const
export type Numbers = Readonly<Record<(typeof members)[number], number>>

/** A font of one print, or what has come together of it so far. */
export interface Font {
  readonly numbers: Numbers
  readonly dictionaries: Readonly<Record<'font' | 'inner' | 'descriptor', Dictionary>>
  readonly tables: Tables
  /** All that must be the same for two to be one. */
  readonly key: string
  readonly outlines: (Uint8Array | undefined)[]
  readonly measures: Measures
  readonly meanings: Map<number, string>
}

/** @returns undefined for a font of any other shape than Chrome's TrueType subsets */
export function readFont(file: PdfFile, object: number): Font | undefined {
  const font = file.dictionary(object)
  const inner = readReferences(font.get('DescendantFonts'))
  const meanings = readReference(font.get('ToUnicode'))
  const [only] = inner
  if (font.get('Encoding') !== '/Identity-H' || only === undefined || inner.length > 1 || meanings === undefined) return
  const within = file.dictionary(only)
  const descriptor = readReference(within.get('FontDescriptor'))
  if (within.get('CIDToGIDMap') !== '/Identity' || descriptor === undefined) return
  const about = file.dictionary(descriptor)
  const glyphs = readReference(about.get('FontFile2'))
  if (glyphs === undefined) return
  const tables = readTables(file.stream(glyphs))
  if (!neededTables.every((tag) => tables.has(tag))) return
  const measures = readMeasures(tables)
  const texts = readToUnicode(Buffer.from(file.stream(meanings)).toString('latin1'))
  if (!isMeasuredIn(tables, measures, within, texts)) return
  return {
    numbers: { font: object, inner: only, descriptor, glyphs, meanings },
    dictionaries: { font, inner: within, descriptor: about },
    tables,
    key: keyOf(within, about, tables),
    outlines: readGlyphs(tables),
    measures,
    meanings: texts,
  }
}

/** Thousandths of the type size. Chrome writes as many digits. */
export const widthOf = (advance: number, tables: Tables): number =>
  Number(((advance * 1000) / unitsPerEm(tables)).toFixed(5))

/**
 * Whether the widths in the PDF are those of the font. Only those of glyphs that are used are looked at: what Chrome writes
 * for the others means nothing.
 */
function isMeasuredIn(
  tables: Tables,
  { advances }: Measures,
  inner: Dictionary,
  used: ReadonlyMap<number, string>,
): boolean {
  const widths = readWidths(inner.get('W'))
  const standard = standardWidth(inner)
  return [...used.keys()].every((glyph) => {
    const width = widths.get(glyph) ?? standard
    return Math.abs(width - widthOf(advances[glyph] ?? 0, tables)) < 1
  })
}

/** Of glyphs that are not listed. */
export const standardWidth = (inner: Dictionary): number => Number(inner.get('DW') ?? 1000)

function keyOf(inner: Dictionary, descriptor: Dictionary, tables: Tables): string {
  const own = new Set(['BaseFont', 'FontName', 'FontFile2', 'FontDescriptor', 'W'])
  const entries = [...inner, ...descriptor].filter(([name]) => !own.has(name))
  const steady = steadyBytes(tables).map((table) => Buffer.from(table).toString('base64'))
  return JSON.stringify([plainName(inner), entries, steady])
}

/** `/BAAAAA+IBMPlexSans` → `IBMPlexSans`. */
export const plainName = (inner: Dictionary): string => (inner.get('BaseFont') ?? '/').replace(/^\/(?:[A-Z]{6}\+)?/, '')
