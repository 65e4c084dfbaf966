/** Text → an element that says it; one that says it already is left alone: a table of a thousand rows is looked over again and again. */
export function write(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text
}
