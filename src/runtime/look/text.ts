/** A slide → the elements on it that show text of their own. */

export interface TextElement {
  readonly element: Element
  /** Its own text, that of elements inside it left out. */
  readonly text: string
}

/** Speaker notes are no part of a slide's frame; what formulas say to those who listen is drawn nowhere. */
export const elementsOf = (slide: Element): readonly Element[] => [
  ...slide.querySelectorAll('.frame, .frame *:not(.katex-mathml *)'),
]

export function textElementsOf(slide: Element): readonly TextElement[] {
  return elementsOf(slide)
    .map((element) => ({ element, text: ownText(element) }))
    .filter(({ text }) => text.trim() !== '')
}

export function ownText(element: Element): string {
  return [...element.childNodes].map((node) => (node instanceof Text ? node.data : '')).join('')
}
