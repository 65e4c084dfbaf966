/** Digits that are typed, and Enter → the slide of that number. */
import { type StageWords, said } from '../../model/stageWords.js'
import { make } from './dom.js'
import type { Command } from './keys.js'

const digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']

/** Milliseconds after which a digit that was hit by chance is forgotten. */
const patience = 4000

export interface Numbered {
  readonly words: StageWords
  /** How many slides there are. */
  count(): number
  go(index: number): void
}

export function jumpByNumber({ words, count, go }: Numbered): readonly Command[] {
  const shown = make('output', { class: 'stage-toast' })
  let typed = ''
  let timer = 0
  const pageOf = (text: string): number => Math.min(Math.max(Number(text), 1), count())
  const type = (text: string): void => {
    typed = text.slice(0, 5)
    clearTimeout(timer)
    shown.remove()
    if (typed === '') return
    // What Enter would do now: there is no slide 12 of 5, and none before the first.
    shown.textContent = said(words.goTo, { page: pageOf(typed), pages: count() })
    document.body.append(shown)
    timer = window.setTimeout(() => type(''), patience)
  }
  return [
    { keys: digits, run: (digit) => type(typed + digit) },
    { keys: ['Backspace'], repeats: true, run: () => typed !== '' && type(typed.slice(0, -1)) },
    {
      keys: ['Enter'],
      run: () => {
        if (typed === '') return false
        go(pageOf(typed) - 1)
        type('')
        return true
      },
    },
    { keys: ['Escape'], run: () => typed !== '' && type('') },
  ]
}
