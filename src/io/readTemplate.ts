/** A template's name or folder → the template: its layouts and CSS on top of those it extends, its settings, its faults. */
import { readdir, readFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { exitCode, UserError } from '../errors.js'
import { layouts } from '../model/deck.js'
import type { Finding } from '../model/finding.js'
import type { Template } from '../model/template.js'
import { nearest } from '../settings/nearest.js'
import type { SettingValues } from '../settings/resolve.js'
import { resolveFiles } from './settingFiles.js'
import { checkCss } from './templates/checkCss.js'
import { checkLayout } from './templates/checkLayout.js'
import { readFacts, type TemplateFacts } from './templates/facts.js'
import { type Checked, type Fault, templateFault } from './templates/fault.js'
import { BASE, type FoundTemplate, findTemplate } from './templates/findTemplate.js'
import { readRevealTheme } from './templates/revealTheme.js'

export interface ReadTemplate {
  readonly template: Template
  /** What it sets for decks that don't say otherwise. */
  readonly settings: SettingValues
  /** Its faults, each in the file and line that has it; the parent's look stands in for what is faulty. */
  readonly findings: readonly Finding[]
}

/**
 * @param name a built-in template, a theme of reveal.js (`reveal/black`), or the path of a folder with a `template.yaml`
 * @param places folders that a path may count from, the likeliest first
 * @throws UserError when there is no such template, or when it extends itself
 */
export function readTemplate(name: string, places: readonly string[]): Promise<ReadTemplate> {
  return read(name, places, [])
}

async function read(name: string, places: readonly string[], seen: readonly string[]): Promise<ReadTemplate> {
  const found = await findTemplate(name, places)
  const { folder } = found
  if (seen.includes(folder))
    throw new UserError(`Template ${name} extends itself.`, 'Change `extends` in its template.yaml.', exitCode.usage)
  const facts = await readTemplateFacts(folder)
  const parent = await parentOf(found, facts.content, seen)
  const [html, css, theme] = await Promise.all([
    readLayouts(found),
    readCss(found),
    found.theme === undefined ? undefined : readRevealTheme(found.theme),
  ])
  const shown = facts.content.name ?? basename(folder)
  const faults = [facts, css, ...html].flatMap(({ file, faults }) =>
    faults.map(({ line, reason }) => templateFault(shown, file, line, reason)),
  )
  const own = html.flatMap(({ file, content }) => (content === undefined ? [] : [[layoutName(file), content] as const]))
  return {
    template: {
      name: shown,
      description: facts.content.description ?? '',
      layouts: new Map([...(parent?.template.layouts ?? []), ...own]),
      css: [parent?.template.css, theme?.css, css.content].filter(Boolean).join('\n'),
      fonts: facts.content.fonts ?? theme?.fonts ?? parent?.template.fonts ?? 'sans',
    },
    settings: { ...parent?.settings, ...resolveFiles(facts.content.settings, folder) },
    findings: [...(parent?.findings ?? []), ...faults],
  }
}

/** What one of the template's files says, and which file that is. */
type InFile<Content> = Checked<Content> & { readonly file: string }

async function parentOf(
  { folder, builtIn }: FoundTemplate,
  facts: TemplateFacts,
  seen: readonly string[],
): Promise<ReadTemplate | undefined> {
  if (builtIn && basename(folder) === BASE) return undefined
  return read(facts.extends ?? BASE, [folder], [...seen, folder])
}

/** @throws UserError when the folder has no template.yaml: then it is no template */
export async function readTemplateFacts(folder: string): Promise<InFile<TemplateFacts>> {
  const file = join(folder, 'template.yaml')
  const text = await readIfThere(file)
  if (text !== undefined) return { file, ...readFacts(text) }
  const hint = 'A template is a folder with a template.yaml in it; `talkback templates new` makes one.'
  throw new UserError(`${folder} holds no template.yaml.`, hint, exitCode.usage)
}

async function readCss({ folder, builtIn }: FoundTemplate): Promise<InFile<string>> {
  const file = join(folder, 'theme.css')
  const css = (await readIfThere(file)) ?? ''
  // Tests hold our own templates to being sound; a build need not look again.
  return builtIn ? { file, content: css, faults: [] } : { file, ...checkCss(css) }
}

async function readLayouts({ folder, builtIn }: FoundTemplate): Promise<readonly InFile<string | undefined>[]> {
  const inside = join(folder, 'layouts')
  const files = (await readdir(inside).catch(() => [])).filter((file) => extname(file) === '.html').sort()
  return Promise.all(
    files.map(async (name) => {
      const file = join(inside, name)
      const text = await readFile(file, 'utf8')
      if (builtIn) return { file, content: text, faults: [] }
      if (!layoutNames.includes(layoutName(file))) return { file, content: undefined, faults: [unknownLayout(file)] }
      return { file, ...checkLayout(layoutName(file), text) }
    }),
  )
}

const layoutNames: readonly string[] = ['content', ...layouts]
const layoutName = (file: string): string => basename(file, '.html')

function unknownLayout(file: string): Fault {
  const near = nearest(layoutName(file), layoutNames)
  const hint = near === undefined ? `layouts are ${layoutNames.join(', ')}` : `is it \`${near}.html\`?`
  return { line: 1, reason: `no slide has the layout \`${layoutName(file)}\`: ${hint}` }
}

const readIfThere = (file: string): Promise<string | undefined> => readFile(file, 'utf8').catch(() => undefined)
