/** The deck's language and a piece of its text → the language tags of that piece. */

export interface Languages {
  readonly lang: string
  /** Of the other letters in it, where it mixes scripts. */
  readonly altLang?: string
}

/** Programs know languages with the country they are spoken in; others are passed as they are. */
const TAGS: Readonly<Record<string, string>> = {
  'zh-hans': 'zh-CN',
  'zh-hant': 'zh-TW',
  zh: 'zh-CN',
  ja: 'ja-JP',
  ko: 'ko-KR',
  en: 'en-US',
  de: 'de-DE',
  fr: 'fr-FR',
  es: 'es-ES',
  it: 'it-IT',
  pt: 'pt-BR',
  ru: 'ru-RU',
}

export const languageTag = (lang: string): string => TAGS[lang.toLowerCase()] ?? (lang || 'en-US')

const SCRIPTS = [
  { letters: /[\p{Script=Hiragana}\p{Script=Katakana}]/u, tag: 'ja-JP' },
  { letters: /\p{Script=Hangul}/u, tag: 'ko-KR' },
  { letters: /\p{Script=Han}/u, tag: 'zh-CN' },
] as const

const isEastAsian = (tag: string): boolean => /^(?:zh|ja|ko)\b/.test(tag)

/** A Chinese deck's English words are spelled as English ones, and the other way round. */
export function languagesOf(text: string, lang: string): Languages {
  const deck = languageTag(lang)
  const found = SCRIPTS.find(({ letters }) => letters.test(text))?.tag
  if (found !== undefined)
    return { lang: isEastAsian(deck) ? deck : found, altLang: isEastAsian(deck) ? 'en-US' : deck }
  return isEastAsian(deck) ? { lang: 'en-US', altLang: deck } : { lang: deck }
}
