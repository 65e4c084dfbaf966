/** Turns the content of a config file (already parsed from YAML or JSON) into checked values of settings. */
import { exitCode, type FaultPlace, UserError } from '../errors.js'
import type { FindingFacts, Place } from '../model/finding.js'
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

/** A mistake in a config file, as a finding tells it: where it came with the notes. */
export type ConfigFault = {
  readonly [Code in 'config-broken' | 'config-unknown' | 'setting-invalid']: {
    readonly code: Code
    readonly place: FaultPlace
    readonly facts: FindingFacts[Code]
  }
}['config-broken' | 'config-unknown' | 'setting-invalid']

export interface CheckedConfig {
  readonly values: SettingValues
  readonly faults: readonly ConfigFault[]
}

/**
 * @param content what the file holds; an empty file (null) says nothing
 * @param file path as messages show it
 * @returns what can be followed; a fault for a name that is no setting, and for a value that its setting can't take: the
 *   file is Talkback's own, so a mistake in it is one
 */
export function checkConfig(
  content: unknown,
  file: string,
  placeOf: PlaceOfKey = () => ({ file, line: 1, column: 1 }),
): CheckedConfig {
  if (content === null || content === undefined) return { values: {}, faults: [] }
  if (typeof content !== 'object' || Array.isArray(content))
    return brokenConfig({ file, line: 1, column: 1 }, 'it holds no settings')
  const values: Record<string, SettingValue> = {}
  const faults: ConfigFault[] = []
  for (const [key, written] of Object.entries(content)) {
    const name = ownName(key)
    if (!isSettingName(name)) {
      faults.push({ code: 'config-unknown', place: placeOf(key, 'key'), facts: { name: key, advice: suggest(name) } })
      continue
    }
    const setting: Setting = settingsTable[name]
    const read = readValue(setting, written)
    if (read.state === 'fine') values[name] = read.value
    if (read.state !== 'wrong') continue
    const facts = { name: key, value: show(written), expected: read.expected }
    faults.push({ code: 'setting-invalid', place: placeOf(key, 'value'), facts })
  }
  return { values, faults }
}

/** @param reason a clause without a full stop */
export const brokenConfig = (place: FaultPlace, reason: string): CheckedConfig => ({
  values: {},
  faults: [{ code: 'config-broken', place, facts: { reason } }],
})

/** The same mistake where the file is the user's own: nothing is made then. */
export function configError({ place, ...fault }: ConfigFault): UserError {
  const refused = (message: string, hint: string) => new UserError(message, hint, exitCode.usage, { place })
  const at = shownPlace(place)
  switch (fault.code) {
    case 'config-broken':
      return refused(`${at} can't be read: ${fault.facts.reason}.`, 'Write `name: value` lines.')
    case 'config-unknown':
      return refused(`${at} names a setting \`${fault.facts.name}\` that there is not.`, fault.facts.advice)
    case 'setting-invalid':
      return refused(
        `${at}: \`${fault.facts.name}\` can't be \`${fault.facts.value}\`.`,
        `Give ${fault.facts.expected}.`,
      )
  }
}

/** `talkback.yaml:3:9` */
export const shownPlace = ({ file, line, column }: FaultPlace): string => `${file}:${line}:${column}`
