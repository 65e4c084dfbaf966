/** Text drawn by a font that does not travel with the deck, though one that does could draw it. */
import { placeOfPage, type Rule } from './rule.js'

/** @param missing characters that no font at hand draws: they have a finding of their own */
export function foreignFont(missing: string): Rule {
  const undrawn = new Set(missing)
  return (deck) =>
    deck.look.foreign
      .filter(({ text }) => ![...text].some((character) => undrawn.has(character)))
      .map(({ page, text, font }) => ({
        code: 'font-foreign',
        place: placeOfPage(deck, page),
        facts: { text, font },
      }))
}
