/** Characters of slides that were edited → whether the fonts at hand draw them. Pure. */
import { lettersIn } from '../model/letters.js'

/** For each role the letters that are drawn. */
export type GlyphSets = ReadonlyMap<string, ReadonlySet<string>>

export const glyphSets = (glyphs: Readonly<Record<string, string>>): GlyphSets =>
  new Map(Object.entries(glyphs).map(([role, text]) => [role, new Set(lettersIn(text))]))

export const coversGlyphs = (drawn: GlyphSets, wanted: Readonly<Record<string, string>>): boolean =>
  Object.entries(wanted).every(([role, text]) => {
    const set = drawn.get(role)
    return lettersIn(String(text)).every((letter) => set?.has(letter) === true)
  })
