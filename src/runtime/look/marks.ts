/**
 * Fitted slides → marks on the elements that show something for the first time: a character in its family, weight and
 * slant, the number of a list, or what the style sheet writes before and behind their kind. Whoever knows the fonts of
 * these knows all fonts of the deck, and they are no more than a deck has different characters, however long it is.
 */
import type { MarkedText } from '../../model/look.js'
import { elementsOf, ownText } from './text.js'

/** @returns the marked elements in the order of the page */
export function markNewText(slides: readonly Element[], mark: string): readonly MarkedText[] {
  const shown = new Set<string>()
  return slides.flatMap((slide, index) =>
    elementsOf(slide).flatMap((element) => {
      const text = ownText(element)
      const fresh = thingsShown(element, text).filter((thing) => !shown.has(thing))
      for (const thing of fresh) shown.add(thing)
      if (fresh.length === 0 || !(text.trim() !== '' || isWrittenTo(element))) return []
      element.setAttribute(mark, '')
      return [{ page: index + 1, text: text.trim() || (element.textContent?.trim() ?? '') }]
    }),
  )
}

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

function thingsShown(element: Element, text: string): readonly string[] {
  const { fontFamily, fontWeight, fontStyle } = getComputedStyle(element)
  const face = [fontFamily, fontWeight, fontStyle].join('|')
  const { parentElement: parent } = element
  const number = element instanceof HTMLLIElement ? element.value : ''
  const kind = [element.localName, element.className, number, parent?.localName, parent?.className].join('|')
  return [kind, ...Array.from(characters.segment(text), ({ segment }) => segment)].map((thing) => `${face}|${thing}`)
}

/** Whether the style sheet or the browser adds text to an element: `content`, or the number of a list. */
const isWrittenTo = (element: Element): boolean =>
  element instanceof HTMLLIElement ||
  ['::before', '::after'].some((place) => !['none', 'normal', '""'].includes(getComputedStyle(element, place).content))
