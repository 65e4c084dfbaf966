/** Cuts of a font at one weight → one whole font under its family's name, as it travels in a file to edit. */
import type { FontFace } from '../../model/typefaces.js'
import { glyphsOf } from './cmap.js'
import { eotOf } from './eot.js'
import { mergeFonts } from './merge.js'
import { namesOf, renamed, type Style } from './rename.js'
import { fontOf, type Tables, tablesOf, viewOf } from './tables.js'

/** The cut with the plain letters comes first: its kerning stays, as its glyphs keep their numbers. */
export function travellingFace(cuts: readonly Uint8Array[], family: string, style: Style): FontFace {
  const sorted = [...cuts].sort((one, other) => hasLetters(other) - hasLetters(one))
  const [first = new Uint8Array()] = sorted
  const merged = sorted.length === 1 ? first : mergeFonts(sorted)
  const names = namesOf(merged, family, style)
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
  for (const at of [42, 46, 50, 54, 78, 82])
    os2.writeUInt32BE(
      all.reduce((bits, other) => (bits | other.readUInt32BE(at)) >>> 0, 0),
      at,
    )
  // From its first character to its last.
  os2.writeUInt16BE(Math.min(...all.map((other) => other.readUInt16BE(64))), 64)
  os2.writeUInt16BE(Math.max(...all.map((other) => other.readUInt16BE(66))), 66)
  return os2
}

/** Whether whoever gets a file with this font may edit it, and programs could use it: its outlines must be TrueType's. */
export function mayTravel(font: Uint8Array): boolean {
  const tables = tablesOf(font)
  const os2 = tables.get('OS/2')
  if (os2 === undefined || !tables.has('glyf')) return false
  const rights = viewOf(os2).getUint16(8)
  const [editable, bitmapsOnly] = [8, 0x200].map((bit) => (rights & bit) !== 0)
  return !bitmapsOnly && (editable === true || (rights & 0xf) === 0)
}
