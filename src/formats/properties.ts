/** A deck → what its files say of themselves, in the places where programs and search engines look. */
import type { Deck } from '../model/deck.js'
import { withoutLabel } from '../plan/factLines.js'
import { documentDate } from './documentDate.js'

/** Places that have names of their own: what the title slide says with a label stands there without. */
export function propertiesOf({ title, lang, facts }: Deck) {
  const date = documentDate(process.env, withoutLabel(facts.date))
  return {
    title,
    lang,
    author: withoutLabel(facts.author),
    subject: withoutLabel(facts.subtitle || facts.event),
    keywords: withoutLabel(facts.event),
    ...(date === undefined ? {} : { date }),
  }
}
