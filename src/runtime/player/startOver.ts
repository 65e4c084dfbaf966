/** A clock that has begun → a button that takes all times away, and for a while gives them back. */
import type { StageWords } from '../../model/stageWords.js'
import { hasBegun, reset } from './clock.js'
import { button } from './dom.js'
import type { Timer } from './timer.js'
import { write } from './write.js'

/** Milliseconds in which somebody notices that the wrong button was hit. */
const regret = 15_000

export function startOverButton(timer: Timer, words: StageWords): HTMLButtonElement {
  let back = 0
  const forget = (): void => {
    clearTimeout(back)
    back = 0
    write(made, words.again)
  }
  let before = timer.clock()
  const made = button(words.again, () => {
    if (back !== 0) {
      forget()
      timer.change({ ...before, changed: Date.now() })
      return
    }
    before = timer.clock()
    timer.change(reset(Date.now()))
    if (!hasBegun(before)) return
    write(made, words.undo)
    back = window.setTimeout(forget, regret)
  })
  return made
}
