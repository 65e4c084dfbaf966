/** The keys of the stage → a sheet that explains them, in the deck's language. */
import type { StageWords } from '../../model/stageWords.js'
import { openDialog } from './dialog.js'
import { make } from './dom.js'
import type { KeyRows } from './keyTable.js'

export function openHelp(words: StageWords, rows: KeyRows): void {
  const list = make('dl', {})
  for (const [keys, meaning] of rows) {
    const caps = make('dt', {}, ...keys.map((key) => make('kbd', {}, key)))
    list.append(make('div', {}, caps, make('dd', {}, meaning)))
  }
  openDialog('help', '?', words.keys, words.close, list)
}
