/** The folder of a template → the text of its files, each checked. */
import { readdir } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { layouts } from '../../model/deck.js'
import { nearest } from '../../settings/nearest.js'
import { ownTextIfThere } from '../assets.js'
import { beyond, liesIn } from '../inside.js'
import { readIfThere } from '../readIfThere.js'
import type { Checked } from './fault.js'
import type { FoundTemplate } from './findTemplate.js'
import { type OwnSources, ownSources } from './ownSources.js'

/** A file of a template. Without content, the parent's stands in. */
export interface TemplateFile extends Checked<string | undefined> {
  readonly file: string
  /** The layout it is about; '' for the look as a whole. */
  readonly layout: string
}

type Check = (layout: string, text: string, sources: OwnSources) => Promise<Checked<string | undefined>>

// What reads CSS and HTML is loaded for templates of the user's own alone.
const checkStyle: Check = async (_, css, sources) => (await import('./checkCss.js')).checkCss(css, sources)
const checkHtml: Check = async (layout, html, sources) =>
  (await import('./checkLayout.js')).checkLayout(layout, html, sources)

/** `theme.css` first, then the style sheets of single layouts by name, `print.css` last: of equal rules, the last one counts. */
export async function readCss(found: FoundTemplate): Promise<readonly TemplateFile[]> {
  const [theme, layouts, print] = await Promise.all([
    readOne(found, join(found.folder, 'theme.css'), '', checkStyle),
    readLayoutFiles(found, '.css', checkStyle),
    readOne(found, join(found.folder, 'print.css'), '', checkStyle),
  ])
  return [theme, ...layouts, print]
}

export const readLayouts = (found: FoundTemplate): Promise<readonly TemplateFile[]> =>
  readLayoutFiles(found, '.html', checkHtml)

async function readLayoutFiles(found: FoundTemplate, extension: string, check: Check): Promise<TemplateFile[]> {
  const folder = join(found.folder, 'layouts')
  const names = (await readdir(folder).catch(() => [])).filter((name) => extname(name) === extension).sort()
  return Promise.all(
    names.map((name) => {
      const layout = basename(name, extension)
      return readOne(found, join(folder, name), layout, layoutNames.includes(layout) ? check : unknownLayout(extension))
    }),
  )
}

async function readOne(found: FoundTemplate, file: string, layout: string, check: Check): Promise<TemplateFile> {
  const { content, faults } = await textIn(found, file)
  if (content === undefined) return { file, layout, content, faults }
  // Tests hold our own templates to being sound; a build need not look again.
  const checked = found.builtIn ? { content, faults } : await check(layout, content, ownSources(file, found.folder))
  return { file, layout, ...checked }
}

/** The text of a template's file; none when there is no such file, or when it may not be read. */
export async function textIn({ inside, builtIn }: FoundTemplate, file: string): Promise<Checked<string | undefined>> {
  if (builtIn) return { content: ownTextIfThere(file), faults: [] }
  if (inside !== undefined && !(await liesIn(file, inside)))
    return { content: undefined, faults: [{ line: 1, reason: `it is ${beyond(inside)}` }] }
  return { content: await readIfThere(file, 'a file of a template'), faults: [] }
}

const layoutNames: readonly string[] = ['content', ...layouts]

const unknownLayout =
  (extension: string): Check =>
  async (layout) => {
    const near = nearest(layout, layoutNames)
    const hint = near === undefined ? `layouts are ${layoutNames.join(', ')}` : `is it \`${near}${extension}\`?`
    return { content: undefined, faults: [{ line: 1, reason: `no slide has the layout \`${layout}\`: ${hint}` }] }
  }
