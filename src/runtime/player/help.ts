/** The keys of the stage → a sheet that explains them, in the deck's language. */
import type { StageWords } from '../../model/stageWords.js'
import { openDialog } from './dialog.js'
import { make } from './dom.js'

/** What is on the caps, and the word for what it does. */
export type KeyRow = readonly [keys: readonly string[], meaning: string]

/** @param served keys that come with the deck's being served */
export const stageKeys = (words: StageWords, served: readonly KeyRow[] = []): readonly KeyRow[] => [
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

export const speakerKeys = (words: StageWords): readonly KeyRow[] => [
  ...turningKeys(words),
  [['O'], words.overview],
  [['B', '.'], words.black],
  [['+', '−'], words.notesSize],
  [['Shift', '↑ ↓'], words.notesScroll],
  [['R'], words.times],
  [['Esc'], words.close],
  [['?'], words.help],
]

const turningKeys = (words: StageWords): readonly KeyRow[] => [
  [['→', 'Space', 'PgDn'], words.next],
  [['←', 'PgUp'], words.previous],
  [['Home', 'End'], words.ends],
  [['1 2', 'Enter'], words.number],
]

export function openHelp(words: StageWords, rows: readonly KeyRow[]): void {
  const list = make('dl', {})
  for (const [keys, meaning] of rows) {
    const caps = make('dt', {}, ...keys.map((key) => make('kbd', {}, key)))
    list.append(make('div', {}, caps, make('dd', {}, meaning)))
  }
  openDialog('help', '?', words.keys, words.close, list)
}
