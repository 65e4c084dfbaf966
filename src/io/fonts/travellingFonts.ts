/** What a deck shows and the families of its page → the fonts that travel in a copy to edit, under their own names. */
import type { FontFamily, Glyphs } from '../../model/bundle.js'
import { namedFamilies } from '../../model/families.js'
import type { Typeface, Typefaces } from '../../model/typefaces.js'
import type { Cache } from '../cache.js'
import { commonCharacters, rangeOf } from './commonCharacters.js'
import { makeFonts } from './makeFonts.js'
import { natureOf } from './nature.js'
import { type Origin, originOf } from './origin.js'
import { ownFont } from './ownFont.js'
import type { Style } from './rename.js'
import { mayTravel, travellingFace } from './travellingFace.js'

export interface TravelWish {
  /** Families that the page asks for, in order. */
  readonly families: { readonly text: readonly string[]; readonly mono: readonly string[] }
  /** BCP 47. */
  readonly lang: string
  /** Path of the user's own font; '' for none. */
  readonly own: string
  /** Of the notes. */
  readonly folder: string
}

/** What all that write with Latin letters need, so that new text can be typed: letters with their marks, and signs. */
const LETTERS = [
  [0x20, 0x7e],
  [0xa0, 0x2ff],
  [0x1e00, 0x1eff],
  [0x2000, 0x206f],
] as const
const LATIN = ['€№™←↑→↓−∕', ...LETTERS.map(rangeOf)].join('')
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/gu
/** From this share of the deck's characters on, a font is one for them. */
const ENOUGH = 0.9

export async function travellingFonts(glyphs: Glyphs, wish: TravelWish, cache: Cache): Promise<Typefaces> {
  const { text, mono } = wish.families
  const all = glyphs.regular + glyphs.bold + glyphs.italic
  const wide = [...new Set((all + glyphs.mono + glyphs.monoBold).match(EAST_ASIAN) ?? [])].join('')
  const forWide = wide === '' ? '' : wide + commonCharacters(wish.lang) + rangeOf([0x20, 0x7e])
  const found = text[0] === OWN ? await ownFont(wish.own, wish.folder) : undefined
  const own = found && 'family' in found ? found.family : undefined
  const ownIsWide = own !== undefined && (await shareOf(own, wide, cache)) >= ENOUGH
  const eastAsian = KOREAN.test(wish.lang) ? undefined : text.map(familyOf).find((one) => one?.variable)
  const code = glyphs.mono + glyphs.monoBold
  const inText = await sourceOf(own ?? text[0], cache)
  const inEastAsian = ownIsWide ? inText : await sourceOf(eastAsian?.family, cache)
  const inCode = await sourceOf(mono[0], cache)
  const needs: readonly Need[] = [
    { of: inText, regular: LATIN + all + (own ? forWide : ''), bold: true, italic: glyphs.italic !== '' },
    { of: inEastAsian, regular: forWide, bold: true, italic: false },
    { of: inCode, regular: code === '' ? '' : LATIN + code, bold: glyphs.monoBold !== '', italic: false },
  ]
  const made = await typefacesOf(needs, cache)
  const typefaceOf = ({ name }: Source): Typeface => made.get(name) ?? { name, faces: [] }
  return { latin: typefaceOf(inText), eastAsian: typefaceOf(inEastAsian), mono: typefaceOf(inCode) }
}

const OWN = 'Talkback Own'
/** Nothing of ours has its letters. */
const KOREAN = /^ko\b/i
const familyOf = (name: string | undefined): FontFamily | undefined => namedFamilies.get(name ?? '')

/** Where a family's letters come from. A name alone is one that the template's own style sheet asks for: not ours to give away. */
type Source =
  | { readonly name: string }
  | { readonly name: string; readonly family: FontFamily; readonly origin: Origin }

async function sourceOf(wanted: FontFamily | string | undefined, cache: Cache): Promise<Source> {
  const family = typeof wanted === 'object' ? wanted : familyOf(wanted)
  if (family === undefined) return { name: typeof wanted === 'string' ? wanted : '' }
  const origin = await originOf(family, cache)
  return { name: origin.family, family, origin }
}

/** What is set in a family. */
interface Need {
  readonly of: Source
  /** Characters; none when the family draws nothing, and then it does not travel. */
  readonly regular: string
  readonly bold: boolean
  readonly italic: boolean
}

/** Text and code may be set in one family: a file has a family once, with what all of them need. */
async function typefacesOf(needs: readonly Need[], cache: Cache): Promise<ReadonlyMap<string, Typeface>> {
  const together = new Map<string, Need>()
  for (const need of needs) {
    const { name } = need.of
    const { of, regular, bold, italic } = together.get(name) ?? { ...need, regular: '', bold: false, italic: false }
    together.set(name, {
      of: wholeness(need.of) > wholeness(of) ? need.of : of,
      regular: regular + need.regular,
      bold: bold || (need.bold && need.regular !== ''),
      italic: italic || need.italic,
    })
  }
  const made = new Map<string, Typeface>()
  for (const [name, need] of together) made.set(name, await typefaceOf(need, cache))
  return made
}

/** Of two files of one name, ours has all letters and weights. */
const wholeness = (source: Source): number => ('family' in source ? (source.family.file === undefined ? 2 : 1) : 0)

async function typefaceOf({ of, regular, bold, italic }: Need, cache: Cache): Promise<Typeface> {
  const { name } = of
  if (!('family' in of) || name === '') return { name, faces: [] }
  const { family, origin } = of
  const { files } = await makeFonts(
    { regular, bold: bold ? regular : '', italic: italic && family.italic ? regular : '', mono: '', monoBold: '' },
    { text: [family], mono: [] },
    cache,
  )
  const fonts = STYLES.flatMap((style) => {
    const cuts = files.filter(
      (file) => (file.weight === 700) === style.bold && (file.style === 'italic') === style.italic,
    )
    return cuts.length === 0 ? [] : [{ style, cuts: cuts.map(({ bytes }) => bytes) }]
  })
  const [first] = fonts
  if (!first?.cuts.every(mayTravel)) return { name, faces: [] }
  // A font of one weight has one face, which would be there twice.
  const distinct = fonts.filter(({ cuts }) => cuts === first.cuts || !sameBytes(cuts, first.cuts))
  const { names, called } = origin
  return {
    name: called,
    nature: natureOf(first.cuts),
    faces: distinct.map(({ style, cuts }) => travellingFace(cuts, { family: called, names }, style)),
  }
}

const STYLES: readonly Style[] = [
  { bold: false, italic: false },
  { bold: true, italic: false },
  { bold: false, italic: true },
]

const sameBytes = (some: readonly Uint8Array[], others: readonly Uint8Array[]): boolean =>
  Buffer.concat(some).equals(Buffer.concat(others))

/** How many of these characters a font has, 0 to 1. */
async function shareOf(family: FontFamily, text: string, cache: Cache): Promise<number> {
  if (text === '') return 0
  const glyphs = { regular: text, bold: '', italic: '', mono: '', monoBold: '' }
  const { missing } = await makeFonts(glyphs, { text: [family], mono: [] }, cache)
  return 1 - [...missing].length / [...text].length
}
