/** A template's name or folder → the template: its layouts and CSS, on top of those of the template it extends. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { parse } from 'yaml'
import { exitCode, UserError } from '../errors.js'
import { builtInFamilies } from '../model/families.js'
import type { Template } from '../model/template.js'
import { ownFile } from './assets.js'

/** What every template rests on, unless its template.yaml says otherwise. */
const BASE = 'report'

/**
 * Reads a template.
 *
 * @param name one of the built-in templates, or the path of a folder with a `template.yaml`
 * @param lang language of the deck, BCP 47: it decides which fonts come first
 * @throws UserError when there is no such template, or when it extends itself
 */
export async function readTemplate(name: string, lang: string): Promise<Template> {
  return read(name, lang, [])
}

async function read(name: string, lang: string, seen: readonly string[]): Promise<Template> {
  const folder = await folderOf(name)
  if (seen.includes(folder)) {
    throw new UserError(
      `Template ${name} extends itself.`,
      'Take the line `extends` out of its template.yaml.',
      exitCode.usage,
    )
  }
  const facts = await factsOf(folder)
  const parent = facts.extends ?? BASE
  const isBase = folder === ownFile('templates', BASE)
  const below = isBase ? undefined : await read(parent, lang, [...seen, folder])
  const css = await readIfThere(join(folder, 'theme.css'))
  return {
    name: facts.name ?? basename(folder),
    layouts: new Map([...(below?.layouts ?? []), ...(await layoutsIn(join(folder, 'layouts')))]),
    css: [below?.css, css].filter(Boolean).join('\n'),
    fonts: below?.fonts ?? builtInFamilies(lang),
  }
}

async function folderOf(name: string): Promise<string> {
  const builtIn = ownFile('templates', name)
  if (/^[\w-]+$/.test(name) && (await isFolder(builtIn))) return builtIn
  const own = resolve(name)
  if (await isFolder(own)) return own
  const names = await readdir(ownFile('templates'))
  throw new UserError(
    `There is no template ${name}.`,
    `Built in: ${names.sort().join(', ')}. Or name a folder that holds a template.yaml.`,
    exitCode.usage,
  )
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )

interface TemplateFacts {
  readonly name?: string
  readonly extends?: string
}

async function factsOf(folder: string): Promise<TemplateFacts> {
  const file = join(folder, 'template.yaml')
  const text = await readIfThere(file)
  if (text === undefined) {
    throw new UserError(
      `${folder} holds no template.yaml.`,
      'A template is a folder with a template.yaml in it.',
      exitCode.usage,
    )
  }
  let facts: unknown
  try {
    facts = parse(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n', 1)[0] : String(error)
    throw new UserError(`${file} can't be read: ${reason}`, 'Mend its YAML.', exitCode.usage, { cause: error })
  }
  if (typeof facts !== 'object' || facts === null) return {}
  return {
    ...('name' in facts && typeof facts.name === 'string' ? { name: facts.name } : {}),
    ...('extends' in facts && typeof facts.extends === 'string' ? { extends: facts.extends } : {}),
  }
}

async function layoutsIn(folder: string): Promise<readonly (readonly [string, string])[]> {
  const names = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.html')).sort()
  return Promise.all(
    names.map(async (file) => [basename(file, '.html'), await readFile(join(folder, file), 'utf8')] as const),
  )
}

const readIfThere = (file: string): Promise<string | undefined> => readFile(file, 'utf8').catch(() => undefined)
