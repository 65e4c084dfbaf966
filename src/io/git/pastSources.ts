/** A revision of some notes → what their deck was made from then: config, templates, pictures; and what had to be taken from today. */
import { basename, dirname, isAbsolute, join, posix, relative, resolve, sep } from 'node:path'
import type { Absence } from '../../diff/absences.js'
import { decodedAddress } from '../../model/text.js'
import { configNames } from '../../settings/config.js'
import { exists } from '../exists.js'
import { isIn } from '../inside.js'
import { localPicture, readInside } from '../pictures/localPicture.js'
import { namesOf } from '../pictures/places.js'
import { askGit } from './askGit.js'
import { openPastFolder, type PastFolder } from './pastFolder.js'
import type { PastPlace } from './pastNotes.js'
import { takeTemplate, templateTexts } from './pastTemplates.js'
import { standInsFor } from './standIns.js'

export interface PastSources {
  readonly folder: PastFolder
  readonly absences: readonly Absence[]
  /** @param name of a file whose text the notes ask for */
  takeFile(name: string): Promise<void>
  /** @param sources of pictures, as the notes name them */
  takePictures(sources: readonly string[]): Promise<void>
  /** @param paths that settings name: whole, or from the notes */
  takeNamed(paths: readonly string[]): Promise<void>
  /** @param name as settings have it: a template that only today's folders have is taken from them */
  takeTemplate(name: string): Promise<void>
}

/**
 * Config files and all templates are there at once.
 * @throws UserError as openPastFolder
 */
export async function openPastSources(place: PastPlace): Promise<PastSources> {
  const { revision, top } = place
  const folder = await openPastFolder(place)
  const standIns = standInsFor(folder, revision)
  const home = dirname(folder.notes)
  /** Where config and templates are looked for. */
  const places = folder.here === undefined ? [home] : [home, folder.here]

  try {
    const isTemplateText = templateTexts(folder.paths)
    await folder.take((path) => isConfig(path) || isTemplateText(path))
    await takeConfig()
  } catch (error) {
    await folder.drop()
    throw error
  }

  /** A config file that git never was told of counted then, too. */
  async function takeConfig(): Promise<void> {
    for (const place of places) {
      const paths = configNames.map((name) => join(place, name))
      for (const path of paths) {
        if (await exists(path)) return
        if (folder.whyNot(path) !== undefined) return standIn(path)
      }
      for (const path of paths) {
        const now = folder.today(path)
        if ((await exists(now)) && !(await isTracked(now))) return standIn(path)
      }
    }
  }

  async function standIn(path: string): Promise<void> {
    const now = folder.today(path)
    await standIns.standIn(path, basename(path), await readInside(now, isIn(path, folder.top) ? top : dirname(now)))
  }

  async function isTracked(path: string): Promise<boolean> {
    const answer = await askGit(['ls-files', '-z', '--', basename(path)], { folder: dirname(path) })
    return answer.length > 0
  }

  async function takeNamesOf(files: readonly string[]): Promise<void> {
    const names = new Set(files.flatMap(namesOf).map((path) => posix.basename(path).toLowerCase()))
    await folder.take(
      (path) => names.has(posix.basename(path).toLowerCase()) && isIn(join(folder.top, path), folder.top),
    )
  }

  return {
    folder,
    absences: standIns.absences,
    takeFile: (name) => takeNamesOf([name]),
    async takePictures(sources) {
      const near = sources.filter((source) => !/^(?:[a-z][a-z\d+.-]+:|\/\/)/i.test(source))
      await takeNamesOf(near)
      for (const source of near) {
        if ('bytes' in (await localPicture(source, home))) continue
        const path = resolve(home, decodedAddress(source.replace(/[?#].*$/, '')))
        if (isIn(path, folder.top)) await standIns.standIn(path, source, await localPicture(source, folder.today(home)))
      }
    },
    async takeNamed(paths) {
      for (const named of paths) {
        const path = isAbsolute(named) ? named : resolve(home, named)
        if (!isIn(path, folder.disk)) continue
        const place = relative(folder.top, path).split(sep).join('/')
        await folder.take((each) => each === place)
        if (!(await exists(path))) await standIn(path)
      }
    },
    takeTemplate: (name) => takeTemplate(name, places, folder, standIns),
  }
}

const isConfig = (path: string): boolean => configNames.some((name) => name === posix.basename(path))
