/** A fitted slide → what it says of its topic, in the order of the page, which is that of the structure Chrome writes into PDFs. */

/** What belongs to the frame, was said by another slide, or has a place of its own: a footnote stands at the foot, wherever it was noted. */
const ELSEWHERE = '.eyebrow, .part, .foot, .again, .footnote, aside.notes, [aria-hidden="true"]'
const BLOCKS = 'p, li, td, th, dt, dd, h1, h2, h3, h4, h5, h6, figcaption, .line, div'

export function saidBy(slide: Element): string {
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
    node instanceof Element && node.matches(ELSEWHERE) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  )
  let said = ''
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text) said += node.data
    else if (node instanceof Element && node.matches(BLOCKS)) said += '\n'
  }
  return said
}
