/** Digits that are typed, and Enter → the slide of that number. */
import { said } from '../../model/stageWords.js'
import { make } from './dom.js'
import type { Command } from './keys.js'
import type { Stage } from './stage.js'

const digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']

/** Milliseconds after which a digit that was hit by chance is forgotten. */
const patience = 4000

export function jumpByNumber(stage: Stage): readonly Command[] {
  const shown = make('output', { class: 'stage-toast' })
  let typed = ''
  let timer = 0
  const type = (text: string): void => {
    typed = text.slice(0, 5)
    clearTimeout(timer)
    shown.remove()
    if (typed === '') return
    shown.textContent = said(stage.words.goTo, { page: Number(typed), pages: stage.slides().length })
    document.body.append(shown)
    timer = window.setTimeout(() => type(''), patience)
  }
  return [
    { keys: digits, run: (digit) => type(typed + digit) },
    { keys: ['Backspace'], run: () => typed !== '' && type(typed.slice(0, -1)) },
    {
      keys: ['Enter'],
      run: () => {
        if (typed === '') return false
        stage.go(Number(typed) - 1)
        type('')
        return true
      },
    },
    { keys: ['Escape'], run: () => typed !== '' && type('') },
  ]
}
