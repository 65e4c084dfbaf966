/** All that settings come from, and some notes → the template that these choose. */
import { dirname } from 'node:path'
import { resolveSettings, type SettingLayers } from '../settings/resolve.js'
import { type ReadTemplate, readTemplate } from './readTemplate.js'

/**
 * Flags and config files are the user's own word. Notes may come from anywhere: they choose among what we bring and what
 * lies beside them.
 *
 * @param layers all but the template's own
 * @param notes path of the notes
 * @param here the working directory, or what stands for it: flags count from where the user is
 * @throws UserError as readTemplate
 */
export function chosenTemplate(layers: SettingLayers, notes: string, here = '.'): Promise<ReadTemplate> {
  const folder = dirname(notes)
  const name = chosenName(layers)
  const { template: withoutNotes } = resolveSettings({ ...layers, front: {} }).settings
  if (name !== withoutNotes) return readTemplate(name, { places: [folder], inside: folder })
  return readTemplate(name, { places: 'template' in layers.flags ? ['.'] : [folder, here] })
}

export const chosenName = (layers: SettingLayers): string => resolveSettings(layers).settings.template
