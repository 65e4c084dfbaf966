/** The footnotes of the notes in the article's flow → taken out of it, each by its first mark: they stand at the foot of a page. */
import { makeElement } from '../sheets/sheet.js'

/**
 * Where a slide says one again, the article does not.
 *
 * @param tallest what is taller would leave a page little room for its text, and stays where its section ends; px
 */
export function takeFootnotes(flow: Element, tallest: number): ReadonlyMap<Element, HTMLElement> {
  const written = [...flow.querySelectorAll<HTMLElement>('.footnote[data-footnote]')]
  const tall = new Set(written.filter(({ offsetHeight }) => offsetHeight > tallest))
  const byNumber = new Map<string, HTMLElement>()
  for (const footnote of written) {
    const number = footnote.dataset['footnote'] ?? ''
    const isFirst = !byNumber.has(number)
    if (isFirst) byNumber.set(number, footnote)
    if (!isFirst || !tall.has(footnote)) footnote.remove()
  }

  const notes = new Map<Element, HTMLElement>()
  for (const mark of flow.querySelectorAll('.footnote-mark:not(.between)')) {
    const number = mark.textContent ?? ''
    const footnote = byNumber.get(number)
    byNumber.delete(number)
    if (!footnote || tall.has(footnote)) continue
    mark.classList.add('mark')
    notes.set(mark, noteOf(number, footnote))
  }
  // Its mark is nowhere in the article.
  for (const footnote of byNumber.values()) if (!footnote.isConnected) flow.append(footnote)
  return notes
}

function noteOf(number: string, footnote: HTMLElement): HTMLElement {
  const note = makeElement('div', 'article-note')
  footnote.querySelector('.footnote-number')?.remove()
  for (const link of footnote.querySelectorAll('a[href]')) sayAddress(link)
  note.append(makeElement('span', 'article-note-number', number), ' ', ...footnote.childNodes)
  return note
}

/** A footnote has no footnotes of its own. */
function sayAddress(link: Element): void {
  const address = link.getAttribute('href') ?? ''
  if (!address.startsWith('#') && address !== link.textContent) link.after(` (${address.replace(/^mailto:/i, '')})`)
}
