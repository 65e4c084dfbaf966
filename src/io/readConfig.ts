/** Finds the config file that goes with some notes, and turns it into checked values of settings. */
import { dirname, join, relative, resolve } from 'node:path'
import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import { type FaultPlace, UserError } from '../errors.js'
import type { Finding } from '../model/finding.js'
import { isTooDeep } from '../model/yamlDepth.js'
import { ownName } from '../settings/aliases.js'
import {
  brokenConfig,
  type CheckedConfig,
  checkConfig,
  configError,
  configNames,
  type PlaceOfKey,
  type SettingPlaces,
} from '../settings/config.js'
import type { SettingValues } from '../settings/resolve.js'
import { whyUnread } from './faults.js'
import { boundOf, leadsOut, liesIn, whyOutside } from './inside.js'
import { readIfThere } from './readIfThere.js'
import { Unread } from './readRegular.js'
import { filesAmong, resolveFiles } from './settingFiles.js'

/** What a config file says, and where. */
export interface ReadConfig {
  readonly values: SettingValues
  /** Of its settings, by their names. */
  readonly places: SettingPlaces
  /** It lies beside the notes, and came with them: what it says is the notes' word and not the user's. */
  readonly isOfNotes: boolean
  /** Its mistakes, and what it names and may not, where it is the notes' word. */
  readonly findings: readonly Finding[]
}

type Said = CheckedConfig & Pick<ReadConfig, 'places'>

/**
 * @param notes path of the notes: a config file beside them comes before one in the working directory
 * @param given path of `--config`; then no other is looked for
 * @param here the working directory, or what stands for it
 * @returns no values when there is no config file
 * @throws UserError when it is the user's, and can't be read (exit code 4) or holds a mistake (2)
 */
export async function readConfig(notes: string, given?: string, here = '.'): Promise<ReadConfig> {
  if (given !== undefined) return usersWord(checked(await mustRead(given), given))
  const home = resolve(dirname(notes))
  for (const folder of new Set([home, resolve(here)])) {
    for (const name of configNames) {
      const path = join(folder, name)
      const said = await (folder === home ? saidBeside(path) : saidAt(path))
      if (said !== undefined) return folder === home ? notesWord(said, home) : usersWord(said)
    }
  }
  return usersWord({ values: {}, places: {}, faults: [] })
}

async function saidAt(path: string): Promise<Said | undefined> {
  const text = await readIfThere(path, 'a config file')
  return text === undefined ? undefined : checked(text, path)
}

/** That it can't be read is a mistake like any other, where it came with the notes. */
async function saidBeside(path: string): Promise<Said | undefined> {
  try {
    return await saidAt(path)
  } catch (error) {
    const reason =
      error instanceof Unread ? `it is ${error.reason}` : error instanceof UserError && whyUnread(error.cause)
    if (!reason) throw error
    return { ...brokenConfig({ file: relative('.', path), line: 1, column: 1 }, reason), places: {} }
  }
}

function usersWord({ values, places, faults: [fault] }: Said): ReadConfig {
  if (fault) throw configError(fault)
  return { values, places, isOfNotes: false, findings: [] }
}

/** Also where the notes lie in the working directory: who reads notes of others in their folder has not written what lies there. */
async function notesWord({ values, places, faults }: Said, folder: string): Promise<ReadConfig> {
  const bound = boundOf(folder)
  const findings: Finding[] = [...faults]
  const kept: Record<string, SettingValues[keyof SettingValues]> = { ...values }
  for (const [name, path] of filesAmong(values)) {
    if (!leadsOut(relative(bound, path), bound) && (await liesIn(path, bound))) continue
    delete kept[name]
    const facts = { name, path: relative('.', path), reason: whyOutside(path, bound), advice: ADVICE }
    findings.push({ code: 'setting-file', place: places[name] ?? { line: 1 }, facts })
  }
  return { values: kept, places, isOfNotes: true, findings }
}

const ADVICE = 'If you trust it, name it yourself: as a flag, or in a file behind --config.'

async function mustRead(path: string): Promise<string> {
  const text = await readIfThere(path, 'a config file')
  if (text !== undefined) return text
  throw new UserError(`There is no config file ${path}.`, 'Check the path behind --config.')
}

function checked(text: string, path: string): Said {
  const file = relative('.', path) || path
  const broken = (place: FaultPlace, reason: string): Said => ({ ...brokenConfig(place, reason), places: {} })
  if (isTooDeep(text)) return broken({ file, line: 1, column: 1 }, 'it is nested too deep')
  const counter = new LineCounter()
  // JSON is YAML as well.
  const document = parseDocument(text, { logLevel: 'silent', lineCounter: counter })
  const placeAt = (offset: number): FaultPlace => {
    const { line, col } = counter.linePos(offset)
    return { file, line: Math.max(1, line), column: Math.max(1, col) }
  }
  const [fault] = document.errors
  if (fault) {
    const [sentence = 'it is no YAML'] = fault.message.split(/ at line \d|\n/)
    return broken(placeAt(fault.pos[0]), sentence)
  }
  const offsets = offsetsOf(document.contents)
  const placeOf: PlaceOfKey = (key, part) => placeAt(offsets.get(key)?.[part] ?? 0)
  const content = readOut(() => document.toJS({ maxAliasCount: 20 }))
  if (content === unreadable) return broken({ file, line: 1, column: 1 }, 'it repeats itself too often')
  const { values, faults } = checkConfig(content, file, placeOf)
  // What it names counts from the config file, wherever Talkback is run; `reveal/black` is no folder.
  const isFolder = values.template !== undefined && /^(?!reveal\/).*[\\/]/.test(values.template)
  const template = isFolder ? { template: resolve(dirname(path), values.template ?? '') } : {}
  const places = Object.fromEntries([...offsets.keys()].map((key) => [ownName(key), placeOf(key, 'value')]))
  return { values: { ...resolveFiles(values, dirname(path)), ...template }, places, faults }
}

interface Offsets {
  readonly key: number
  readonly value: number
}

/** Where each key, and what it says, begins. */
function offsetsOf(contents: unknown): ReadonlyMap<string, Offsets> {
  if (!isMap(contents)) return new Map()
  return new Map(
    contents.items.flatMap(({ key, value }): readonly (readonly [string, Offsets])[] => {
      if (!isScalar(key) || !key.range) return []
      const [start] = key.range
      return [[String(key.value), { key: start, value: (isNode(value) ? value.range?.[0] : undefined) ?? start }]]
    }),
  )
}

const unreadable = Symbol('unreadable')

/** What an alias stands for may hold aliases again, and grow without end: YAML gives up then. */
function readOut(read: () => unknown): unknown {
  try {
    return read()
  } catch {
    return unreadable
  }
}
