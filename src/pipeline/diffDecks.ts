/** Decks that were made earlier, by whatever version, and notes → what is different between two of them. */

import { type DeckFacts, linesIn } from '../diff/facts.js'
import { type KnownDeck, madeDifference } from '../diff/madeDifference.js'
import { exitCode, UserError } from '../errors.js'
import { ownVersion } from '../io/assets.js'
import { madeDeck } from '../io/manifest.js'
import { readVersion } from '../io/notesVersions.js'
import { lastingSlides } from '../match/lasting.js'
import { traitsOf } from '../match/traits.js'
import { draftVersion } from './draftVersion.js'
import { slidesOf } from './facts.js'
import { encodingFlag } from './readSource.js'
import type { DiffRequest, NotesDifference } from './requests.js'

/**
 * @returns undefined when neither of the two is a deck's folder, or the manifest in it
 * @throws UserError as compareNotes
 */
export async function diffDecks({ versions, ...request }: DiffRequest): Promise<NotesDifference | undefined> {
  const [old, made] = await Promise.all(versions.map(madeDeck))
  if (!old && !made) return undefined
  const [one = '', other] = versions
  if (other === undefined)
    throw new UserError(`${one} is a deck.`, `Name the notes, too: talkback diff ${one} notes.md`, exitCode.usage)
  const [before, after] = [await knownDeck(one, old, request), await knownDeck(other, made, request)]
  return { names: { before: one, after: other }, absences: [], ...madeDifference(before, after) }
}

async function knownDeck(
  name: string,
  made: DeckFacts | undefined,
  request: Omit<DiffRequest, 'versions'>,
): Promise<KnownDeck> {
  if (made) return { facts: made, lines: [] }
  const version = await readVersion(name, { flag: encodingFlag(request.settings) })
  const { drafted, pictures, drop } = await draftVersion(version, request)
  try {
    const known = lastingSlides(traitsOf(drafted.deck, pictures))
    const facts = { version: ownVersion(), look: '', slides: slidesOf(drafted, known) }
    return { facts, lines: drafted.deck.slides.map(linesIn) }
  } finally {
    await drop()
  }
}
