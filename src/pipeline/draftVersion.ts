/** A version of some notes → its deck as planned, with config, template and pictures of its own time. */
import { relative, sep } from 'node:path'
import type { Absence } from '../diff/absences.js'
import { UserError } from '../errors.js'
import { chosenName } from '../io/chosenTemplate.js'
import type { PastFolder } from '../io/git/pastFolder.js'
import type { NotesVersion } from '../io/git/pastNotes.js'
import { openPastSources, type PastSources } from '../io/git/pastSources.js'
import { getPictures } from '../io/pictures/getPictures.js'
import { readConfig } from '../io/readConfig.js'
import type { Pictures } from '../model/bundle.js'
import type { Source } from '../model/notes.js'
import { readFrontMatter } from '../parse/frontMatter.js'
import { picturesOf } from '../render/wanted.js'
import { withIncluded } from './included.js'
import { pictureOptions } from './makeBundle.js'
import { type DraftedNotes, draftNotes, lookOf } from './planNotes.js'
import type { NotesRequest } from './requests.js'

export interface DraftedVersion {
  readonly drafted: DraftedNotes
  /** Beside which its pictures and fonts are: the notes, or what stands for them. */
  readonly notes: string
  /** As far as they are at hand without asking the network. */
  readonly pictures: Pictures
  readonly absences: readonly Absence[]
  drop(): Promise<void>
}

type Request = Omit<NotesRequest, 'notes'>

/** @throws UserError as planNotes, and as openPastSources */
export async function draftVersion({ source, notes, past }: NotesVersion, request: Request): Promise<DraftedVersion> {
  if (past === undefined) {
    const drafted = await draft(await withIncluded(source, { path: notes }), { ...request, notes })
    return { drafted, notes, pictures: await picturesAt(drafted, notes), absences: [], drop: async () => {} }
  }
  const sources = await openPastSources(past)
  const { folder, absences } = sources
  try {
    const bring = sources.takeFile
    const drafted = await draftPast(await withIncluded(source, { path: folder.notes, bring }), sources, request)
    const { logo, font } = drafted.settings
    await sources.takePictures(picturesOf(drafted.deck).map(({ src }) => src))
    await sources.takeNamed([logo, font].filter((path) => path !== '' && !/^(?:https?|data):/i.test(path)))
    const pictures = await picturesAt(drafted, folder.notes)
    return { drafted, notes: folder.notes, pictures, absences, drop: folder.drop }
  } catch (error) {
    await folder.drop()
    throw error instanceof UserError ? called(error, folder, past.revision) : error
  }
}

async function draft(source: Source, request: NotesRequest): Promise<DraftedNotes> {
  const head = readFrontMatter(source)
  return draftNotes(source, head, await lookOf(head, request), request)
}

async function draftPast(
  source: Source,
  { folder, takeTemplate }: PastSources,
  request: Request,
): Promise<DraftedNotes> {
  const { front } = readFrontMatter(source)
  const { values: config } = await readConfig(folder.notes, request.config, folder.here)
  // Flags count from where the user is: they are today's word.
  if (request.settings?.['template'] === undefined) await takeTemplate(chosenName({ front, config, flags: {} }))
  return draft(source, { ...request, notes: folder.notes, here: folder.here })
}

async function picturesAt(drafted: DraftedNotes, notes: string): Promise<Pictures> {
  const options = pictureOptions({ notes, offline: true, refresh: false }, drafted)
  return (await getPictures(picturesOf(drafted.deck), options)).pictures
}

/** Files of a revision are called as git calls them, and those that stand for others of today like these. */
function called(error: UserError, { disk, top, today }: PastFolder, revision: string): UserError {
  const { message, hint, code } = error
  const names = [
    [`${top}${sep}`, `${revision}:`],
    [`${disk}${sep}`, today(`${disk}${sep}`)],
  ] as const
  const named = names.reduce(
    (text, [path, name]) =>
      [path, `${relative('.', path)}${sep}`].reduce((t, each) => t.replaceAll(each, () => name), text),
    message,
  )
  return new UserError(named, hint, code, { cause: error })
}
