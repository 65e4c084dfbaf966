/** A template's name or folder → the template: its layouts and CSS on top of those it extends, its settings, its faults. */
import { basename, join } from 'node:path'
import { exitCode, UserError } from '../errors.js'
import type { Finding } from '../model/finding.js'
import type { Template } from '../model/template.js'
import type { SettingPlaces } from '../settings/config.js'
import type { SettingValues } from '../settings/resolve.js'
import { beyond, liesIn } from './inside.js'
import { filesAmong, resolveFiles } from './settingFiles.js'
import { readFacts, type TemplateFacts } from './templates/facts.js'
import { type Checked, type Fault, shownPath, templateFault } from './templates/fault.js'
import { readCss, readLayouts, textIn } from './templates/files.js'
import { BASE, type FoundTemplate, findTemplate, type Whence } from './templates/findTemplate.js'
import { readRevealTheme } from './templates/revealTheme.js'

export interface ReadTemplate {
  readonly template: Template
  /** What it sets for decks that don't say otherwise. */
  readonly settings: SettingValues
  /** Where it says them. */
  readonly places: SettingPlaces
  /** Its faults, each in the file and line that has it; the parent's look stands in for what is faulty. */
  readonly findings: readonly Finding[]
  /** Folders of the user's own that it was read from, those it extends first; none when it is one that Talkback brings. */
  readonly folders: readonly string[]
}

/**
 * @param name a built-in template, a theme of reveal.js (`reveal/black`), or the path of a folder with a `template.yaml`
 * @throws UserError when there is no such template, or when it extends itself
 */
export function readTemplate(name: string, whence: Whence): Promise<ReadTemplate> {
  return read(name, whence, [])
}

async function read(name: string, whence: Whence, seen: readonly string[]): Promise<ReadTemplate> {
  const found = await findTemplate(name, whence)
  const { folder } = found
  if (seen.includes(folder))
    throw new UserError(`Template ${name} extends itself.`, 'Change `extends` in its template.yaml.', exitCode.usage)
  const facts = await readTemplateFacts(found)
  const parent = await parentOf(found, facts.content, seen)
  const [html, css, theme, own] = await Promise.all([
    readLayouts(found),
    readCss(found),
    found.theme === undefined ? undefined : readRevealTheme(found.theme),
    ownSettings(found, facts.content),
  ])
  const shown = facts.content.name ?? basename(folder)
  const faults = [facts, { file: facts.file, faults: own.faults }, ...css, ...html].flatMap(({ file, faults }) =>
    faults.map(({ line, reason }) => templateFault(shown, file, line, reason)),
  )
  const layouts = html.flatMap(({ layout, content }) => (content === undefined ? [] : [[layout, content] as const]))
  return {
    template: {
      name: shown,
      description: facts.content.description ?? '',
      layouts: new Map([...(parent?.template.layouts ?? []), ...layouts]),
      css: [parent?.template.css, theme?.css, ...css.map(({ content }) => content)].filter(Boolean).join('\n'),
      fonts: facts.content.fonts ?? theme?.fonts ?? parent?.template.fonts ?? 'sans',
    },
    settings: { ...parent?.settings, ...own.content },
    places: { ...parent?.places, ...placesIn(facts.file, facts.content.lines) },
    findings: [...(parent?.findings ?? []), ...faults],
    folders: [...(parent?.folders ?? []), ...(found.builtIn ? [] : [folder])],
  }
}

const placesIn = (file: string, lines: TemplateFacts['lines']): SettingPlaces =>
  Object.fromEntries(Object.entries(lines).map(([name, line]) => [name, { file: shownPath(file), line }]))

async function parentOf(
  { folder, builtIn, inside }: FoundTemplate,
  facts: TemplateFacts,
  seen: readonly string[],
): Promise<ReadTemplate | undefined> {
  if (builtIn && basename(folder) === BASE) return undefined
  return read(facts.extends ?? BASE, { places: [folder], inside }, [...seen, folder])
}

/** @throws UserError when the folder has no template.yaml: then it is no template */
export async function readTemplateFacts(
  found: FoundTemplate,
): Promise<Checked<TemplateFacts> & { readonly file: string }> {
  const file = join(found.folder, 'template.yaml')
  const { content, faults } = await textIn(found, file)
  if (content !== undefined) return { file, ...readFacts(content) }
  if (faults.length > 0) return { file, content: { settings: {}, lines: {} }, faults }
  const hint = 'A template is a folder with a template.yaml in it; `talkback templates new` makes one.'
  throw new UserError(`${found.folder} holds no template.yaml.`, hint, exitCode.usage)
}

/** Files that a template names count from its folder; where it may not read, they may not lie. */
async function ownSettings(
  { folder, inside }: FoundTemplate,
  { settings, lines }: TemplateFacts,
): Promise<Checked<SettingValues>> {
  const content = resolveFiles(settings, folder)
  if (inside === undefined) return { content, faults: [] }
  const named = await Promise.all(
    filesAmong(content).map(async ([name, path]) => ({ name, fine: await liesIn(path, inside) })),
  )
  const outside = named.filter(({ fine }) => !fine).map(({ name }) => name)
  const faults = outside.map(
    (name): Fault => ({ line: lines[name] ?? 1, reason: `its \`${name}\` is ${beyond(inside)}` }),
  )
  const kept = Object.entries(content).filter(([name]) => !outside.includes(name))
  return { content: Object.fromEntries(kept), faults }
}
