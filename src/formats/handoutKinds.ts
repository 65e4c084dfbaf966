/** The handouts that are wanted and the deck → their kinds: `auto` is one with notes where somebody says more than the slides. */
import { type Handout, type HandoutWish, handouts } from '../model/format.js'
import { deckFor } from '../model/speakerNotes.js'
import type { FormatSource } from './source.js'

/**
 * Where all is on the slides, people read an article with more ease; it has the footnotes and addresses as well, which alone are
 * no reason for sheets full of slides.
 */
export function handoutKinds(
  wanted: readonly HandoutWish[],
  { deck, settings }: Pick<FormatSource, 'deck' | 'settings'>,
): readonly Handout[] {
  const { slides } = deckFor(deck, 'notes handout', settings.speakerNotes)
  const auto = slides.some(({ speakerNotes }) => speakerNotes.length > 0) ? 'notes' : 'article'
  const kinds = new Set(wanted.map((kind) => (kind === 'auto' ? auto : kind)))
  return handouts.filter((kind) => kinds.has(kind))
}
