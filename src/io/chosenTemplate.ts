/** All that settings come from, and some notes → the template that these choose. */
import { dirname, resolve } from 'node:path'
import { UserError } from '../errors.js'
import type { Finding, Place } from '../model/finding.js'
import { shownPlace } from '../settings/config.js'
import { resolveSettings, type SettingLayers } from '../settings/resolve.js'
import { boundOf } from './inside.js'
import { type ReadTemplate, readTemplate } from './readTemplate.js'

export interface ChosenTemplate extends ReadTemplate {
  /** As the one who chose it wrote it. */
  readonly chosen: string
}

/**
 * Flags and config files are the user's own word. Notes may come from anywhere: they choose among what we bring and what
 * lies beside them, and what they choose and nobody can read is a finding, with the template in its place that the deck
 * would have without their word.
 *
 * @param layers all but the template's own
 * @param notes path of the notes
 * @param said where the template is named, when a file does
 * @param ofNotes the config file came with the notes, and is no more trusted than they are
 * @param here the working directory, or what stands for it: flags count from where the user is
 * @throws UserError as readTemplate, where the user named it
 */
export async function chosenTemplate(
  layers: SettingLayers,
  notes: string,
  said: Place | undefined,
  ofNotes: boolean,
  here = '.',
): Promise<ChosenTemplate> {
  const folder = dirname(notes)
  const name = chosenName(layers)
  const others = { ...layers, front: {}, ...(ofNotes ? { config: {} } : {}) }
  if (name === chosenName(others)) return usersTemplate(others, name, notes, said, here)
  try {
    return { ...(await readTemplate(name, { places: [folder], inside: boundOf(folder) })), chosen: name }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const template = await usersTemplate(others, chosenName(others), notes, undefined, here)
    const facts = { name: 'template', path: name, reason: asReason(error.message), advice: error.hint }
    const unusable: Finding = { code: 'setting-file', place: said ?? { line: 1 }, facts }
    // It may still come, or come back.
    return {
      ...template,
      findings: [...template.findings, unusable],
      folders: [...template.folders, resolve(folder, name)],
    }
  }
}

/** A sentence, to stand behind a colon. */
const asReason = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '')

async function usersTemplate(
  layers: SettingLayers,
  name: string,
  notes: string,
  said: Place | undefined,
  here: string,
): Promise<ChosenTemplate> {
  const byFlag = 'template' in layers.flags
  try {
    return { ...(await readTemplate(name, { places: byFlag ? ['.'] : [dirname(notes), here] })), chosen: name }
  } catch (error) {
    // None of its own: what is wrong is the name.
    if (!(error instanceof UserError) || error.place || !said || byFlag) throw error
    const { file = notes, line, column = 1 } = said
    const place = { file, line, column }
    throw new UserError(`${shownPlace(place)}: ${error.message}`, error.hint, error.code, { cause: error, place })
  }
}

export const chosenName = (layers: SettingLayers): string => resolveSettings(layers).settings.template
