/** Characters of slides that were edited → whether the fonts at hand draw them. Pure. */
import type { Glyphs } from '../model/bundle.js'

/** For each role the characters that are drawn. */
export type GlyphSets = ReadonlyMap<string, ReadonlySet<string>>

export const glyphSets = (glyphs: Glyphs): GlyphSets =>
  new Map(Object.entries(glyphs).map(([role, text]) => [role, new Set<string>(text)]))

export const coversGlyphs = (drawn: GlyphSets, wanted: Glyphs): boolean =>
  Object.entries(wanted).every(([role, text]) => {
    const set = drawn.get(role)
    return [...String(text)].every((character) => set?.has(character) === true)
  })
