/** A font → what a program that lacks it goes by to find another: what its letters look like, how wide, of which script. */
import type { FontNature } from '../../model/typefaces.js'
import { scriptsIn } from './scripts.js'
import { tablesOf, viewOf } from './tables.js'

/** @param cuts of one font, of which the first speaks for all */
export function natureOf([font = new Uint8Array(12)]: readonly Uint8Array[]): FontNature {
  const tables = tablesOf(font)
  const os2 = tables.get('OS/2') ?? new Uint8Array(96)
  const [codePages = 0] = scriptsIn(os2).slice(4)
  const hhea = viewOf(tables.get('hhea') ?? new Uint8Array(36))
  const panose = Array.from({ length: 10 }, (_, at) => os2[32 + at] ?? 0)
  const [kind = 0, serifs = 0] = panose
  const fixed = viewOf(tables.get('post') ?? new Uint8Array(32)).getUint32(12) !== 0
  const style = fixed ? MODERN : kind !== 2 || serifs < 2 ? 0 : serifs > 10 ? SWISS : ROMAN
  const hex = panose.map((number) => number.toString(16).padStart(2, '0')).join('')
  return {
    ...(panose.every((number) => number === 0) ? {} : { panose: hex.toUpperCase() }),
    height:
      (hhea.getInt16(4) - hhea.getInt16(6)) / (viewOf(tables.get('head') ?? new Uint8Array(54)).getUint16(18) || 1000),
    pitchFamily: style + (fixed ? FIXED : VARIABLE),
    charset: CHARSETS.find(({ page }) => codePages & (1 << page))?.charset ?? 0,
  }
}

const [ROMAN, SWISS, MODERN] = [0x10, 0x20, 0x30] as const
const [FIXED, VARIABLE] = [1, 2] as const

/** Bits of code pages that a font claims → the character sets of Windows. */
const CHARSETS = [
  { page: 18, charset: 134 - 256 },
  { page: 20, charset: 136 - 256 },
  { page: 17, charset: 128 - 256 },
  { page: 19, charset: 129 - 256 },
] as const
