/** Turns the content of a config file (already parsed from YAML or JSON) into checked values of settings. */
import { exitCode, type FaultPlace, UserError } from '../errors.js'
import type { Place } from '../model/finding.js'
import { ownName } from './aliases.js'
import { type SettingValues, show, suggest } from './resolve.js'
import { type Setting, settingsTable } from './table.js'
import { isSettingName, readValue, type SettingValue } from './value.js'

/** Where a config file is looked for, in this order, beside the notes and then in the working directory. */
export const configNames = ['talkback.yaml', 'talkback.yml', 'talkback.json'] as const

/** Where settings are said, by their names: in the notes, or in the file that a place names. */
export type SettingPlaces = Readonly<Record<string, Place>>

/** Where in the file a setting is, by its key as written; at the file's start when nobody knows. */
export type PlaceOfKey = (key: string, part: 'key' | 'value') => FaultPlace

/**
 * @param content what the file holds; an empty file (null) says nothing
 * @param file path as messages show it
 * @throws UserError (exit code 2) for a name that is no setting, or a value that its setting can't take: the file is
 *   Talkback's own, so a mistake in it is one
 */
export function checkConfig(
  content: unknown,
  file: string,
  placeOf: PlaceOfKey = () => ({ file, line: 1, column: 1 }),
): SettingValues {
  if (content === null || content === undefined) return {}
  if (typeof content !== 'object' || Array.isArray(content))
    throw new UserError(`${file} holds no settings.`, 'Write one per line, such as `template: report`.', exitCode.usage)
  const values: Record<string, SettingValue> = {}
  for (const [key, written] of Object.entries(content)) {
    const name = ownName(key)
    if (!isSettingName(name)) {
      const place = placeOf(key, 'key')
      const message = `${shownPlace(place)} names a setting \`${key}\` that there is not.`
      throw new UserError(message, suggest(name), exitCode.usage, { place })
    }
    const setting: Setting = settingsTable[name]
    const read = readValue(setting, written)
    if (read.state === 'fine') values[name] = read.value
    if (read.state === 'wrong') {
      const place = placeOf(key, 'value')
      const message = `${shownPlace(place)}: \`${key}\` can't be \`${show(written)}\`.`
      throw new UserError(message, `Give ${read.expected}.`, exitCode.usage, { place })
    }
  }
  return values
}

/** `talkback.yaml:3:9` */
export const shownPlace = ({ file, line, column }: FaultPlace): string => `${file}:${line}:${column}`
