/**
 * Families that decks are drawn in → families that are on the machines of those who open the file.
 *
 * Fonts don't travel with it, and what a program takes for a family it lacks may be a sixth wider: then every line would break
 * elsewhere. So each of ours becomes the nearest one that comes with Windows or Office on either system, that has a double of
 * the very same widths in LibreOffice (Liberation, Caladea), and that is no wider than ours: Arial runs 1 % shorter than
 * IBM Plex Sans, Cambria 13 % shorter than Source Serif, Consolas 8 % shorter than IBM Plex Mono. Chinese characters are as wide
 * as they are high in every font: Microsoft YaHei comes with Windows and with Office for Mac; Noto Sans SC with neither.
 * All names stand in the theme, once: who has the deck's own fonts changes them there.
 */

/** By script: the Latin family, and the East Asian one. */
export interface Typefaces {
  readonly latin: string
  readonly eastAsian: string
  readonly mono: string
}

type Style = 'sans' | 'serif'

const LATIN: Readonly<Record<Style, string>> = { sans: 'Arial', serif: 'Cambria' }
const MONO = 'Consolas'

const EAST_ASIAN: Readonly<Record<string, Readonly<Record<Style, string>>>> = {
  Hans: { sans: 'Microsoft YaHei', serif: 'SimSun' },
  Hant: { sans: 'Microsoft JhengHei', serif: 'PMingLiU' },
  Jpan: { sans: 'Yu Gothic', serif: 'Yu Mincho' },
  Hang: { sans: 'Malgun Gothic', serif: 'Batang' },
}

/**
 * @param family first family of the page's text
 * @param lang BCP 47
 * @param own name of a font of the user's own
 */
export function typefacesOf(family: string, lang: string, own?: string): Typefaces {
  const style = styleOf(family)
  const eastAsian = EAST_ASIAN[scriptOf(lang)]?.[style] ?? ''
  return { latin: own ?? LATIN[style], eastAsian, mono: MONO }
}

const styleOf = (family: string): Style => (/serif/i.test(family) && !/sans/i.test(family) ? 'serif' : 'sans')

const scriptOf = (lang: string): string => {
  if (/^ja\b/i.test(lang)) return 'Jpan'
  if (/^ko\b/i.test(lang)) return 'Hang'
  return /^zh-(?:hant|tw|hk|mo)\b/i.test(lang) ? 'Hant' : 'Hans'
}

/** What a theme asks for text of each script, whatever the language of the deck. */
export const scriptTypefaces = (family: string): readonly (readonly [script: string, typeface: string])[] =>
  Object.entries(EAST_ASIAN).map(([script, styles]) => [script, styles[styleOf(family)]])
