/** Language of the deck → what the player says by itself: help, search, speaker view. Fonts of a deck can draw these words. */
import { inLanguage } from './inLanguage.js'
import { stageTable } from './stageTable.js'
import type { StageWords } from './stageVocabulary.js'

export type { StageWords }

/** @param lang BCP 47; `zh-TW` and the like count as traditional, languages that are not here get English */
export const stageWords = (lang: string): StageWords => inLanguage(lang, stageTable)

/** What stands on buttons, caps of keys and between words of the player, in every language. */
const SIGNS = '←↑→↓−×·'

/** All that the player may say in that language, for whoever chooses fonts. */
export const stageText = (lang: string): string => Object.values(stageWords(lang)).join('') + SIGNS

/** `Slide {page} of {pages}` and its values → the sentence. */
export const said = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (found, name: string) => String(values[name] ?? found))
