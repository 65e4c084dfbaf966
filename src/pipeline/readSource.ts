/** A request → its notes, read in the encoding that flags or a config file name where their bytes don't show it. */
import { readConfig } from '../io/readConfig.js'
import { type NamedEncoding, readNotes } from '../io/readNotes.js'
import type { Source } from '../model/notes.js'
import { readFlag } from '../settings/resolve.js'
import type { NotesRequest } from './requests.js'

export const readSource = (request: NotesRequest): Promise<Source> => readNotes(request.notes, encodingOf(request))

/** @throws UserError (exit code 2) for what is no encoding */
export function encodingFlag(settings: NotesRequest['settings']): string | undefined {
  const flag = readFlag('encoding', settings?.['encoding'])
  return flag === undefined ? undefined : String(flag)
}

function encodingOf({ notes, settings, config, here }: NotesRequest): NamedEncoding {
  return {
    flag: encodingFlag(settings),
    config: async () => (await readConfig(notes, config, here)).values.encoding,
  }
}
