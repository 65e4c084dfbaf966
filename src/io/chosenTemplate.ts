/** All that settings come from, and some notes → the template that these choose. */
import { dirname } from 'node:path'
import { UserError } from '../errors.js'
import type { Place } from '../model/finding.js'
import { shownPlace } from '../settings/config.js'
import { resolveSettings, type SettingLayers } from '../settings/resolve.js'
import { type ReadTemplate, readTemplate } from './readTemplate.js'

/**
 * Flags and config files are the user's own word. Notes may come from anywhere: they choose among what we bring and what
 * lies beside them.
 *
 * @param layers all but the template's own
 * @param notes path of the notes
 * @param said where the template is named, when a file does
 * @param here the working directory, or what stands for it: flags count from where the user is
 * @throws UserError as readTemplate
 */
export async function chosenTemplate(
  layers: SettingLayers,
  notes: string,
  said: Place | undefined,
  here = '.',
): Promise<ReadTemplate> {
  try {
    return await read(layers, notes, here)
  } catch (error) {
    // None of its own: what is wrong is the name.
    if (!(error instanceof UserError) || error.place || !said || 'template' in layers.flags) throw error
    const { file = notes, line, column = 1 } = said
    const place = { file, line, column }
    throw new UserError(`${shownPlace(place)}: ${error.message}`, error.hint, error.code, { cause: error, place })
  }
}

function read(layers: SettingLayers, notes: string, here: string): Promise<ReadTemplate> {
  const folder = dirname(notes)
  const name = chosenName(layers)
  const { template: withoutNotes } = resolveSettings({ ...layers, front: {} }).settings
  if (name !== withoutNotes) return readTemplate(name, { places: [folder], inside: folder })
  return readTemplate(name, { places: 'template' in layers.flags ? ['.'] : [folder, here] })
}

export const chosenName = (layers: SettingLayers): string => resolveSettings(layers).settings.template
