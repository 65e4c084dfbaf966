/** A heading and what stands under it → a dialog over everything, with ways to close it. */
import { button, make } from './dom.js'
import { keyName } from './keyName.js'

/**
 * Taken out of the page when it closes. Its own key closes it again: in full screen, Escape is the browser's.
 *
 * @param key as Command.keys has it
 */
export function openDialog(
  name: string,
  key: string,
  title: string,
  close: string,
  ...contents: readonly Node[]
): HTMLDialogElement {
  const heading = make('h2', { id: `${name}-title` }, title)
  const dialog = make('dialog', { class: `stage-panel ${name}`, 'aria-labelledby': heading.id })
  const head = make(
    'header',
    {},
    heading,
    button(close, () => dialog.close(), '×'),
  )
  dialog.append(head, ...contents)
  dialog.addEventListener('close', () => dialog.remove())
  // A click beside it is a click on the dialog itself: what it holds covers the rest.
  dialog.addEventListener('click', ({ target, clientX: x, clientY: y }) => {
    const { left, right, top, bottom } = dialog.getBoundingClientRect()
    if (target === dialog && (x < left || x > right || y < top || y > bottom)) dialog.close()
  })
  // Wherever the focus is: a click beside a button takes it out of the dialog.
  const closeByKey = (event: KeyboardEvent): void => {
    if (event.repeat || event.isComposing || keyName(event) !== key) return
    event.preventDefault()
    // The dialog is gone before reveal.js hears of it, which takes `?` for `/`, and that for a black screen.
    event.stopImmediatePropagation()
    dialog.close()
  }
  window.addEventListener('keydown', closeByKey, { capture: true })
  dialog.addEventListener('close', () => window.removeEventListener('keydown', closeByKey, { capture: true }))
  document.body.append(dialog)
  dialog.showModal()
  return dialog
}

export const dialogIsOpen = (): boolean => document.querySelector('dialog[open]') !== null
