/** A revision of some notes → what their deck was made from then: config, templates, pictures; and what had to be taken from today. */
import { createHash } from 'node:crypto'
import { cp, lstat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, posix, relative, resolve, sep } from 'node:path'
import type { Absence } from '../../diff/absences.js'
import { decodedAddress } from '../../model/text.js'
import { configNames } from '../../settings/config.js'
import { exists } from '../exists.js'
import type { Found } from '../pictures/found.js'
import { localPicture, picturePlaces, readInside } from '../pictures/localPicture.js'
import { writeFileWhole } from '../writeFileWhole.js'
import { askGit } from './askGit.js'
import { openPastFolder, type PastFolder } from './pastFolder.js'
import type { PastPlace } from './pastNotes.js'

export interface PastSources {
  readonly folder: PastFolder
  readonly absences: readonly Absence[]
  /** @param sources of pictures, as the notes name them */
  takePictures(sources: readonly string[]): Promise<void>
  /** @param paths that settings name: whole, or from the notes */
  takeNamed(paths: readonly string[]): Promise<void>
  /** @param name as settings have it: a template that only today's folders have is taken from them */
  takeTemplate(name: string): Promise<void>
}

/**
 * Config files and all templates are there at once.
 * @param notes path of the notes today
 * @throws UserError as openPastFolder
 */
export async function openPastSources(place: PastPlace, notes: string): Promise<PastSources> {
  const { revision, top } = place
  const folder = await openPastFolder(place)
  const absences: Absence[] = []
  const tell = (file: string, why: Absence['why'], today: boolean): unknown =>
    absences.push({ file, revision, why, today })

  /** @param now the same of today, as it was found */
  async function standIn(path: string, file: string, now: Found | undefined): Promise<void> {
    const why = folder.whyNot(path)
    const bytes = now && 'bytes' in now ? now.bytes : undefined
    if (bytes) await writeFileWhole(path, bytes)
    if (bytes && folder.lfsHash(path) === createHash('sha256').update(bytes).digest('hex')) return
    // What never was there is told by a card in its place.
    if (bytes || why) tell(file, why ?? 'absent', bytes !== undefined)
  }

  /** Where config and templates are looked for: then, and today. */
  const places = [
    [dirname(folder.notes), dirname(notes)] as const,
    ...(folder.here === undefined ? [] : [[folder.here, '.'] as const]),
  ]

  try {
    const templates = folder.paths.filter((path) => posix.basename(path) === 'template.yaml').map(posix.dirname)
    await folder.take((path) => isConfig(path) || templates.some((template) => isPartOf(template, path)))
    await takeConfig()
  } catch (error) {
    await folder.drop()
    throw error
  }

  /** A config file that git never was told of counted then, too. */
  async function takeConfig(): Promise<void> {
    for (const [then, today] of places) {
      const names = configNames.map((name) => ({ name, path: join(then, name), now: resolve(today, name) }))
      for (const { path } of names) if (await exists(path)) return
      for (const { name, path, now } of names) {
        if (!(await exists(now)) || (await isTracked(now))) continue
        await standIn(path, name, await readInside(now, dirname(now)))
        return
      }
    }
  }

  async function isTracked(path: string): Promise<boolean> {
    const answer = await askGit(['ls-files', '-z', '--', basename(path)], { folder: dirname(path) })
    return answer.length > 0
  }

  return {
    folder,
    absences,
    async takePictures(sources) {
      const near = sources.filter((source) => !/^(?:[a-z][a-z\d+.-]+:|\/\/)/i.test(source))
      const names = new Set(near.flatMap(picturePlaces).map((path) => posix.basename(path).toLowerCase()))
      const home = dirname(folder.notes)
      await folder.take(
        (path) => names.has(posix.basename(path).toLowerCase()) && isIn(join(folder.folder, path), home),
      )
      for (const source of near) {
        if ('bytes' in (await localPicture(source, home))) continue
        const path = resolve(home, decodedAddress(source.replace(/[?#].*$/, '')))
        if (isIn(path, home)) await standIn(path, source, await localPicture(source, dirname(notes)))
      }
    },
    async takeNamed(paths) {
      for (const named of paths) {
        const path = isAbsolute(named) ? named : resolve(dirname(folder.notes), named)
        if (!isIn(path, folder.folder)) continue
        const place = relative(folder.folder, path)
        await folder.take((each) => each === normal(place))
        if (!(await exists(path))) await standIn(path, basename(path), await readInside(join(top, place), top))
      }
    },
    async takeTemplate(name) {
      const pairs = isIn(name, folder.folder)
        ? [[name, join(top, relative(folder.folder, name))] as const]
        : places.map(([then, today]) => [resolve(then, name), resolve(today, name)] as const)
      for (const [then] of pairs) if (await exists(join(then, 'template.yaml'))) return
      for (const [then, today] of pairs) {
        if (!(await exists(join(today, 'template.yaml')))) continue
        await cp(today, then, { recursive: true, filter: (path) => isTemplateFile(today, path) })
        tell(`template ${basename(then)}`, 'absent', true)
        return
      }
    },
  }
}

/** A link may lead anywhere. */
const isTemplateFile = async (template: string, path: string): Promise<boolean> =>
  [template, join(template, 'layouts')].includes(path) || (isPartOf(template, path) && (await lstat(path)).isFile())

const isConfig = (path: string): boolean => configNames.some((name) => name === posix.basename(path))

/** Text of a template: what is read of it right in its folder, and its layouts. */
const isPartOf = (template: string, path: string): boolean =>
  [template, join(template, 'layouts')].map(normal).includes(posix.dirname(normal(path))) &&
  /\.(?:yaml|css|html)$/i.test(path)

const normal = (path: string): string => path.split(sep).join('/')

function isIn(path: string, folder: string): boolean {
  const inside = relative(folder, path)
  return inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside)
}
