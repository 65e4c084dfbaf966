/** Two versions of some notes → what is different between their decks. */

import { deckDifference } from '../diff/difference.js'
import { readVersions } from '../io/notesVersions.js'
import { type Destination, deckFor } from '../model/speakerNotes.js'
import { diffDecks } from './diffDecks.js'
import { type DraftedVersion, draftVersion } from './draftVersion.js'
import { encodingFlag } from './readSource.js'
import type { DiffRequest, NotesDifference } from './requests.js'

/** The two decks that are compared. */
export interface ComparedNotes {
  readonly before: DraftedVersion
  readonly after: DraftedVersion
  readonly difference: NotesDifference
}

/**
 * @param work what is done with the two decks; behind it, files of theirs that only git has are gone
 * @param destination where the difference is shown
 * @throws UserError as readVersions, and as planNotes
 */
export async function compareNotes<Result>(
  { versions, ...request }: DiffRequest,
  work: (compared: ComparedNotes) => Promise<Result>,
  destination: Destination = 'author',
): Promise<Result> {
  const { before, after } = await readVersions(versions, { flag: encodingFlag(request.settings) })
  const drafted: DraftedVersion[] = []
  try {
    for (const version of [before, after]) drafted.push(await draftVersion(version, request))
    const [old, made] = drafted
    if (!old || !made) throw new Error('A version was not read.')
    const names = { before: before.source.file, after: after.source.file }
    const absences = [...old.absences, ...made.absences]
    const told = ({ drafted }: DraftedVersion) => deckFor(drafted.deck, destination, drafted.settings.speakerNotes)
    const difference = deckDifference(told(old), told(made), { before: old.pictures, after: made.pictures })
    return await work({ before: old, after: made, difference: { names, absences, ...difference } })
  } finally {
    for (const { drop } of drafted) await drop()
  }
}

/** @throws UserError as compareNotes */
export const diffNotes = async (request: DiffRequest): Promise<NotesDifference> =>
  (await diffDecks(request)) ?? compareNotes({ ...request, words: true }, async ({ difference }) => difference)
