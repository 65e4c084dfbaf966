/** Names and contents → the elements that contact sheets and social cards are made of. */

export function makeElement(kind: string, name: string, ...children: readonly (Node | string)[]): HTMLElement {
  const element = document.createElement(kind)
  if (name !== '') element.className = name
  element.append(...children)
  return element
}

/** A style sheet that comes and goes with the element it is put into. */
export const styleOf = (css: string): HTMLElement => makeElement('style', '', css)
