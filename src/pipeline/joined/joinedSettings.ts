/** Settings, and notes that may be several files → the settings of the deck: each file is a section, all of them are called as their folder. */
import { basename, dirname, resolve } from 'node:path'
import type { Source } from '../../model/notes.js'
import { titleOfFile } from '../../plan/fileName.js'
import type { Settings } from '../../settings/table.js'

export function joinedSettings(settings: Settings, { file, parts }: Source): Settings {
  if (parts === undefined) return settings
  const title = settings.title || titleOfFile(basename(dirname(resolve(file))))
  return { ...settings, title, sections: settings.sections || 1 }
}
