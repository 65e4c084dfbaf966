/** Turns the content of a config file (already parsed from YAML or JSON) into checked values of settings. */
import { exitCode, UserError } from '../errors.js'
import { ownName } from './aliases.js'
import { type SettingValues, show, suggest } from './resolve.js'
import { type Setting, settingsTable } from './table.js'
import { isSettingName, readValue, type SettingValue } from './value.js'

/** Where a config file is looked for, in this order, beside the notes and then in the working directory. */
export const configNames = ['talkback.yaml', 'talkback.yml', 'talkback.json'] as const

/**
 * @param content what the file holds; an empty file (null) says nothing
 * @param file path as messages show it
 * @throws UserError (exit code 2) for a name that is no setting, or a value that its setting can't take: the file is
 *   Talkback's own, so a mistake in it is one
 */
export function checkConfig(content: unknown, file: string): SettingValues {
  if (content === null || content === undefined) return {}
  if (typeof content !== 'object' || Array.isArray(content))
    throw new UserError(`${file} holds no settings.`, 'Write one per line, such as `template: report`.', exitCode.usage)
  const values: Record<string, SettingValue> = {}
  for (const [key, written] of Object.entries(content)) {
    const name = ownName(key)
    if (!isSettingName(name))
      throw new UserError(`${file} names a setting \`${key}\` that there is not.`, suggest(name), exitCode.usage)
    const setting: Setting = settingsTable[name]
    const read = readValue(setting, written)
    if (read.state === 'fine') values[name] = read.value
    if (read.state === 'wrong')
      throw new UserError(
        `${file}: \`${key}\` can't be \`${show(written)}\`.`,
        `Give ${read.expected}.`,
        exitCode.usage,
      )
  }
  return values
}
