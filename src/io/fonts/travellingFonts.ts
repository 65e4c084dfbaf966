/** What a deck shows and the families of its page → the fonts that travel in a copy to edit, under their own names. */
import type { FontFamily, Glyphs } from '../../model/bundle.js'
import { namedFamilies } from '../../model/families.js'
import type { Typeface, Typefaces } from '../../model/typefaces.js'
import type { Cache } from '../cache.js'
import { commonCharacters, rangeOf } from './commonCharacters.js'
import { makeFonts } from './makeFonts.js'
import { natureOf } from './nature.js'
import { ownFont } from './ownFont.js'
import { familyIn, type Style } from './rename.js'
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
  const family = own ?? familyOf(text[0])
  const latin = await typefaceOf(
    family ?? text[0],
    { regular: LATIN + all + (own ? forWide : ''), bold: true, italic: glyphs.italic !== '' },
    cache,
  )
  const ownIsWide = own !== undefined && (await shareOf(own, wide, cache)) >= ENOUGH
  const eastAsian = text.map(familyOf).find((one) => one?.variable)
  const code = glyphs.mono + glyphs.monoBold
  return {
    latin,
    eastAsian: ownIsWide
      ? latin
      : await typefaceOf(KOREAN.test(wish.lang) ? '' : (eastAsian ?? ''), { regular: forWide, bold: true }, cache),
    mono: await typefaceOf(
      familyOf(mono[0]) ?? mono[0],
      { regular: code === '' ? '' : LATIN + code, bold: glyphs.monoBold !== '' },
      cache,
    ),
  }
}

const OWN = 'Talkback Own'
/** Nothing of ours has its letters. */
const KOREAN = /^ko\b/i
const familyOf = (name: string | undefined): FontFamily | undefined => namedFamilies.get(name ?? '')

interface Needed {
  /** Characters; none when the family draws nothing, and then it does not travel. */
  readonly regular: string
  readonly bold: boolean
  readonly italic?: boolean
}

/** @param family a name alone is one that the template's own style sheet asks for: not ours to give away */
async function typefaceOf(family: FontFamily | string | undefined, needed: Needed, cache: Cache): Promise<Typeface> {
  if (typeof family !== 'object') return { name: family ?? '', faces: [] }
  const { regular, bold, italic = false } = needed
  const { files } = await makeFonts(
    { regular, bold: bold ? regular : '', italic: italic && family.italic ? regular : '', mono: '', monoBold: '' },
    { text: [family], mono: [] },
    cache,
  )
  const styles: readonly Style[] = [
    { bold: false, italic: false },
    { bold: true, italic: false },
    { bold: false, italic: true },
  ]
  const fonts = styles.flatMap((style) => {
    const cuts = files.filter(
      (file) => (file.weight === 700) === style.bold && (file.style === 'italic') === style.italic,
    )
    return cuts.length === 0 ? [] : [{ style, cuts: cuts.map(({ bytes }) => bytes) }]
  })
  const [first] = fonts
  const name = family.name ?? (first?.cuts[0] && familyIn(first.cuts[0])) ?? ''
  if (!first || name === '' || !first.cuts.every(mayTravel)) return { name, faces: [] }
  // A font of one weight has one face, which would be there twice.
  const distinct = fonts.filter(({ cuts }) => cuts === first.cuts || !sameBytes(cuts, first.cuts))
  return {
    name,
    nature: natureOf(first.cuts),
    faces: distinct.map(({ style, cuts }) => travellingFace(cuts, name, style)),
  }
}

const sameBytes = (some: readonly Uint8Array[], others: readonly Uint8Array[]): boolean =>
  Buffer.concat(some).equals(Buffer.concat(others))

/** How many of these characters a font has, 0 to 1. */
async function shareOf(family: FontFamily, text: string, cache: Cache): Promise<number> {
  if (text === '') return 0
  const glyphs = { regular: text, bold: '', italic: '', mono: '', monoBold: '' }
  const { missing } = await makeFonts(glyphs, { text: [family], mono: [] }, cache)
  return 1 - [...missing].length / [...text].length
}
