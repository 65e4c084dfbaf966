/** A template's name (`night`), a theme of reveal.js (`reveal/black`) or a path → the folder it is in. */
import { readdir, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { exitCode, UserError } from '../../errors.js'
import { nearest } from '../../settings/nearest.js'
import { ownFile } from '../assets.js'
import { beyond, liesIn } from '../inside.js'
import { revealThemes } from './revealTheme.js'

/** What every template rests on, unless its template.yaml says otherwise. */
export const BASE = 'report'
const PLAIN = 'plain'
const PLAIN_THEME = 'white'

export interface FoundTemplate {
  readonly folder: string
  readonly builtIn: boolean
  /** The theme of reveal.js that gives it its colours. */
  readonly theme?: string
  /** As in Whence; built-in templates may lie anywhere. */
  readonly inside?: string | undefined
}

/** Where a template may come from. */
export interface Whence {
  /** Folders that a path may count from; the first that has it wins. */
  readonly places: readonly string[]
  /** Nothing outside this folder is read: the template was chosen by notes, and these may come from anywhere. */
  readonly inside?: string | undefined
}

/** @throws UserError when there is no such template, or when it may not be read */
export async function findTemplate(name: string, { places, inside }: Whence): Promise<FoundTemplate> {
  const theme = name === PLAIN ? PLAIN_THEME : /^reveal\/([\w-]+)$/.exec(name)?.[1]
  if (theme !== undefined && (await revealThemes()).includes(theme))
    return { folder: builtInFolder(PLAIN), builtIn: true, theme }
  if (/^[\w-]+$/.test(name) && (await isFolder(builtInFolder(name))))
    return { folder: builtInFolder(name), builtIn: true }
  for (const place of places) {
    const folder = resolve(place, name)
    if (!(await isFolder(folder))) continue
    if (inside === undefined || (await liesIn(folder, inside))) return { folder, builtIn: false, inside }
    const hint = 'If you trust it, name it yourself: with --template, or in a file behind --config.'
    throw new UserError(`The template ${name} is ${beyond(inside)}.`, hint, exitCode.usage)
  }
  throw await noSuchTemplate(name)
}

/** Names of the templates that Talkback brings, sorted. */
export const builtInNames = async (): Promise<readonly string[]> => (await readdir(ownFile('templates'))).sort()

const builtInFolder = (name: string): string => ownFile('templates', name)

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )

async function noSuchTemplate(name: string): Promise<UserError> {
  const builtIn = await builtInNames()
  const near = nearest(name, [...builtIn, ...(await revealThemes()).map((theme) => `reveal/${theme}`)])
  const hint =
    near === undefined
      ? `Built in: ${builtIn.join(', ')}, reveal/<theme>. Or name a folder that holds a template.yaml.`
      : `Did you mean \`${near}\`?`
  return new UserError(`There is no template ${name}.`, hint, exitCode.usage)
}
