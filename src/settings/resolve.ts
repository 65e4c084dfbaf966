/** Turns what flags, front matter, config file and template say into one checked set of settings. */
import { exitCode, UserError } from '../errors.js'
import type { Finding, Place } from '../model/finding.js'
import type { FrontValue } from '../model/notes.js'
import { flagOf } from './flags.js'
import { nearest } from './nearest.js'
import { isOtherKey } from './otherKeys.js'
import { type Setting, type SettingName, type Settings, settingsTable } from './table.js'
import { areSettings, isSettingName, type ReadValue, readValue, type SettingValue, settingNames } from './value.js'

/** Checked values of some settings. */
export type SettingValues = Partial<Settings>

export interface SettingLayers {
  /** Front matter of the notes: values as written, under the settings' own names. */
  readonly front: Readonly<Record<string, FrontValue>>
  /** Of the config file, checked by `checkConfig`. */
  readonly config?: SettingValues
  /** Of the template. */
  readonly template?: SettingValues
  /** From the command line or a library call, as written. */
  readonly flags: Readonly<Record<string, unknown>>
}

/**
 * Defaults < template < config file < front matter < flags.
 * @returns every setting, and a finding for each front-matter value that can't be used
 * @throws UserError (exit code 2) for a wrong flag
 */
export function resolveSettings(layers: SettingLayers): {
  readonly settings: Settings
  readonly findings: readonly Finding[]
} {
  const front = readFront(layers.front)
  const values: Record<string, unknown> = { ...defaults(), ...layers.template, ...layers.config }
  Object.assign(values, front.values, readFlags(layers.flags))
  if (!areSettings(values)) throw new Error('A setting came through without a value of its type.')
  return { settings: values, findings: front.findings }
}

function defaults(): Record<string, SettingValue> {
  return Object.fromEntries(Object.entries<Setting>(settingsTable).map(([name, setting]) => [name, setting.default]))
}

/** Of more entries than anybody writes by hand no slips are looked for. */
const mostLooked = 200

function readFront(front: SettingLayers['front']): { values: Record<string, SettingValue>; findings: Finding[] } {
  const values: Record<string, SettingValue> = {}
  const findings: Finding[] = []
  let looked = 0
  for (const [key, { value: written, line, column }] of Object.entries(front)) {
    if (!isSettingName(key)) {
      // Other tools' keys (tags, categories, draft…) are none of our business; only a typo of ours is.
      const near = isOtherKey(key) || ++looked > mostLooked ? undefined : nearest(key, settingNames)
      if (near !== undefined)
        findings.push({ code: 'setting-unknown', place: { line }, facts: { name: key, nearest: near } })
      continue
    }
    const setting: Setting = settingsTable[key]
    if (setting.elsewhere?.test(String(written))) continue
    const read = readFrontValue(setting, written)
    if (read.state === 'fine') values[key] = read.value
    if (read.state === 'wrong') {
      const facts = { name: key, value: show(written), expected: read.expected }
      findings.push({ code: 'setting-invalid', place: placeIn(line, column), facts })
    }
  }
  return { values, findings }
}

export const placeIn = (line: number, column: number | undefined): Place =>
  column === undefined ? { line } : { line, column }

/** Notes may come from anywhere: the files and templates they name count from them. How far they may lead, the disk says. */
function readFrontValue(setting: Setting, written: unknown): ReadValue {
  const read = readValue(setting, written)
  if (read.state !== 'fine' || (setting.type !== 'file' && setting.type !== 'template')) return read
  if (!startsAtRoot(String(read.value))) return read
  const what = setting.type === 'file' ? 'a file' : 'a built-in template, or one'
  return { state: 'wrong', expected: `${what} by its path from the notes` }
}

/** On any system. */
const startsAtRoot = (path: string): boolean => /^[\\/]|^[a-z]:/i.test(path)

function readFlags(flags: SettingLayers['flags']): Record<string, SettingValue> {
  const values: Record<string, SettingValue> = {}
  for (const [name, written] of Object.entries(flags)) {
    if (!isSettingName(name)) throw new UserError(`There is no setting \`${name}\`.`, suggest(name), exitCode.usage)
    const value = readFlag(name, written)
    if (value !== undefined) values[name] = value
  }
  return values
}

/** @throws UserError (exit code 2) for what the setting can't be */
export function readFlag(name: SettingName, written: unknown): SettingValue | undefined {
  const read = readValue(settingsTable[name], written)
  if (read.state !== 'wrong') return read.state === 'fine' ? read.value : undefined
  throw new UserError(`${flagOf(name)} can't be \`${show(written)}\`.`, `Give ${read.expected}.`, exitCode.usage)
}

/** A hint for a name that no setting has. */
export function suggest(name: string): string {
  const near = nearest(name, settingNames)
  return near === undefined ? `Settings are: ${settingNames.join(', ')}.` : `Did you mean \`${near}\`?`
}

/** A value in a sentence: short, on one line. */
export function show(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}
