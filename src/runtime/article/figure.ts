/** A fitted slide → a small picture of it for the margin: a copy, so that the slide itself stays as it is. */
import type { Canvas } from '../../model/deck.js'
import { makeElement, px } from '../sheets/sheet.js'

/**
 * The text beside it says all that it says: it is not read aloud again, nor found by links.
 *
 * @param width of the figure, px
 */
export function figureOf(slide: HTMLElement, size: Canvas, width: number): HTMLElement {
  const copy = slide.cloneNode(true)
  if (!(copy instanceof HTMLElement)) throw new Error('A copy of an element is one.')
  for (const named of [copy, ...copy.querySelectorAll('[id]')]) named.removeAttribute('id')
  for (const link of copy.querySelectorAll('a[href]')) link.removeAttribute('href')
  const scale = width / size.width
  const figure = makeElement('div', 'sheet-slide')
  figure.style.setProperty('--scale', String(scale))
  Object.assign(figure.style, { width: px(width), height: px(size.height * scale) })
  figure.setAttribute('aria-hidden', 'true')
  figure.append(copy)
  return figure
}
