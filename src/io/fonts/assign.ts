/** Characters and the families that may draw them → which slice of which family draws which of them. */
import type { FontFamilies, FontFamily, Glyphs } from '../../model/bundle.js'
import { lettersIn } from '../../model/letters.js'
import { within } from './ranges.js'
import type { Face, Slice } from './slices.js'

/** One font file to be made: these characters of this slice in this face. */
export interface Share {
  readonly face: Face
  readonly slice: Slice
  /** Ideographs need no layout, so those of all slices can be merged into one file; they have a share of their own. */
  readonly ideographs: boolean
  /** Code points, ascending. */
  readonly codes: readonly number[]
}

export interface Shares {
  readonly shares: readonly Share[]
  /** Code points that nothing draws, ascending. */
  readonly missing: readonly number[]
}

/** The slices of every family, by the family's package. */
export type SlicesByPackage = ReadonlyMap<string, readonly Slice[]>

// Drawn by nothing: controls, joiners and other invisible signs, selectors of variants.
const invisible = /[\p{Cc}\p{Cf}\p{Variation_Selector}]/u
// Drawn when a font has them, as their width is the font's own; none missed.
const blank = /\p{Z}/u
const ideograph = /\p{Unified_Ideograph}/u

const is = (pattern: RegExp, code: number): boolean => pattern.test(String.fromCodePoint(code))
const ascending = (codes: Iterable<number>): readonly number[] => [...codes].sort((one, other) => one - other)
const codesOf = (text: string): readonly number[] =>
  ascending(new Set(Array.from(text, (character) => character.codePointAt(0) ?? 0)))

type Lacks = (face: Face, slice: Slice, code: number) => boolean

/**
 * Gives every character to the first family of its chain that has it.
 * @param lacks whether a slice, against its claim, has no glyph for a character: known once it has been drawn
 */
export function assign(glyphs: Glyphs, families: FontFamilies, slices: SlicesByPackage, lacks: Lacks): Shares {
  const drawn = new Map<string, Omit<Share, 'codes'> & { readonly codes: Set<number> }>()
  const missing = new Set<number>()
  const give = (face: Face, slice: Slice, codes: Iterable<number>, layoutless = true): void => {
    for (const code of codes) {
      const ideographs = layoutless && is(ideograph, code)
      const key = `${shareKey(face, slice)} ${ideographs}`
      const share = drawn.get(key) ?? { face, slice, ideographs, codes: new Set<number>() }
      share.codes.add(code)
      drawn.set(key, share)
    }
  }

  const placesIn = (face: Face) => (slices.get(face.family.package) ?? []).map((slice) => ({ face, slice }))
  for (const { text, chain, bold, italic } of rolesOf(glyphs, families)) {
    const all = codesOf(text)
    let left = all.filter((code) => !is(invisible, code))
    const undrawn = new Set<number>()
    const faces = chain.map((family) => faceOf(family, bold, italic))
    for (const face of faces) {
      const { family } = face
      const leaves = codesOf(family.leaves ?? '')
      const also = codesOf(family.also ?? '').filter((code) => all.includes(code))
      for (const { slice } of placesIn(face)) {
        const has = (code: number) => !leaves.includes(code) && !lacks(face, slice, code)
        const taken = new Set(within(left, slice.ranges).filter(has))
        for (const code of within(also, slice.ranges).filter(has)) taken.add(code)
        if (taken.size === 0) continue
        left = left.filter((code) => !taken.has(code))
        give(face, slice, family.sequences ? within(all, slice.ranges).filter(has) : taken)
      }
    }
    for (const code of left) if (!is(blank, code)) undrawn.add(code)

    // Marks find their place on a letter of the same file alone: whichever has both draws both.
    for (const codes of markedIn(text)) {
      const place = faces.flatMap(placesIn).find(({ face, slice }) => mayHave(face, slice, codes, lacks))
      if (place) give(place.face, place.slice, codes, false)
      for (const code of codes.slice(1)) place ? undrawn.delete(code) : undrawn.add(code)
    }
    for (const code of undrawn) missing.add(code)
  }

  const shares = [...drawn.values()].map((share) => ({ ...share, codes: ascending(share.codes) }))
  return { shares, missing: ascending(missing) }
}

/** A family with one weight has one face: bold text is drawn with it, too. */
const faceOf = (family: FontFamily, bold: boolean, italic: boolean): Face => ({
  family,
  bold: bold && family.weights.bold !== family.weights.regular,
  italic: italic && family.italic === true,
})

/** Letters with marks that are characters of their own, each once: the letter, then its marks. */
const markedIn = (text: string): readonly (readonly number[])[] =>
  [...new Set(lettersIn(text))]
    .map((letter) => Array.from(letter, (character) => character.codePointAt(0) ?? 0))
    .filter(({ length }) => length > 1)

/** What a slice claims says little of the marks in its file, so that the letter counts. */
function mayHave(face: Face, slice: Slice, codes: readonly number[], lacks: Lacks): boolean {
  const claimed = face.family.range !== undefined || within(codes.slice(0, 1), slice.ranges).length > 0
  return claimed && !codes.some((code) => lacks(face, slice, code))
}

/** Names a slice of a face, whichever roles it serves. */
export const shareKey = ({ family, bold, italic }: Face, slice: Slice): string =>
  [family.family, slice.name, bold ? 'bold' : 'plain', italic ? 'italic' : 'upright'].join(' ')

function rolesOf(glyphs: Glyphs, { text, mono }: FontFamilies) {
  return [
    { text: glyphs.regular, chain: text, bold: false, italic: false },
    { text: glyphs.bold, chain: text, bold: true, italic: false },
    { text: glyphs.italic, chain: text, bold: false, italic: true },
    { text: glyphs.mono, chain: mono, bold: false, italic: false },
    { text: glyphs.monoBold, chain: mono, bold: true, italic: false },
  ] as const
}
