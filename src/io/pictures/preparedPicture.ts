/** What was found of a picture → what a deck carries of it, or why it can't be shown. */
import type { Cache } from '../cache.js'
import { readRegular } from '../readRegular.js'
import { cleanDrawing } from './cleanDrawing.js'
import { type DrawSvg, drawnPicture, HTML_INSIDE } from './drawnPicture.js'
import type { Fitted } from './fitPicture.js'
import { foreignFormat, type Measured, measure } from './format.js'
import { type Failure, type Found, foreign, MOST_BYTES, notAPicture, slender } from './found.js'
import { withoutMetadata } from './metadata.js'

export interface PreparedPicture {
  readonly bytes: Uint8Array
  /** Makes the same bytes once more, where a file has them. */
  readonly again?: () => Promise<Uint8Array>
  /** Its kind as the deck has it, and the size that it had in the notes. */
  readonly measured: Measured
  /** As in FoundBytes. */
  readonly root?: string
  /** What a drawing is shown without. */
  readonly dropped?: readonly string[]
  /** A drawing, by a browser. */
  readonly isDrawn?: true
  /** As in Fitted. */
  readonly kept?: true
  readonly fresh?: true
}

export interface Preparing {
  readonly cache: Cache
  readonly pictures: 'fit' | 'full'
  readonly refresh: boolean
  /** As in PictureOptions. */
  readonly draw?: DrawSvg
}

export async function preparedPicture(found: Found, options: Preparing): Promise<PreparedPicture | Failure> {
  if (!('bytes' in found)) return found
  const { bytes, measured } = await drawable(found.bytes)
  const root = found.root === undefined ? {} : { root: found.root }
  if (measured === undefined) return foreignFailure(found.bytes)
  if (isSliver(measured)) return slender(measured.width, measured.height)
  if (measured.extension === 'svg') return { ...(await drawing(bytes, measured, options)), ...root }
  const { bytes: shown, ...told } = await shownOf(bytes, measured, options)
  const { extension, orientation } = (shown === bytes ? undefined : await measure(shown)) ?? measured
  const { path } = found
  const anew = path === undefined ? {} : { again: () => again(path, measured, options) }
  return { bytes: shown, measured: { ...measured, extension, orientation }, ...anew, ...told, ...root }
}

async function again(path: string, measured: Measured, options: Preparing): Promise<Uint8Array> {
  const { bytes } = await drawable(await readRegular(path, { what: 'a file', most: MOST_BYTES }))
  return (await shownOf(bytes, measured, options)).bytes
}

/** What was made smaller lies in the cache, and is made once more where it does not. */
async function shownOf(
  bytes: Uint8Array,
  measured: Measured,
  { pictures, cache }: Preparing,
): Promise<{ readonly bytes: Uint8Array } & Omit<Fitted, 'made'>> {
  const plain = withoutMetadata(bytes, measured.extension, measured.orientation)
  if (pictures === 'full') return { bytes: plain }
  const { fitPicture } = await import('./fitPicture.js')
  const { made = plain, ...told } = await fitPicture(bytes, plain, measured, cache)
  return { bytes: made, ...told }
}

/** As large as a slide, it would be less than a pixel wide. */
const isSliver = ({ width, height }: Measured): boolean => width / height > 1200 || height / width > 500

async function drawing(bytes: Uint8Array, measured: Measured, options: Preparing): Promise<PreparedPicture | Failure> {
  const cleaned = await cleanDrawing(bytes)
  if (cleaned === undefined) return notAPicture
  const { dropped } = cleaned
  const drawn = dropped.includes(HTML_INSIDE) ? await drawnPicture(bytes, measured, options) : undefined
  if (drawn === undefined) return { ...cleaned, measured }
  const lost = dropped.filter((each) => each !== HTML_INSIDE)
  return { bytes: drawn, measured: { ...measured, extension: 'png' }, dropped: lost, isDrawn: true }
}

/** What browsers don't draw is read by the package that makes pictures smaller, where it can. */
async function drawable(bytes: Uint8Array): Promise<{ readonly bytes: Uint8Array; readonly measured?: Measured }> {
  const measured = await measure(bytes)
  if (measured !== undefined) return { bytes, measured }
  const format = foreignFormat(bytes)
  if (format !== 'TIFF' && format !== 'HEIC') return { bytes }
  const { asPng } = await import('./fitPicture.js')
  const drawn = await asPng(bytes, format)
  const now = drawn && (await measure(drawn))
  return drawn && now ? { bytes: drawn, measured: now } : { bytes }
}

function foreignFailure(bytes: Uint8Array): Failure {
  const format = foreignFormat(bytes)
  return format === undefined ? notAPicture : foreign(format)
}
