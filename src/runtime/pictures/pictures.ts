/** What the page needs to be shown otherwise than as slides; brought in by whoever takes pictures, decks don't carry it. */
import type { ContactSheetParts } from '../../model/pictures.js'
import type { Paper } from '../paper.js'
import { contactSheets as sheetsOf } from './contact.js'

export { socialCard } from './card.js'

export function contactSheets(parts: ContactSheetParts): Paper {
  if (!window.talkback) throw new Error('This page is not laid out for print.')
  return sheetsOf(window.talkback.slides, parts)
}
