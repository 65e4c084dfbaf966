/** Characters and the families that may draw them → which slice of which family draws which of them. */
import type { FontFamilies, Glyphs } from '../../model/bundle.js'
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

/**
 * Gives every character to the first family of its chain that has it.
 * @param lacks whether a slice, against its claim, has no glyph for a character: known once it has been drawn
 */
export function assign(
  glyphs: Glyphs,
  families: FontFamilies,
  slices: SlicesByPackage,
  lacks: (face: Face, slice: Slice, code: number) => boolean,
): Shares {
  const drawn = new Map<string, Omit<Share, 'codes'> & { readonly codes: Set<number> }>()
  const missing = new Set<number>()
  const give = (face: Face, slice: Slice, codes: Iterable<number>): void => {
    for (const code of codes) {
      const ideographs = is(ideograph, code)
      const key = `${shareKey(face, slice)} ${ideographs}`
      const share = drawn.get(key) ?? { face, slice, ideographs, codes: new Set<number>() }
      share.codes.add(code)
      drawn.set(key, share)
    }
  }

  for (const { text, chain, bold, italic } of rolesOf(glyphs, families)) {
    const all = codesOf(text)
    let left = all.filter((code) => !is(invisible, code))
    for (const family of chain) {
      // A family with one weight has one face: bold text is drawn with it, too.
      const heavy = bold && family.weights.bold !== family.weights.regular
      const face: Face = { family, bold: heavy, italic: italic && family.italic === true }
      const leaves = codesOf(family.leaves ?? '')
      for (const slice of slices.get(family.package) ?? []) {
        const has = (code: number) => !leaves.includes(code) && !lacks(face, slice, code)
        const taken = new Set(within(left, slice.ranges).filter(has))
        if (taken.size === 0) continue
        left = left.filter((code) => !taken.has(code))
        give(face, slice, family.sequences ? within(all, slice.ranges).filter(has) : taken)
      }
    }
    for (const code of left) if (!is(blank, code)) missing.add(code)
  }

  const shares = [...drawn.values()].map((share) => ({ ...share, codes: ascending(share.codes) }))
  return { shares, missing: ascending(missing) }
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
