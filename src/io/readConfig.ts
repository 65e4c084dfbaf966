/** Finds the config file that goes with some notes, and turns it into checked values of settings. */
import { dirname, join, relative, resolve } from 'node:path'
import { parseDocument } from 'yaml'
import { exitCode, UserError } from '../errors.js'
import { checkConfig, configNames } from '../settings/config.js'
import type { SettingValues } from '../settings/resolve.js'
import { readIfThere } from './readIfThere.js'
import { resolveFiles } from './settingFiles.js'

/**
 * @param notes path of the notes: a config file beside them comes before one in the working directory
 * @param given path of `--config`; then no other is looked for
 * @param here the working directory, or what stands for it
 * @returns {} when there is no config file
 * @throws UserError when it can't be read (exit code 4) or holds a mistake (2)
 */
export async function readConfig(notes: string, given?: string, here = '.'): Promise<SettingValues> {
  if (given !== undefined) return checked(await mustRead(given), given)
  for (const folder of new Set([resolve(dirname(notes)), resolve(here)])) {
    for (const name of configNames) {
      const path = join(folder, name)
      const text = await readIfThere(path)
      if (text !== undefined) return checked(text, path)
    }
  }
  return {}
}

async function mustRead(path: string): Promise<string> {
  const text = await readIfThere(path)
  if (text !== undefined) return text
  throw new UserError(`There is no config file ${path}.`, 'Check the path behind --config.')
}

function checked(text: string, path: string): SettingValues {
  const file = relative('.', path) || path
  // JSON is YAML as well.
  const document = parseDocument(text, { logLevel: 'silent' })
  const [fault] = document.errors
  if (fault) {
    const line = fault.linePos?.[0].line ?? 1
    const [sentence = 'it is no YAML'] = fault.message.split(/ at line \d|\n/)
    throw new UserError(`${file}:${line} can't be read: ${sentence}.`, 'Write `name: value` lines.', exitCode.usage)
  }
  const values = checkConfig(
    readOut(() => document.toJS({ maxAliasCount: 20 }), file),
    file,
  )
  // What it names counts from the config file, wherever Talkback is run; `reveal/black` is no folder.
  const isFolder = values.template !== undefined && /^(?!reveal\/).*[\\/]/.test(values.template)
  const template = isFolder ? { template: resolve(dirname(path), values.template ?? '') } : {}
  return { ...resolveFiles(values, dirname(path)), ...template }
}

function readOut(read: () => unknown, file: string): unknown {
  try {
    return read()
  } catch (error) {
    throw new UserError(`${file} can't be read.`, 'Write `name: value` lines.', exitCode.usage, { cause: error })
  }
}
