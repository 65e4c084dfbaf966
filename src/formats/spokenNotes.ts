/** The fitted slides → what the speaker says to each of them, as far as it goes along with a file. */
import { type Destination, deckFor } from '../model/speakerNotes.js'
import type { FormatSource, OpenDeck } from './source.js'

/** By page, a text each paragraph; all parts of a continued slide have the same. */
export function spokenNotes(
  { report }: OpenDeck,
  { deck, settings }: Pick<FormatSource, 'deck' | 'settings'>,
  destination: Destination,
): readonly (readonly string[])[] {
  const { slides } = deckFor(deck, destination, settings.speakerNotes)
  const said = new Map(slides.map(({ id, speakerNotes }) => [id, speakerNotes.map(({ text }) => text)]))
  // Parts of a continued slide have the id of the first, and their number behind it.
  return report.slides.map(({ id, part }) => said.get(part === 1 ? id : id.replace(/--\d+$/, '')) ?? [])
}
