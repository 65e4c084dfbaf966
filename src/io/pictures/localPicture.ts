/** A path in the notes → the picture file it means, if notes may name that. */
import { realpath } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { whereItStands } from '../../model/standing.js'
import { codeOf } from '../faults.js'
import { boundOf, isIn, liesIn } from '../inside.js'
import { nearestFile } from '../readNotes.js'
import { readRegular, Unread } from '../readRegular.js'
import { type Found, MOST_BYTES, missing, notAFile, outside, tooLarge, unreadable } from './found.js'
import { Listings } from './listings.js'
import { namesOf, namesOutside, type OwnPlaces, type PicturePlace, picturePlaces, SUBFOLDERS } from './places.js'
import { type FindInVault, findInVault } from './vault.js'

export interface Where {
  /** Nothing outside it is read or even looked at, symbolic links included. */
  readonly bound: string
  readonly own?: OwnPlaces | undefined
  readonly inVault: FindInVault
  readonly listings: Listings
  /** Bytes that a file may have. */
  readonly most?: number
}

/**
 * Looks for the file as written, then for one whose name differs in capitals, in how accents are composed, or in the kind of
 * its spaces, then anywhere in the vault that the notes are part of.
 * @param home the folder of the notes
 * @param nth which of their pictures this is, counted from 1
 */
export async function localPicture(src: string, home: string, where = whereFor(home), nth = 1): Promise<Found> {
  const { name: source, folder: inner } = whereItStands(src)
  const folder = join(home, inner)
  const { bound, own, inVault, listings, most } = where
  if (namesOutside(source, folder, bound)) return outside(resolve(folder, namesOf(source).at(-1) ?? ''), bound)
  const places: PicturePlace[] = []
  for (const place of picturePlaces(source, folder, bound, own))
    if (await isBelow(place.within, bound)) places.push(place)
  for (const exact of [true, false]) {
    for (const { file, within, root } of places) {
      const path = exact ? file : await alikeIn(file, within, listings)
      const found = path === undefined ? undefined : await readInside(path, within, most)
      if (found !== undefined) return root === undefined || !('bytes' in found) ? found : { ...found, root }
    }
  }
  for (const name of namesOf(source)) {
    const path = await inVault(name)
    const found = path === undefined ? undefined : await readInside(path, bound, most)
    if (found !== undefined) return found
  }
  const near = await nearest(namesOf(source).at(-1) ?? source, folder, where, nth)
  return missing(near === undefined ? 'no such file' : `no such file; ${near} is near`)
}

export function whereFor(folder: string, own?: OwnPlaces): Where {
  const bound = boundOf(folder)
  return { bound, own, inVault: findInVault(bound), listings: new Listings() }
}

/** With links followed; that its name begins with a dot does not count, as it is one of those that are looked at. */
async function isBelow(within: string, bound: string): Promise<boolean> {
  if (within === bound) return true
  const [real, home] = await Promise.all([within, bound].map((each) => realpath(each).catch(() => undefined)))
  return real !== undefined && home !== undefined && isIn(real, home)
}

/**
 * Reads a file that lies in a folder, symbolic links followed.
 * @param most bytes
 * @returns undefined when there is no such file
 */
export async function readInside(file: string, folder: string, most = MOST_BYTES): Promise<Found | undefined> {
  try {
    if (!(await liesIn(file, folder))) return outside(file, folder)
    return { bytes: await readRegular(file, { what: 'a file', most }), path: file }
  } catch (error) {
    // A folder of that name is no file of that name.
    if (error instanceof Unread && error.isTooLarge) return tooLarge(most)
    if (error instanceof Unread) return error.reason === 'a folder' ? undefined : notAFile(error.reason)
    return ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'EINVAL'].includes(codeOf(error)) ? undefined : unreadable
  }
}

/** The file whose names, from the folder on, are alike; undefined when there is none, or it is the one that was written. */
async function alikeIn(file: string, within: string, listings: Listings): Promise<string | undefined> {
  let place = resolve(within)
  for (const name of relative(place, file).split(sep)) {
    const found = await listings.find(name, place, within)
    if (found === undefined) return undefined
    place = join(place, found)
  }
  return place === file ? undefined : place
}

/** Names that are compared with those of all pictures that are missing: a few seconds. */
const MOST_COMPARED = 500_000

/** The picture that was probably meant: a slip away in the same folder, or of the same name in a folder of pictures. */
async function nearest(path: string, folder: string, where: Where, nth: number): Promise<string | undefined> {
  const places = [dirname(path).replace(/^\/+/, '') || '.', '.', ...SUBFOLDERS]
  for (const place of new Set(places)) {
    const { names } = await where.listings.of(resolve(folder, place), where.bound)
    if (names.length * nth > MOST_COMPARED) continue
    const name = nearestFile(basename(path), names)
    if (name !== undefined) return place === '.' ? name : `${place}/${name}`
  }
  return undefined
}
