/** A request → its notes, with the files that they ask for, read in the encoding that flags or a config file name where their bytes don't show it. */
import { readConfig } from '../io/readConfig.js'
import { type NamedEncoding, readNotes } from '../io/readNotes.js'
import type { Source } from '../model/notes.js'
import { readFlag } from '../settings/resolve.js'
import { withIncluded } from './included.js'
import { isCover } from './joined/headOf.js'
import { joinSources } from './joined/joinSources.js'
import type { NotesRequest } from './requests.js'

export async function readSource(request: NotesRequest): Promise<Source> {
  const { notes, joined } = request
  const encoding = encodingOf(request)
  if (joined === undefined) return readWhole(notes, encoding)
  const first = joined.filter((file) => isCover(file, notes))
  const files = [...first, ...joined.filter((file) => !first.includes(file))]
  const sources = await Promise.all(files.map((file) => readWhole(file, encoding)))
  return joinSources(sources, notes)
}

const readWhole = async (file: string, encoding: NamedEncoding): Promise<Source> =>
  withIncluded(await readNotes(file, encoding), { encoding })

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
