/** The pictures that notes name (files, addresses, `data:`) → the pictures themselves, or why there is none. */
import type { LostPicture, Pictures, ReadyPicture } from '../../model/bundle.js'
import type { Finding } from '../../model/finding.js'
import type { Lines } from '../../model/notes.js'
import { whereItStands } from '../../model/standing.js'
import { copyMark, decodedAddress, namelessCopy, placeOf } from '../../model/text.js'
import type { Cache } from '../cache.js'
import type { Internet } from './ask.js'
import { dataPicture } from './dataPicture.js'
import type { DrawSvg } from './drawnPicture.js'
import type { Measured } from './format.js'
import { type Failure, type Found, noPlace } from './found.js'
import { type CarriedBytes, carriedBytes } from './laterPicture.js'
import { localPicture, type Where, whereFor } from './localPicture.js'
import type { OwnPlaces } from './places.js'
import { type PreparedPicture, preparedPicture } from './preparedPicture.js'
import { CACHE_ROOM, remotePictures } from './remotePictures.js'

export interface PictureOptions {
  /** Of the notes: local pictures lie in it. */
  readonly folder: string
  /** Absent where the notes have none to themselves. */
  readonly own?: OwnPlaces | undefined
  readonly cache: Cache
  /** Asks no host: what the cache does not have is missing. */
  readonly offline: boolean
  /** Asks again for what the cache has, and for what failed within the last hour. */
  readonly refresh: boolean
  /** Milliseconds since 1970; only says which failures are older than an hour. */
  readonly now: number
  /** Draws SVG that a browser alone can draw; absent: what was drawn before is shown, or the rest of it. */
  readonly draw?: DrawSvg
  /** As small as slides need them, or as they are. */
  readonly pictures: 'fit' | 'full'
  /** For tests. */
  readonly internet?: Internet
}

/** Pictures that are read and made smaller at a time: a photograph takes fifty megabytes meanwhile. */
const AT_ONCE = 2

/**
 * Gets every picture once. Nothing about a picture fails a build: what can't be shown is `lost`, with a finding at the
 * first place that wants it.
 *
 * SVG files are cleaned: decks show them in `<img>`, where browsers run no script and load nothing, but a reader may open
 * one by itself. Those that hold HTML become pictures of pixels, drawn by a browser where there is one.
 */
export async function getPictures(
  wanted: readonly { readonly src: string; readonly lines: Lines }[],
  options: PictureOptions,
): Promise<{ readonly pictures: Pictures; readonly findings: readonly Finding[] }> {
  const first = new Map<string, Lines>()
  for (const { src, lines } of wanted) if (!first.has(src)) first.set(src, lines)

  const addresses = [...first.keys()].map(addressOf).filter((address) => address !== undefined)
  const remote = await remotePictures([...new Set(addresses)], options)
  const where = whereFor(options.folder, options.own)
  const prepared = await inTurns([...first], AT_ONCE, async ([src, lines], index) => {
    const address = addressOf(src) ?? ''
    const found = remote.get(address) ?? (await nearPicture(src, options.folder, where, index + 1))
    return { src, lines, found: carried(await preparedPicture(found, options), src) }
  })

  if (prepared.some(({ found }) => 'fresh' in found)) await options.cache.trim(CACHE_ROOM)

  const pictures = new Map<string, ReadyPicture | LostPicture>()
  const findings: Finding[] = []
  const paths = new Map<string, string>()
  const roots = new Set<string>()
  let kept: { readonly source: string; readonly lines: Lines; count: number } | undefined
  for (const { src, lines, found } of prepared) {
    const [place, source] = [placeOf(lines), shortened(whereItStands(src).name)]
    if ('code' in found) {
      const { code, reason, told = reason, trouble } = found
      pictures.set(src, { state: 'lost', reason })
      findings.push({ code, place, facts: { source, reason: told, trouble } })
      continue
    }
    const { bytes, digest, measured, root, isDrawn, dropped = [] } = found
    const { width, height, orientation } = measured
    const turned = orientation === 1 ? {} : ({ turned: true } as const)
    pictures.set(src, { state: 'ready', path: pathOf(src, digest, measured, paths), bytes, width, height, ...turned })
    if (isDrawn) findings.push({ code: 'drawing-drawn', place, facts: { source } })
    if (dropped.length > 0)
      findings.push({ code: 'drawing-cleaned', place, facts: { source, dropped: dropped.join(', ') } })
    if (root !== undefined && !roots.has(root)) {
      roots.add(root)
      findings.push({ code: 'pictures-root', place, facts: { source, folder: root } })
    }
    if (found.kept) kept = { source, lines, ...kept, count: (kept?.count ?? 0) + 1 }
  }
  if (kept) findings.push({ code: 'pictures-kept', place: placeOf(kept.lines), facts: { count: kept.count } })
  return { pictures, findings }
}

/** In order, so many at a time. */
async function inTurns<Item, Result>(
  items: readonly Item[],
  most: number,
  work: (item: Item, index: number) => Promise<Result>,
): Promise<readonly Result[]> {
  const results = new Map<number, Result>()
  const queue = items.entries()
  await Promise.all(
    Array.from({ length: most }, async () => {
      for (const [index, item] of queue) results.set(index, await work(item, index))
    }),
  )
  return items.flatMap((_, index) => results.get(index) ?? [])
}

/** The web address that a source means, if it means one. */
function addressOf(src: string): string | undefined {
  const address = src.startsWith('//') ? `https:${src}` : src
  return /^https?:/i.test(address) ? address : undefined
}

async function nearPicture(src: string, folder: string, where: Where, nth: number): Promise<Found> {
  if (/^data:/i.test(src)) return dataPicture(src)
  // A letter and a colon is a drive of Windows, which localPicture refuses in its own words.
  const scheme = /^([a-z][a-z\d+.-]+):/i.exec(src)?.[1]
  return scheme === undefined || scheme.toLowerCase() === 'file'
    ? localPicture(src, folder, where, nth)
    : noPlace(`${scheme}: is not a place for pictures`)
}

/** Of what is large and can be had again only that is kept, before the next picture is read. */
const carried = (
  found: PreparedPicture | Failure,
  src: string,
): Failure | (Omit<PreparedPicture, 'bytes' | 'again'> & CarriedBytes) => {
  if ('code' in found) return found
  const { bytes, again, ...rest } = found
  return { ...rest, ...carriedBytes(bytes, again, shortened(src)) }
}

/** @param paths by content, of this build: the same picture under two names is one file */
function pathOf(src: string, digest: string, { extension }: Measured, paths: Map<string, string>): string {
  const path = paths.get(digest) ?? `pictures/${digest.slice(0, 8)}-${safeName(src)}.${extension}`
  paths.set(digest, path)
  return path
}

/** A name that is a file name everywhere and needs no escapes in an address. */
function safeName(src: string): string {
  if (/^data:/i.test(src)) return namelessCopy
  const last =
    decodedAddress(src.replace(/[?#].*$/, ''))
      .split(/[\\/]/)
      .at(-1) ?? ''
  const name = last
    .replace(/\.[^.]*$/, '')
    .replace(copyMark, '')
    .replace(/[^a-z\d]+/gi, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '')
  return name.toLowerCase() || namelessCopy
}

/** As findings name it. */
export const shortened = (src: string): string =>
  /^data:image\/svg/i.test(src) ? '`<svg>`' : src.length > 200 ? `${src.slice(0, 60)}…` : src
