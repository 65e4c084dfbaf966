/** A fitted slide and what its speaker says → the same as a text to read, at the size of print. */
import type { SheetWords } from '../../model/sheet.js'
import { flowOf } from '../fit/measure.js'
import { scaleTable } from '../fit/tallTables.js'
import { keepLastCharacters } from '../lastCharacters.js'
import { remarkElement } from '../remark.js'
import { makeElement } from './sheet.js'

/** Kinds of slides that the deck made itself: they say again what others say. */
const MADE = ['agenda', 'closing']

/**
 * Copies what the slide says below its title; pictures are seen on the slide itself, and their captions read here. What the speaker says comes with the last
 * part of a continued slide.
 *
 * @returns undefined when there is nothing to read but the slide
 */
export function readingOf(
  slide: HTMLElement,
  speakerNotes: readonly string[],
  words: Pick<SheetWords, 'speakerNotes'>,
): HTMLElement | undefined {
  const { kind = '', part, parts } = slide.dataset
  const reading = makeElement('div', 'sheet-reading')
  if (!MADE.includes(kind)) reading.append(...copyOfFlow(slide))
  if (part === parts && speakerNotes.length > 0) reading.append(spoken(speakerNotes, words.speakerNotes))
  keepLastCharacters(reading)
  return reading.textContent?.trim() ? reading : undefined
}

function copyOfFlow(slide: HTMLElement): readonly Node[] {
  const copy = (flowOf(slide) ?? slide.querySelector('.cover-notes'))?.cloneNode(true)
  if (!(copy instanceof HTMLElement)) return []
  for (const seen of copy.querySelectorAll('.title, .eyebrow')) seen.remove()
  for (const figure of copy.querySelectorAll('figure')) figure.replaceWith(...captionsOf(figure))
  // From the innermost outwards: an item may have held nothing but a picture, and a list nothing but such items.
  for (const block of [...copy.querySelectorAll('div, p, li, ul, ol, blockquote')].reverse()) {
    if (block.textContent?.trim() === '' && block.querySelector('img') === null) block.remove()
  }
  for (const named of copy.querySelectorAll('[id], [data-bookmark]')) {
    named.removeAttribute('id')
    named.removeAttribute('data-bookmark')
  }
  for (const table of copy.querySelectorAll('table')) scaleTable(table)
  return [...copy.children]
}

/** What stands below pictures, or in the place of those that can't be had, in the link of the picture. */
const captionsOf = (figure: Element): readonly Node[] =>
  [...figure.querySelectorAll('figcaption, .lost-what')].map((said) => {
    const text = said.textContent?.trim() ?? ''
    const link = said.closest('figure')?.querySelector('a[href]')?.cloneNode(false)
    if (!(link instanceof HTMLElement)) return makeElement('p', 'caption', text)
    link.append(text)
    const caption = makeElement('p', 'caption')
    caption.append(link)
    return caption
  })

function spoken(paragraphs: readonly string[], label: string): HTMLElement {
  const said = makeElement('div', 'sheet-spoken')
  // A line that introduces what follows is never the last of a sheet.
  said.append(makeElement('p', 'introduces', label), ...paragraphs.map(remarkElement))
  return said
}
