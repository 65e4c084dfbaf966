/** Cuts of a font at one weight → one whole font under its family's name, as it travels in a file to edit. */
import { least, most } from '../../model/lists.js'
import type { FontFace } from '../../model/typefaces.js'
import { glyphsOf } from './cmap.js'
import { eotOf } from './eot.js'
import { mergeFonts } from './merge.js'
import type { Names } from './nameTable.js'
import { namesOf, renamed, type Style, styleName } from './rename.js'
import { SCRIPTS, scriptsIn } from './scripts.js'
import { fontOf, type Tables, tablesOf, viewOf } from './tables.js'

/** The cut with the plain letters comes first: its kerning stays, as its glyphs keep their numbers. */
export function travellingFace(
  cuts: readonly Uint8Array[],
  origin: { readonly family: string; readonly names: Names },
  style: Style,
): FontFace {
  const sorted = [...cuts].sort((one, other) => hasLetters(other) - hasLetters(one))
  const [first = new Uint8Array()] = sorted
  const merged = sorted.length === 1 ? first : mergeFonts(sorted)
  const names = namesOf(origin, styleName(style))
  const layout = [...tablesOf(first)].filter(([tag]) => LAYOUT.has(tag))
  const tables = new Map([...renamed(merged, names, style), ...layout])
  const font = fontOf(new Map([...tables, ['OS/2', scriptsOf(sorted, tables)]]))
  return { ...style, bytes: eotOf(font, names) }
}

const LAYOUT = new Set(['GDEF', 'GPOS', 'GSUB'])
const hasLetters = (font: Uint8Array): number => (glyphsOf(font).has(0x61) ? 1 : 0)

/** It claims the scripts of all its cuts: Windows goes by that. */
function scriptsOf(cuts: readonly Uint8Array[], tables: Tables): Uint8Array {
  const os2 = Buffer.from(tables.get('OS/2') ?? [])
  const all = cuts.map((font) => Buffer.from(tablesOf(font).get('OS/2') ?? []))
  const claims = all.map(scriptsIn)
  for (const [index, at] of SCRIPTS.entries())
    if (at + 4 <= os2.length)
      os2.writeUInt32BE(
        claims.reduce((bits, other) => (bits | (other[index] ?? 0)) >>> 0, 0),
        at,
      )
  // From its first character to its last.
  os2.writeUInt16BE(least(all.map((other) => other.readUInt16BE(64))), 64)
  os2.writeUInt16BE(most(all.map((other) => other.readUInt16BE(66))), 66)
  return os2
}

/** Of the shortest `OS/2` table there ever was. */
const SHORTEST = 68

/**
 * Whether whoever gets a file with some letters of this font may edit it, and programs could use it: its outlines must be
 * TrueType's. https://learn.microsoft.com/typography/opentype/spec/os2#fstype
 */
export function mayTravel(font: Uint8Array): boolean {
  const tables = tablesOf(font)
  const os2 = tables.get('OS/2')
  if (os2 === undefined || os2.length < SHORTEST || !tables.has('glyf')) return false
  const rights = viewOf(os2).getUint16(8)
  const [editable, wholeOnly, bitmapsOnly] = [8, 0x100, 0x200].map((bit) => (rights & bit) !== 0)
  return !wholeOnly && !bitmapsOnly && (editable === true || (rights & 0xf) === 0)
}
