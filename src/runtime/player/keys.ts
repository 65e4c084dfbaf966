/** Key presses → commands of the stage; what is none of theirs goes on to reveal.js. */
import { dialogIsOpen } from './dialog.js'
import { keyName } from './keyName.js'

export interface Command {
  /** As in KeyboardEvent.key, letters small; `ctrl+f` also stands for Command on a Mac. */
  readonly keys: readonly string[]
  /** Whether a key that is held down goes on; one that switches something would switch it to and fro. */
  readonly repeats?: true
  /** @returns false when it had nothing to do: the key then goes on */
  run(key: string): unknown
}

/** Listens before everybody else, so that a key means one thing. The first command that takes a key has it. */
export function listenToKeys(commands: readonly Command[]): void {
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.isComposing || dialogIsOpen() || !isForStage(event)) return
      const key = keyName(event)
      const asked = commands.filter(({ keys }) => keys.includes(key))
      const able = asked.filter(({ repeats }) => repeats || !event.repeat)
      const ignored = able.length === 0 && asked.length > 0
      if (!ignored && !able.some(({ run }) => run(key) !== false)) return
      event.preventDefault()
      event.stopImmediatePropagation()
    },
    { capture: true },
  )
}

/** A button that was clicked would take the next Space for itself, which is meant for the slides. */
export function leaveClickedButtons(): void {
  window.addEventListener('click', ({ detail, target }) => {
    const clicked = detail > 0 && target instanceof Element ? target.closest('button') : null
    if (clicked && !clicked.closest('dialog, search')) clicked.blur()
  })
}

/** Whether a key may turn pages: not while a dialog is open, and not on its way to a field, a button or a link. */
export const isForStage = (event: KeyboardEvent): boolean => {
  const { target } = event
  if (!(target instanceof Element)) return true
  if (target.closest('input, textarea, select, [contenteditable]')) return event.key === 'Escape'
  return !(['Enter', ' '].includes(event.key) && target.closest('a[href], button'))
}
