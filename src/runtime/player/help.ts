/** The keys of the stage → a sheet that explains them, in the deck's language. */
import type { StageWords } from '../../model/stageWords.js'
import { make, openDialog } from './dom.js'

/** What is on the caps, and the word for what it does. */
const rows = (words: StageWords): readonly (readonly [keys: readonly string[], meaning: string])[] => [
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
  [['Esc'], words.close],
  [['?'], words.help],
]

export function openHelp(words: StageWords): void {
  const list = make('dl', {})
  for (const [keys, meaning] of rows(words)) {
    const caps = make('dt', {}, ...keys.map((key) => make('kbd', {}, key)))
    list.append(make('div', {}, caps, make('dd', {}, meaning)))
  }
  openDialog('help', words.keys, words.close, list)
}
