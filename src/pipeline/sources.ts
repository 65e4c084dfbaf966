/** Some notes, their settings, their pictures → every file that their deck is made from, there or not. */
import { dirname, join, resolve } from 'node:path'
import { chosenName } from '../io/chosenTemplate.js'
import { boundOf } from '../io/inside.js'
import { ownPlaces } from '../io/pictures/ownPlaces.js'
import { namesOutside, picturePlaces } from '../io/pictures/places.js'
import { readConfig } from '../io/readConfig.js'
import type { WatchedFiles } from '../io/watch/watchedFiles.js'
import type { Source } from '../model/notes.js'
import { configNames } from '../settings/config.js'
import { headOf } from './joined/headOf.js'
import type { NotesLook } from './planNotes.js'
import { readSource } from './readSource.js'
import type { NotesRequest } from './requests.js'

/**
 * @param look as far as it is known
 * @param pictures as the notes name them
 * @param source as far as it was read: it says which other files stand in it
 */
export function sourcesOf(
  { notes, config, joined = [] }: NotesRequest,
  look: Pick<NotesLook, 'settings' | 'folders'> | undefined,
  pictures: Iterable<string>,
  source?: Source,
): WatchedFiles {
  const folder = dirname(resolve(notes))
  const templates = look?.folders ?? []
  const beside = [folder, '.'].flatMap((each) => configNames.map((name) => join(each, name)))
  return {
    notes: resolve(notes),
    look: [
      ...joined.map((path) => resolve(path)),
      ...(source?.included?.files ?? []),
      ...(config === undefined ? beside : [config]).map((path) => resolve(path)),
      ...namedFiles(look, folder),
      ...templates.flatMap((each) => templateFiles.map((name) => join(each, name))),
    ],
    lookFolders: templates.map((each) => join(each, 'layouts')),
    pictures: [...pictures].flatMap((src) => placesOf(src, resolve(notes))),
  }
}

/** All that is read right in a template's folder, which may hold the notes and their decks as well. */
const templateFiles = ['template.yaml', 'theme.css', 'print.css']

/** Files that settings name. */
export function namedFiles(look: Pick<NotesLook, 'settings'> | undefined, folder: string): readonly string[] {
  const { logo = '', font = '' } = look?.settings ?? {}
  return [logo, font].filter((path) => path !== '').map((path) => resolve(folder, path))
}

/** Pictures of the network lie nowhere. */
export const isRemote = (src: string): boolean => /^(?:https?:)?\/\//i.test(src)

/** Where the file of this name may lie. */
function placesOf(src: string, notes: string): readonly string[] {
  if (/^(?!file:)[a-z][a-z\d+.-]+:/i.test(src) || isRemote(src)) return []
  const folder = dirname(notes)
  const bound = boundOf(folder)
  return namesOutside(src, folder, bound)
    ? []
    : picturePlaces(src, folder, bound, ownPlaces(notes)).map(({ file }) => file)
}

/** Folders where the template would lie that is not there; none when nobody can say which one is meant. */
export async function templatePlaces(request: NotesRequest): Promise<readonly string[]> {
  try {
    const { notes, config, settings = {} } = request
    const { front } = headOf(await readSource(request))
    const name = chosenName({ front, config: (await readConfig(notes, config)).values, flags: settings })
    return [resolve(dirname(notes), name), resolve(name)].flatMap((place) => [place, join(place, 'layouts')])
  } catch {
    return []
  }
}
