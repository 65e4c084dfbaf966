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
