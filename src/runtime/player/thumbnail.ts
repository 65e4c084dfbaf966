/** A fitted slide → a small picture of it, made of the same elements; it can't be clicked, focused or heard. */
import { make } from './dom.js'

/**
 * @param width of the picture, CSS px; its height follows from the canvas
 * @param canvas width of the slide itself
 */
export function thumbnail(slide: HTMLElement, width: number, canvas: number): HTMLElement {
  const copy = slide.cloneNode(true)
  const box = make('div', { class: 'thumb', 'aria-hidden': 'true' }, copy)
  box.style.setProperty('--scale', String(width / canvas))
  if (!(copy instanceof HTMLElement)) return box
  for (const extra of copy.querySelectorAll('aside.notes, .ink, .hits')) extra.remove()
  for (const link of copy.querySelectorAll('a[href]')) link.removeAttribute('href')
  for (const element of [copy, ...copy.querySelectorAll('[id]')]) element.removeAttribute('id')
  // What reveal.js and the stage say of the slide, and its place in the deck.
  for (const name of ['hidden', 'inert', 'style', 'role', 'aria-hidden', 'aria-label', 'aria-roledescription'])
    copy.removeAttribute(name)
  copy.classList.remove('past', 'present', 'future')
  return box
}
