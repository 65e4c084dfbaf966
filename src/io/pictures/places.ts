/** The name of a picture in the notes → the files that it may mean, the likeliest first. */
import { homedir } from 'node:os'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { whereItStands } from '../../model/standing.js'
import { decodedAddress } from '../../model/text.js'
import { isIn, leadsOut } from '../inside.js'

export interface PicturePlace {
  readonly file: string
  /** The folder that the file, with links followed, must not leave. */
  readonly within: string
  /** From the bound: where `/` begins for this place; absent for names that count from the notes. */
  readonly root?: string
}

/** What some notes have to themselves, and others beside them have not. */
export interface OwnPlaces {
  /** Where pictures are put that stand in these notes alone, as Hexo has a folder of the post's name beside each post. */
  readonly folders: readonly string[]
  /** Where `/` begins, as Typora's front matter has it. */
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
 * @param home the folder of the notes
 * @param bound as boundOf has it
 */
export function picturePlaces(
  src: string,
  home: string,
  bound: string,
  own: OwnPlaces = { folders: [] },
): readonly PicturePlace[] {
  const { name: source, folder: inner } = whereItStands(src)
  const folder = join(home, inner)
  const above = foldersUpTo(folder, bound)
  const places = namesOf(source).flatMap((name) =>
    name.startsWith('/')
      ? [...rootPlaces(name, own, bound), ...sitePlaces(name, above, bound)]
      : [...nearPlaces(name, above, bound), ...ownPlaces(name, own, bound)],
  )
  const said = isAlias(source) ? places.map(({ file, within }) => ({ file, within })) : places
  return [...new Map(said.map((place) => [place.file, place])).values()]
}

/** Whether a name says by itself that it means a file outside of the bound: then it means no other one. */
export const namesOutside = (source: string, folder: string, bound: string): boolean =>
  namesOf(source).some((name) =>
    name.startsWith('/') ? isFileAddress(source) && !isIn(name, resolve(bound)) : leadsOut(name, folder, bound),
  )

const isFileAddress = (source: string): boolean => /^(?:file:|~[\\/])/i.test(source)
/** VuePress's `@source/a.png`, `@/a.png` and `@images/a.png`, Docusaurus's `@site/a.png`; `~` goes before them in what webpack reads. */
const alias = /^~?@([\w-]*)\/(.*)$/s
const isAlias = (source: string): boolean => alias.test(source)

/** As written, and with `%20` and the like read, without a `?query` or `#fragment`, the site's address or `file:`. */
export function namesOf(source: string): readonly string[] {
  const written = source
    .replace(/^\{\{\s*(?:site\.(?:baseurl|url)|base_?url)\s*\}\}(?=\/)/i, '')
    .replace(/^file:(?=\/\/)/i, '')
    .replaceAll('\\', '/')
    .replace(/^\/\/(?:localhost)?(?=\/)/i, '')
    .replace(/^\/(?=[a-z]:)/i, '')
    .replace(/^~(?=\/)/, homedir)
  const names = [written, decodedAddress(written), decodedAddress(written.replace(/[?#].*$/s, ''))]
  return [...new Set(names.flatMap((name) => [name, ...withoutAlias(name)]).map((name) => name.replaceAll('\\', '/')))]
}

/** An alias means a folder of its name, or the one that the site is made from. */
function withoutAlias(name: string): readonly string[] {
  const [, folder = '', rest] = alias.exec(name) ?? []
  if (rest === undefined) return []
  return folder === '' ? [`/src/${rest}`, `/${rest}`] : [`/${folder}/${rest}`, `/${rest}`]
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
  const files = above.flatMap((folder) => [
    join(folder, name),
    ...(isBare ? SUBFOLDERS.map((subfolder) => join(folder, subfolder, name)) : []),
  ])
  return within(bound, files)
}

const ownPlaces = (name: string, { folders }: OwnPlaces, bound: string): readonly PicturePlace[] =>
  name === ''
    ? []
    : within(
        bound,
        folders.map((folder) => join(folder, name)),
      )

const rootPlaces = (name: string, { root }: OwnPlaces, bound: string): readonly PicturePlace[] =>
  root === undefined ? [] : within(bound, [join(root, name)])

const within = (bound: string, files: readonly string[]): readonly PicturePlace[] =>
  files.filter((file) => !leadsOut(relative(resolve(bound), file), bound)).map((file) => ({ file, within: bound }))

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
