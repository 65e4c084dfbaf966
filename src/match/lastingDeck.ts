/** A deck as planned, and the slides of the one before → the same deck with keys, and with addresses that hold. Pure. */
import type { Pictures } from '../model/bundle.js'
import type { Deck, Slide } from '../model/deck.js'
import { withLinks } from '../model/withLinks.js'
import { type KnownSlide, lastingSlides } from './lasting.js'
import { contentOf, traitsOf } from './traits.js'

export interface LastingDeck {
  readonly deck: Deck
  /** What the next one is to know of it. */
  readonly slides: readonly KnownSlide[]
}

/** @param before as lastingSlides, and so is `gone` */
export function lastingDeck(
  planned: Deck,
  before: readonly KnownSlide[] = [],
  gone: readonly KnownSlide[] = [],
  pictures?: Pictures,
): LastingDeck {
  const slides = lastingSlides(traitsOf(planned, pictures), before, gone)
  const names = new Map(planned.slides.map(({ id }, at) => [id, slides[at]?.id ?? id]))
  const moved = planned.slides.some(({ id }) => names.get(id) !== id)
  const deck: Deck = {
    ...planned,
    sections: planned.sections.map((section) => ({ ...section, slide: names.get(section.slide) ?? section.slide })),
    slides: planned.slides.map((slide, at): Slide => {
      const { id = slide.id, key = slide.id, was = [] } = slides[at] ?? {}
      const leading = moved && leadsWithin(slide) ? withLinks(slide, (href) => addressIn(names, href)) : slide
      const isSame = leading.id === id && leading.key === key && leading.was?.join() === (was.join() || undefined)
      return isSame ? leading : { ...leading, id, key, ...(was.length > 0 ? { was } : {}) }
    }),
  }
  if (!moved) return { deck, slides }
  // Links lead elsewhere now, which is part of what slides are known by.
  const prints = traitsOf(deck, pictures)
  return { deck, slides: slides.map((slide, at) => ({ ...slide, ...prints[at] })) }
}

const leadsWithin = ({ title, eyebrow, blocks }: Slide): boolean =>
  `${JSON.stringify([title, eyebrow])}${contentOf(blocks).print}`.includes('"href":"#')

function addressIn(names: ReadonlyMap<string, string>, href: string): string {
  const name = href.startsWith('#') ? names.get(href.slice(1)) : undefined
  return name === undefined ? href : `#${name}`
}
