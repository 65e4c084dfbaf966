/** Pictures side by side whose captions would fill a page → the same pictures below each other, so that captions can be cut. */

/** @param tallest what a row may be, px */
export function partTallRows(flow: Element, tallest: number): void {
  const rows = [...flow.querySelectorAll<HTMLElement>('.row')]
  for (const row of rows.filter((each) => each.offsetHeight > tallest)) row.classList.add('apart')
}
