/** The name of a picture in the notes → the files that it may mean, the likeliest first. */
import { dirname, join, relative, resolve, sep } from 'node:path'
import { decodedAddress } from '../../model/text.js'
import { isIn, leadsOut } from '../inside.js'

export interface PicturePlace {
  readonly file: string
  /** The folder that the file, with links followed, must not leave. */
  readonly within: string
  /** From the bound: where `/` begins for this place; absent for names that count from the notes. */
  readonly root?: string
}

/** Where Obsidian, Typora and others put what is pasted; notes then give the bare name. */
export const SUBFOLDERS = ['attachments', 'assets', 'images', 'img', 'pictures', 'media'] as const

/** Folders that sites are served from: Hugo's and Docusaurus's, Slidev's and VuePress's, Hexo's. */
const SITE_FOLDERS = ['', 'static', 'public', '.vuepress/public', 'source', 'assets', 'docs'] as const

/**
 * A name counts from the folder of the notes, and then from those above it, as in vaults; one that begins with `/` from
 * where a site begins: any of these folders, or one in it that sites are served from. Nothing leaves the bound.
 *
 * @param folder of the notes
 * @param bound as boundOf has it
 */
export function picturePlaces(source: string, folder: string, bound: string): readonly PicturePlace[] {
  const above = foldersUpTo(folder, bound)
  const places = namesOf(source).flatMap((name) =>
    name.startsWith('/') ? sitePlaces(name, above, bound) : nearPlaces(name, above, bound),
  )
  return [...new Map(places.map((place) => [place.file, place])).values()]
}

/** Whether a name says by itself that it means a file outside of the bound: then it means no other one. */
export const namesOutside = (source: string, folder: string, bound: string): boolean =>
  namesOf(source).some((name) =>
    name.startsWith('/') ? isFileAddress(source) && !isIn(name, resolve(bound)) : leadsOut(name, folder, bound),
  )

const isFileAddress = (source: string): boolean => /^file:/i.test(source)

/** As written, and with `%20` and the like read, without a `?query` or `#fragment`, the site's address or `file:`. */
export function namesOf(source: string): readonly string[] {
  const written = source
    .replace(/^\{\{\s*(?:site\.(?:baseurl|url)|base_?url)\s*\}\}(?=\/)/i, '')
    .replace(/^file:(?=\/\/)/i, '')
    .replaceAll('\\', '/')
    .replace(/^\/\/(?:localhost)?(?=\/)/i, '')
    .replace(/^\/(?=[a-z]:)/i, '')
  return [...new Set([written, decodedAddress(written), decodedAddress(written.replace(/[?#].*$/s, ''))])]
}

/** The folder, then those above it up to the bound. */
function foldersUpTo(folder: string, bound: string): readonly string[] {
  const folders = [resolve(folder)]
  const top = resolve(bound)
  for (let place = resolve(folder); place !== top && isIn(dirname(place), top); place = dirname(place))
    folders.push(dirname(place))
  return folders
}

function nearPlaces(name: string, above: readonly string[], bound: string): readonly PicturePlace[] {
  const isBare = name !== '' && !name.includes('/')
  return above
    .flatMap((folder) => [
      join(folder, name),
      ...(isBare ? SUBFOLDERS.map((subfolder) => join(folder, subfolder, name)) : []),
    ])
    .filter((file) => !leadsOut(relative(resolve(bound), file), bound))
    .map((file) => ({ file, within: bound }))
}

function sitePlaces(name: string, above: readonly string[], bound: string): readonly PicturePlace[] {
  const inSite = above.flatMap((folder) =>
    SITE_FOLDERS.map((site): PicturePlace => {
      const root = join(folder, site)
      // What begins with a dot is looked at for this one only.
      const within = site.startsWith('.') ? root : bound
      return { file: join(root, name), within, root: relative(resolve(bound), root).split(sep).join('/') }
    }),
  )
  const itself: PicturePlace = { file: resolve(name), within: bound }
  return [...inSite, itself].filter(({ file, within }) => !leadsOut(relative(resolve(within), file), within))
}
