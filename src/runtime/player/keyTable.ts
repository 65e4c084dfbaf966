/** Keys → what they do, in the words of the deck's language: for the slides, and for the speaker view. */
import type { StageWords } from '../../model/stageWords.js'

/** What is on the caps, and the word for what it does. */
export type KeyRow = readonly [keys: readonly string[], meaning: string]
export type KeyRows = readonly KeyRow[]

/** @param served keys that come with the deck's being served */
export const stageKeys = (words: StageWords, served: KeyRows = []): KeyRows => [
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
  [['S'], words.speaker],
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

const turningKeys = (words: StageWords): KeyRows => [
  [['→', 'Space', 'PgDn'], words.next],
  [['←', 'PgUp'], words.previous],
  [['Home', 'End'], words.ends],
  [['1 2', 'Enter'], words.number],
]
