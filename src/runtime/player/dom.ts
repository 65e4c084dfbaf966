/** Name, attributes and contents → an element: the few that the player adds to the page. */

/** Text goes in as text, never as HTML. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...contents: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.append(...contents)
  return element
}

/** A button with words on it, or with a sign and the words for those who don't see it. */
export function button(label: string, act: () => void, sign?: string): HTMLButtonElement {
  const named = sign === undefined ? {} : { 'aria-label': label, title: label }
  const made = make('button', { type: 'button', ...named }, sign ?? label)
  made.addEventListener('click', act)
  return made
}

/** A dialog over everything with a heading and a way to close it. Taken out of the page when it closes. */
export function openDialog(
  name: string,
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
  document.body.append(dialog)
  dialog.showModal()
  return dialog
}

export const dialogIsOpen = (): boolean => document.querySelector('dialog[open]') !== null
