/** Finds the config file that goes with some notes, and turns it into checked values of settings. */
import { dirname, join, relative, resolve } from 'node:path'
import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import { exitCode, type FaultPlace, UserError } from '../errors.js'
import type { Finding } from '../model/finding.js'
import { isTooDeep } from '../model/yamlDepth.js'
import { ownName } from '../settings/aliases.js'
import { checkConfig, configNames, type PlaceOfKey, type SettingPlaces, shownPlace } from '../settings/config.js'
import type { SettingValues } from '../settings/resolve.js'
import { boundOf, leadsOut, liesIn, whyOutside } from './inside.js'
import { readIfThere } from './readIfThere.js'
import { filesAmong, resolveFiles } from './settingFiles.js'

/** What a config file says, and where. */
export interface ReadConfig {
  readonly values: SettingValues
  /** Of its settings, by their names. */
  readonly places: SettingPlaces
  /** It lies beside the notes, and came with them: what it says is the notes' word and not the user's. */
  readonly isOfNotes: boolean
  /** What it names and may not. */
  readonly findings: readonly Finding[]
}

type Said = Pick<ReadConfig, 'values' | 'places'>

/**
 * @param notes path of the notes: a config file beside them comes before one in the working directory
 * @param given path of `--config`; then no other is looked for
 * @param here the working directory, or what stands for it
 * @returns no values when there is no config file
 * @throws UserError when it can't be read (exit code 4) or holds a mistake (2)
 */
export async function readConfig(notes: string, given?: string, here = '.'): Promise<ReadConfig> {
  if (given !== undefined) return usersWord(checked(await mustRead(given), given))
  const home = resolve(dirname(notes))
  for (const folder of new Set([home, resolve(here)])) {
    for (const name of configNames) {
      const path = join(folder, name)
      const text = await readIfThere(path, 'a config file')
      if (text === undefined) continue
      return folder === home ? notesWord(checked(text, path), home) : usersWord(checked(text, path))
    }
  }
  return usersWord({ values: {}, places: {} })
}

const usersWord = (said: Said): ReadConfig => ({ ...said, isOfNotes: false, findings: [] })

/** Also where the notes lie in the working directory: who reads notes of others in their folder has not written what lies there. */
async function notesWord({ values, places }: Said, folder: string): Promise<ReadConfig> {
  const bound = boundOf(folder)
  const findings: Finding[] = []
  const kept: Record<string, SettingValues[keyof SettingValues]> = { ...values }
  for (const [name, path] of filesAmong(values)) {
    if (!leadsOut(relative(bound, path), bound) && (await liesIn(path, bound))) continue
    delete kept[name]
    const facts = { name, path: relative('.', path), reason: whyOutside(path, folder, bound), advice: ADVICE }
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
  if (isTooDeep(text))
    throw new UserError(`${file} can't be read: it is nested too deep.`, 'Write `name: value` lines.', exitCode.usage)
  const counter = new LineCounter()
  // JSON is YAML as well.
  const document = parseDocument(text, { logLevel: 'silent', lineCounter: counter })
  const placeAt = (offset: number): FaultPlace => {
    const { line, col } = counter.linePos(offset)
    return { file, line: Math.max(1, line), column: Math.max(1, col) }
  }
  const [fault] = document.errors
  if (fault) {
    const place = placeAt(fault.pos[0])
    const [sentence = 'it is no YAML'] = fault.message.split(/ at line \d|\n/)
    const message = `${shownPlace(place)} can't be read: ${sentence}.`
    throw new UserError(message, 'Write `name: value` lines.', exitCode.usage, { place })
  }
  const offsets = offsetsOf(document.contents)
  const placeOf: PlaceOfKey = (key, part) => placeAt(offsets.get(key)?.[part] ?? 0)
  const content = readOut(() => document.toJS({ maxAliasCount: 20 }), file)
  const values = checkConfig(content, file, placeOf)
  // What it names counts from the config file, wherever Talkback is run; `reveal/black` is no folder.
  const isFolder = values.template !== undefined && /^(?!reveal\/).*[\\/]/.test(values.template)
  const template = isFolder ? { template: resolve(dirname(path), values.template ?? '') } : {}
  const places = Object.fromEntries([...offsets.keys()].map((key) => [ownName(key), placeOf(key, 'value')]))
  return { values: { ...resolveFiles(values, dirname(path)), ...template }, places }
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

function readOut(read: () => unknown, file: string): unknown {
  try {
    return read()
  } catch (error) {
    throw new UserError(`${file} can't be read.`, 'Write `name: value` lines.', exitCode.usage, { cause: error })
  }
}
