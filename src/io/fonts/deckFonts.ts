/** What a deck draws, in which style and with which font of the user's own → its fonts, whatever becomes of that one. */
import type { FontFamilies, Fonts, Glyphs } from '../../model/bundle.js'
import { type FontStyle, familiesOf } from '../../model/families.js'
import type { Cache } from '../cache.js'
import { type FormulaFaces, formulaFonts } from './formulaFonts.js'
import { makeFonts } from './makeFonts.js'
import { ownFont } from './ownFont.js'

export interface FontWish {
  readonly style: FontStyle
  /** BCP 47. */
  readonly lang: string
  /** Path of the user's own font; '' for none. */
  readonly own: string
  /** Of the notes: a relative path counts from it, and does not lead out of it. */
  readonly folder: string
}

export interface DeckFonts {
  readonly fonts: Fonts
  readonly families: FontFamilies
  /** Why the user's own font is not among them, in words; absent when it is, or none was asked for. */
  readonly fault?: string
}

export async function deckFonts(
  glyphs: Glyphs,
  wish: FontWish,
  cache: Cache,
  faces: FormulaFaces = {},
): Promise<DeckFonts> {
  const formulas = Object.keys(faces).length === 0 ? undefined : formulaFonts(faces, cache)
  const made = await textFonts(glyphs, wish, cache)
  const more = await formulas
  if (more === undefined) return made
  const { files, licences, missing } = made.fonts
  const fonts = { missing, files: [...files, ...more.files], licences: [...licences, ...more.licences] }
  return { ...made, fonts }
}

async function textFonts(glyphs: Glyphs, { style, lang, own, folder }: FontWish, cache: Cache): Promise<DeckFonts> {
  const ours = async (): Promise<DeckFonts> => {
    const families = familiesOf(style, lang)
    return { families, fonts: await makeFonts(glyphs, families, cache) }
  }
  if (own === '') return ours()
  const found = await ownFont(own, folder)
  if (!('family' in found)) return { ...(await ours()), fault: found.reason }
  const families = familiesOf(style, lang, found.family)
  try {
    return { families, fonts: await makeFonts(glyphs, families, cache) }
  } catch {
    // It begins like a font; that its insides are broken shows when it is drawn. If ours fail as well, that is told.
    return { ...(await ours()), fault: 'a broken font file' }
  }
}
