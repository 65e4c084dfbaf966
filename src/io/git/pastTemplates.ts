/** The name of a template in a revision → its text there as it was, and that of those it extends; what is not in git is today's. */
import { readdir } from 'node:fs/promises'
import { basename, join, posix, relative, resolve, sep } from 'node:path'
import { exists } from '../exists.js'
import { isIn } from '../inside.js'
import { readInside } from '../pictures/localPicture.js'
import { readTemplateFacts } from '../readTemplate.js'
import { builtInNames } from '../templates/findTemplate.js'
import { writeTemporarily } from '../writeFileWhole.js'
import type { PastFolder } from './pastFolder.js'
import type { StandIns } from './standIns.js'

/** Which files of a revision are text of templates: what is read of a template right in its folder, and its layouts. */
export function templateTexts(paths: readonly string[]): (path: string) => boolean {
  const templates = paths.filter((path) => posix.basename(path) === 'template.yaml').map(posix.dirname)
  const folders = new Set(templates.flatMap(foldersOf))
  return (path) => isText(path) && folders.has(posix.dirname(path))
}

const foldersOf = (template: string): readonly string[] => [template, posix.join(template, 'layouts')]
const isText = (path: string): boolean => /\.(?:yaml|css|html)$/i.test(path)

/**
 * @param name as settings have it
 * @param places folders that it may count from, in the folder of the past
 */
export async function takeTemplate(
  name: string,
  places: readonly string[],
  folder: PastFolder,
  standIns: StandIns,
  seen: ReadonlySet<string> = new Set(),
): Promise<void> {
  if ((await builtInNames()).includes(name)) return
  // A whole path that leads nowhere into the past is read where it leads.
  const templates = places.map((place) => resolve(place, name)).filter((each) => isIn(each, folder.disk))
  const taken = (await takeOld(templates, folder, standIns)) ?? (await takeNew(templates, folder, standIns))
  if (taken === undefined || seen.has(taken)) return
  const { content } = await readTemplateFacts({ folder: taken, builtIn: false })
  if (content.extends !== undefined)
    await takeTemplate(content.extends, [taken], folder, standIns, new Set([...seen, taken]))
}

/** The first that the revision has: what is listed of it, but not to be had, is today's. */
async function takeOld(
  templates: readonly string[],
  folder: PastFolder,
  standIns: StandIns,
): Promise<string | undefined> {
  const template = await firstOf(templates, (each) => each)
  if (template === undefined) return undefined
  const place = relative(folder.top, template).split(sep).join('/') || '.'
  const homes = foldersOf(place)
  for (const listed of folder.paths) {
    if (!isText(listed) || !homes.includes(posix.dirname(listed))) continue
    const path = join(folder.top, listed)
    if (await exists(path)) continue
    const now = await readInside(folder.today(path), folder.today(template))
    await standIns.standIn(path, `${basename(template)}/${posix.relative(place, listed)}`, now)
  }
  return template
}

/** The first that is there today. */
async function takeNew(
  templates: readonly string[],
  folder: PastFolder,
  standIns: StandIns,
): Promise<string | undefined> {
  const template = await firstOf(templates, folder.today)
  if (template === undefined) return undefined
  const why = folder.whyNot(join(template, 'template.yaml')) ?? 'absent'
  for (const home of [template, join(template, 'layouts')]) {
    for (const name of (await readdir(folder.today(home)).catch(() => [])).filter(isText)) {
      const path = join(home, name)
      if (await exists(path)) continue
      // A link may lead anywhere.
      const now = await readInside(folder.today(path), folder.today(template))
      if (now && 'bytes' in now) await writeTemporarily(path, now.bytes)
    }
  }
  standIns.tell(`template ${basename(template)}`, why, true)
  return (await exists(join(template, 'template.yaml'))) ? template : undefined
}

async function firstOf(templates: readonly string[], placed: (path: string) => string): Promise<string | undefined> {
  for (const template of templates) if (await exists(join(placed(template), 'template.yaml'))) return template
  return undefined
}
