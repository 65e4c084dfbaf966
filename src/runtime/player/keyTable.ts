/** Keys → what they do, in the words of the deck's language: for the slides, and for the speaker view. */
import type { StageWords } from '../../model/stageWords.js'

/** What is on the caps, and the word for what it does. */
export type KeyRow = readonly [keys: readonly string[], meaning: string]
export type KeyRows = readonly KeyRow[]

/**
 * @param served keys that come with the deck's being served
 * @param withSpeaker whether there is a speaker view
 */
export const stageKeys = (words: StageWords, served: KeyRows = [], withSpeaker = true): KeyRows => [
  ...turningKeys(words),
  [['O'], words.overview],
  [['/', 'Ctrl F'], words.search],
  [['F', 'F5'], words.fullscreen],
  [['B', '.'], words.black],
  [['L'], words.laser],
  [['D'], words.draw],
  [['C'], words.clear],
  [['+', '−'], words.zoom],
  [['Shift', '← ↑ → ↓'], words.pan],
  ...(withSpeaker ? speakerKey(words) : []),
  [['R'], words.times],
  ...served,
  [['Esc'], words.close],
  [['?'], words.help],
]

export const speakerKeys = (words: StageWords): KeyRows => [
  ...turningKeys(words),
  [['O'], words.overview],
  [['B', '.'], words.black],
  [['+', '−'], words.notesSize],
  [['Shift', '↑ ↓'], words.notesScroll],
  [['R'], words.times],
  [['Esc'], words.close],
  [['?'], words.help],
]

const speakerKey = (words: StageWords): KeyRows => [[['S'], words.speaker]]

const turningKeys = (words: StageWords): KeyRows => [
  [['→', 'Space', 'PgDn'], words.next],
  [['←', 'PgUp'], words.previous],
  [['Home', 'End'], words.ends],
  [['1 2', 'Enter'], words.number],
]
