/** A clock that has begun → a button that takes all times away, and for a while gives them back, wherever they were taken. */
import type { StageWords } from '../../model/stageWords.js'
import { reset } from './clock.js'
import { button } from './dom.js'
import type { Timer } from './timer.js'
import { write } from './write.js'

export interface StartOver {
  readonly element: HTMLButtonElement
  /** Says what it would do now; to be called as the clock is drawn. */
  update(): void
}

export function startOverButton(timer: Timer, words: StageWords): StartOver {
  const element = button(words.again, () => {
    const now = Date.now()
    const taken = timer.taken()
    timer.change(taken ? { ...taken, changed: now } : reset(now))
    update()
  })
  const update = (): void => write(element, timer.taken() ? words.undo : words.again)
  return { element, update }
}
