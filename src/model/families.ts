/** The language of a deck → the families of fonts the built-in looks draw it with. */
import type { FontFamilies, FontFamily } from './bundle.js'

const LATIN: FontFamily = {
  package: '@fontsource/ibm-plex-sans',
  family: 'Talkback Sans',
  weights: { regular: 400, bold: 600 },
  italic: true,
}

const MONO: FontFamily = {
  package: '@fontsource/ibm-plex-mono',
  family: 'Talkback Mono',
  weights: { regular: 400, bold: 700 },
}

const CJK: FontFamily = {
  package: '@fontsource-variable/noto-sans-sc',
  family: 'Talkback CJK',
  weights: { regular: 400, bold: 700 },
  variable: true,
}

const SYMBOLS: FontFamily = {
  package: '@fontsource/noto-sans-symbols',
  family: 'Talkback Symbols',
  weights: { regular: 400, bold: 700 },
}

const SYMBOLS_2: FontFamily = {
  package: '@fontsource/noto-sans-symbols-2',
  family: 'Talkback Symbols 2',
  weights: { regular: 400, bold: 400 },
}

const EMOJI: FontFamily = {
  package: '@fontsource/noto-emoji',
  family: 'Talkback Emoji',
  weights: { regular: 400, bold: 700 },
  sequences: true,
}

const MATH: FontFamily = {
  package: '@fontsource/noto-sans-math',
  family: 'Talkback Math',
  weights: { regular: 400, bold: 400 },
  range: 'U+2000-2BFF,U+1D400-1D7FF',
}

// Lines of boxes and trees, as wide as the letters of MONO; also the superscripts and phonetic letters nothing else has.
const BOXES: FontFamily = {
  package: '@fontsource/dejavu-mono',
  family: 'Talkback Boxes',
  weights: { regular: 400, bold: 700 },
  range: 'U+0180-2BFF',
}

/**
 * @param lang BCP 47. In Chinese and Japanese, dashes, ellipses and double quotation marks are as wide as a character,
 *   so the Chinese font draws them; the apostrophe stays Latin, or `don’t` would have a hole in it.
 */
export function builtInFamilies(lang: string): FontFamilies {
  const latin = /^(zh|ja)\b/i.test(lang) ? { ...LATIN, leaves: '—…“”' } : LATIN
  return {
    sans: [latin, CJK, SYMBOLS, SYMBOLS_2, EMOJI, MATH, BOXES],
    mono: [MONO, BOXES, CJK, SYMBOLS, SYMBOLS_2, EMOJI, MATH],
  }
}
