/** The keys of the stage → a sheet that explains them, in the deck's language. */
import type { StageWords } from '../../model/stageWords.js'
import { make, openDialog } from './dom.js'

/** What is on the caps, and the word for what it does. */
export type KeyRow = readonly [keys: readonly string[], meaning: string]

const rows = (words: StageWords, served: readonly KeyRow[]): readonly KeyRow[] => [
  [['→', 'Space', 'PgDn'], words.next],
  [['←', 'PgUp'], words.previous],
  [['Home', 'End'], words.ends],
  [['1 2', 'Enter'], words.number],
  [['O'], words.overview],
  [['/', 'Ctrl F'], words.search],
  [['F', 'F5'], words.fullscreen],
  [['B', '.'], words.black],
  [['L'], words.laser],
  [['D'], words.draw],
  [['C'], words.clear],
  [['+', '−'], words.zoom],
  [['S'], words.speaker],
  [['R'], words.times],
  ...served,
  [['Esc'], words.close],
  [['?'], words.help],
]

/** @param served keys that come with the deck's being served */
export function openHelp(words: StageWords, served: readonly KeyRow[] = []): void {
  const list = make('dl', {})
  for (const [keys, meaning] of rows(words, served)) {
    const caps = make('dt', {}, ...keys.map((key) => make('kbd', {}, key)))
    list.append(make('div', {}, caps, make('dd', {}, meaning)))
  }
  openDialog('help', words.keys, words.close, list)
}
