/** Text that stands out too little from its ground. */
import { placeOfPage, type Rule } from './rule.js'

export const faintText: Rule = (deck) =>
  deck.look.faint.map(({ page, text, ratio, wanted, slides }) => ({
    code: 'text-faint',
    place: placeOfPage(deck, page),
    facts: { text, ratio, wanted, slides },
  }))
