/** Key presses → commands of the stage; what is none of theirs goes on to reveal.js. */
import { dialogIsOpen } from './dom.js'

export interface Command {
  /** As in KeyboardEvent.key, letters small; `ctrl+f` also stands for Command on a Mac. */
  readonly keys: readonly string[]
  /** @returns false when it had nothing to do: the key then goes on */
  run(key: string): unknown
}

/** Listens before everybody else, so that a key means one thing. The first command that takes a key has it. */
export function listenToKeys(commands: readonly Command[]): void {
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.isComposing || dialogIsOpen() || !isForStage(event)) return
      const key = nameOf(event)
      const taken = commands.some(({ keys, run }) => keys.includes(key) && run(key) !== false)
      if (!taken) return
      event.preventDefault()
      event.stopImmediatePropagation()
    },
    { capture: true },
  )
}

/** Whether a key may turn pages: not while a dialog is open, and not on its way to a field, a button or a link. */
export const isForStage = (event: KeyboardEvent): boolean => {
  const { target } = event
  if (!(target instanceof Element)) return true
  if (target.closest('input, textarea, select, [contenteditable]')) return event.key === 'Escape'
  return !(['Enter', ' '].includes(event.key) && target.closest('a[href], button'))
}

/** Keys that a Chinese keyboard gives in place of those on the caps. */
const alike: Readonly<Record<string, string>> = { '。': '.', '、': '/', '÷': '/', '＋': '+', '－': '-' }

function nameOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
  const plain = key.length === 1 ? (alike[key] ?? key.normalize('NFKC').toLowerCase()) : key
  const held = [ctrlKey || metaKey ? 'ctrl+' : '', altKey ? 'alt+' : '', key.length > 1 && shiftKey ? 'shift+' : '']
  return `${held.join('')}${plain}`
}
