/** A path in the notes → the picture file it means, if notes may name that. */
import { readdir } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { decodedAddress } from '../../model/text.js'
import { codeOf } from '../faults.js'
import { boundOf, leadsOut, liesIn, OUTSIDE } from '../inside.js'
import { nearestFile } from '../readNotes.js'
import { readRegular, Unread } from '../readRegular.js'
import { type Found, MOST_BYTES, missing, refused } from './found.js'

// Where Obsidian, Typora and others put what is pasted; notes then give the bare name.
const SUBFOLDERS = ['attachments', 'assets', 'images', 'img', 'pictures', 'media'] as const

/**
 * Looks for the file as written, with `%20` and the like read, without a `?query` or `#fragment`, with other capitals,
 * and for a bare name in the folders where editors keep pictures.
 * @param folder of the notes; nothing outside their bound is read or even looked at, symbolic links included
 */
export async function localPicture(source: string, folder: string): Promise<Found> {
  const variants = variantsOf(source)
  const bound = boundOf(folder)
  if (variants.some((path) => leadsOut(path, folder, bound))) return refused(OUTSIDE)

  const paths = picturePlaces(source)
  for (const path of paths) {
    const found = await readInside(resolve(folder, path), bound)
    if (found !== undefined) return found
  }
  for (const path of paths) {
    const file = resolve(folder, path)
    const same = (await namesIn(dirname(file), bound)).find(
      (name) => name.toLowerCase() === basename(file).toLowerCase(),
    )
    const found = same === undefined ? undefined : await readInside(join(dirname(file), same), bound)
    if (found !== undefined) return found
  }
  const near = await nearest(variants.at(-1) ?? source, folder, bound)
  return missing(near === undefined ? 'no such file' : `no such file; ${near} is near`)
}

/** The name as written, and with `%20` and the like read, without a `?query` or `#fragment`. */
function variantsOf(source: string): readonly string[] {
  const written = source.replaceAll('\\', '/')
  return [...new Set([written, decodedAddress(written), decodedAddress(written.replace(/[?#].*$/, ''))])]
}

/** Where a picture of this name is looked for, from the folder of the notes; not all of it need lie in there. */
export function picturePlaces(source: string): readonly string[] {
  const variants = variantsOf(source)
  const bare = variants.filter((path) => path !== '' && !path.includes('/'))
  return [...variants, ...SUBFOLDERS.flatMap((subfolder) => bare.map((path) => `${subfolder}/${path}`))]
}

/**
 * Reads a file that lies in a folder, symbolic links followed.
 * @param most bytes
 * @returns undefined when there is no such file
 */
export async function readInside(file: string, folder: string, most = MOST_BYTES): Promise<Found | undefined> {
  try {
    if (!(await liesIn(file, folder))) return refused(OUTSIDE)
    return { bytes: await readRegular(file, { what: 'a file', most }) }
  } catch (error) {
    // A folder of that name is no file of that name.
    if (error instanceof Unread) return error.reason === 'a folder' ? undefined : refused(error.reason)
    return ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'EINVAL'].includes(codeOf(error)) ? undefined : missing('not readable')
  }
}

async function namesIn(place: string, folder: string): Promise<readonly string[]> {
  return (await liesIn(place, folder)) ? (await readdir(place).catch(() => [])).sort() : []
}

/** The picture that was probably meant: a slip away in the same folder, or of the same name in a folder of pictures. */
async function nearest(path: string, folder: string, bound: string): Promise<string | undefined> {
  const places = [dirname(path), '.', ...SUBFOLDERS]
  for (const place of new Set(places)) {
    const name = nearestFile(basename(path), await namesIn(resolve(folder, place), bound))
    if (name !== undefined) return place === '.' ? name : `${place}/${name}`
  }
  return undefined
}
