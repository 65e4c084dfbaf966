/** Pictures shown so much smaller than they are that text in them can hardly be read. */
import { placeOfPage, type Rule } from './rule.js'

/** Screenshots hold type of 14 px or so; at half its size nobody reads it, from wherever they sit. */
const least = 0.5

export const shrunkPicture: Rule = (deck) =>
  deck.look.bodies
    .filter(({ scale }) => scale < least)
    .map(({ page, scale }) => ({
      code: 'slide-picture-shrunk',
      place: placeOfPage(deck, page),
      facts: { slide: deck.slides[page - 1]?.id ?? '', percent: Math.round(scale * 100) },
    }))
