/** The pictures that notes name (files, addresses, `data:`) → the pictures themselves, or why there is none. */
import { createHash } from 'node:crypto'
import type { LostPicture, Pictures, ReadyPicture } from '../../model/bundle.js'
import type { Finding } from '../../model/finding.js'
import type { Lines } from '../../model/notes.js'
import { copyMark, decodedAddress, namelessCopy, placeOf } from '../../model/text.js'
import type { Cache } from '../cache.js'
import type { Internet } from './ask.js'
import { cleanDrawing } from './cleanDrawing.js'
import { dataPicture } from './dataPicture.js'
import { type DrawSvg, drawnPicture, HTML_INSIDE } from './drawnPicture.js'
import { type Measured, measure } from './format.js'
import { type Found, NO_PICTURE, refused } from './found.js'
import { localPicture } from './localPicture.js'
import { remotePictures } from './remotePictures.js'

export interface PictureOptions {
  /** Of the notes: local pictures lie in it. */
  readonly folder: string
  readonly cache: Cache
  /** Asks no host: what the cache does not have is missing. */
  readonly offline: boolean
  /** Asks again for what the cache has, and for what failed within the last hour. */
  readonly refresh: boolean
  /** Milliseconds since 1970; only says which failures are older than an hour. */
  readonly now: number
  /** Draws SVG that a browser alone can draw; absent: what was drawn before is shown, or the rest of it. */
  readonly draw?: DrawSvg
  /** For tests. */
  readonly internet?: Internet
}

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
  const found = await Promise.all(
    [...first].map(async ([src, lines]) => {
      const answer = remote.get(addressOf(src) ?? '') ?? (await nearPicture(src, options.folder))
      return { src, lines, answer, shown: 'bytes' in answer ? await shownOf(answer.bytes, options) : undefined }
    }),
  )

  const pictures = new Map<string, ReadyPicture | LostPicture>()
  const findings: Finding[] = []
  const paths = new Map<string, string>()
  for (const { src, lines, answer, shown } of found) {
    if (shown) {
      const { bytes, measured, dropped, isDrawn } = shown
      const { width, height } = measured
      pictures.set(src, { state: 'ready', path: pathOf(src, bytes, measured, paths), bytes, width, height })
      const [place, source] = [placeOf(lines), shortened(src)]
      if (isDrawn) findings.push({ code: 'drawing-drawn', place, facts: { source } })
      if (dropped.length > 0)
        findings.push({ code: 'drawing-cleaned', place, facts: { source, dropped: dropped.join(', ') } })
      continue
    }
    const { code, reason } = 'bytes' in answer ? refused(NO_PICTURE) : answer
    pictures.set(src, { state: 'lost', reason })
    findings.push({ code, place: placeOf(lines), facts: { source: shortened(src), reason } })
  }
  return { pictures, findings }
}

interface Shown {
  readonly bytes: Uint8Array
  readonly measured: Measured
  /** What a drawing is shown without. */
  readonly dropped: readonly string[]
  /** By a browser. */
  readonly isDrawn: boolean
}

/** @returns undefined when there is nothing to see */
async function shownOf(bytes: Uint8Array, options: PictureOptions): Promise<Shown | undefined> {
  const measured = await measure(bytes)
  if (measured?.extension !== 'svg') return measured && { bytes, measured, dropped: [], isDrawn: false }
  const drawing = await cleanDrawing(bytes)
  if (drawing === undefined) return undefined
  const { dropped } = drawing
  const drawn = dropped.includes(HTML_INSIDE) ? await drawnPicture(bytes, measured, options) : undefined
  if (drawn === undefined) return { bytes: drawing.bytes, measured, dropped, isDrawn: false }
  const lost = dropped.filter((each) => each !== HTML_INSIDE)
  return { bytes: drawn, measured: { ...measured, extension: 'png' }, dropped: lost, isDrawn: true }
}

/** The web address that a source means, if it means one. */
function addressOf(src: string): string | undefined {
  const address = src.startsWith('//') ? `https:${src}` : src
  return /^https?:/i.test(address) ? address : undefined
}

async function nearPicture(src: string, folder: string): Promise<Found> {
  if (/^data:/i.test(src)) return dataPicture(src)
  // A letter and a colon is a drive of Windows, which localPicture refuses in its own words.
  const scheme = /^([a-z][a-z\d+.-]+):/i.exec(src)?.[1]
  return scheme === undefined ? localPicture(src, folder) : refused(`${scheme}: is not a place for pictures`)
}

/** @param paths by content, of this build: the same picture under two names is one file */
function pathOf(src: string, bytes: Uint8Array, { extension }: Measured, paths: Map<string, string>): string {
  const hash = createHash('sha256').update(bytes).digest('hex')
  const path = paths.get(hash) ?? `pictures/${hash.slice(0, 8)}-${safeName(src)}.${extension}`
  paths.set(hash, path)
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
export const shortened = (src: string): string => (src.length > 200 ? `${src.slice(0, 60)}…` : src)
