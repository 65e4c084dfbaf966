/** The style of a template's fonts and the language of a deck → the families it is drawn with. */
import type { FontFamilies, FontFamily } from './bundle.js'

const SANS: FontFamily = {
  package: '@fontsource/ibm-plex-sans',
  family: 'Talkback Sans',
  name: 'IBM Plex Sans',
  weights: { regular: 400, bold: 600 },
  italic: true,
}

// Drawn to stand beside SONG: its Latin letters are these.
const SERIF: FontFamily = {
  package: '@fontsource/source-serif-4',
  family: 'Talkback Serif',
  name: 'Source Serif 4',
  weights: { regular: 400, bold: 600 },
  italic: true,
}

const MONO: FontFamily = {
  package: '@fontsource/ibm-plex-mono',
  family: 'Talkback Mono',
  name: 'IBM Plex Mono',
  weights: { regular: 400, bold: 700 },
}

const HEI: FontFamily = {
  package: '@fontsource-variable/noto-sans-sc',
  family: 'Talkback CJK',
  name: 'Noto Sans SC',
  weights: { regular: 400, bold: 700 },
  variable: true,
}

const SONG: FontFamily = {
  package: '@fontsource-variable/noto-serif-sc',
  family: 'Talkback CJK Serif',
  name: 'Noto Serif SC',
  weights: { regular: 400, bold: 700 },
  variable: true,
}

const SYMBOLS: FontFamily = {
  package: '@fontsource/noto-sans-symbols',
  family: 'Talkback Symbols',
  name: 'Noto Sans Symbols',
  weights: { regular: 400, bold: 700 },
}

const SYMBOLS_2: FontFamily = {
  package: '@fontsource/noto-sans-symbols-2',
  family: 'Talkback Symbols 2',
  name: 'Noto Sans Symbols 2',
  weights: { regular: 400, bold: 400 },
}

const EMOJI: FontFamily = {
  package: '@fontsource/noto-emoji',
  family: 'Talkback Emoji',
  name: 'Noto Emoji',
  weights: { regular: 400, bold: 700 },
  sequences: true,
}

const MATH: FontFamily = {
  package: '@fontsource/noto-sans-math',
  family: 'Talkback Math',
  name: 'Noto Sans Math',
  weights: { regular: 400, bold: 400 },
  range: 'U+2000-2BFF,U+1D400-1D7FF',
}

// Lines of boxes and trees, as wide as the letters of MONO; also the superscripts and phonetic letters nothing else has.
const BOXES: FontFamily = {
  package: '@fontsource/dejavu-mono',
  family: 'Talkback Boxes',
  name: 'DejaVu Sans Mono',
  weights: { regular: 400, bold: 700 },
  range: 'U+0180-2BFF',
}

// Names and quotations have characters that few fonts know. Brushed letters between printed ones are better than none.
const RARE: FontFamily = {
  package: './fonts/rare-han',
  family: 'Talkback Rare Han',
  name: 'LXGW WenKai',
  weights: { regular: 500, bold: 500 },
  range: 'U+2E80-2FDF,U+3400-4DBF,U+4E00-9FFF,U+F900-FAFF,U+20000-323AF',
}

/** What the letters of a template look like; its template.yaml says which. */
export const fontStyles = ['sans', 'serif'] as const
export type FontStyle = (typeof fontStyles)[number]

// In Chinese and Japanese these are as wide as a character, so the Chinese font draws them. The apostrophe stays Latin,
// or `don’t` would have a hole in it.
const WIDE = '—…“”'
/** What English quotations are set in there. */
const QUOTES = { family: 'Talkback Quotes', also: '“”' } as const
const LATIN_AND_CJK = { sans: [SANS, HEI], serif: [SERIF, SONG] } as const

/** @param lang BCP 47 */
export const hasWideMarks = (lang: string): boolean => /^(zh|ja)\b/i.test(lang)

/**
 * @param lang BCP 47
 * @param own a font of the user's own: it draws what it can, our families the rest
 */
export function familiesOf(style: FontStyle, lang: string, own?: FontFamily): FontFamilies {
  const [latin, cjk] = LATIN_AND_CJK[style]
  const text = own === undefined ? [latin] : [own, latin]
  const isWide = hasWideMarks(lang)
  const narrow = isWide ? text.map((family) => ({ ...family, leaves: WIDE })) : text
  const quotes = isWide ? [{ ...latin, ...QUOTES }] : []
  return {
    text: [...narrow, cjk, SYMBOLS, SYMBOLS_2, EMOJI, MATH, BOXES, RARE, ...quotes],
    mono: [MONO, BOXES, HEI, SYMBOLS, SYMBOLS_2, EMOJI, MATH, RARE],
  }
}

/** By their names in style sheets: families of ours that have a name of their own to be known by elsewhere. */
export const namedFamilies: ReadonlyMap<string, FontFamily> = new Map(
  [SANS, SERIF, MONO, HEI, SONG].map((family) => [family.family, family]),
)

/**
 * Whether a font, by the name it has for printers (`NotoSansSC-Thin`), is of a family that comes with Talkback. The name is
 * its own or the one in style sheets, put together.
 */
export function isOurs(font: string): boolean {
  const families = fontStyles.flatMap((style) => Object.values(familiesOf(style, '')).flat())
  const names = families.flatMap(({ name = '', family }) => [name, family])
  return names.some((name) => name !== '' && font.startsWith(name.replaceAll(' ', '')))
}
