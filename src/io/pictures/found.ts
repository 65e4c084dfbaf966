/** What asking for one picture can come to. */
import type { FindingCode, PictureTrouble } from '../../model/finding.js'
import { whyOutside } from '../inside.js'

type PictureCode = Extract<FindingCode, `picture-${string}`>

export interface Failure {
  readonly code: PictureCode
  readonly trouble: PictureTrouble
  /** Short, for the drawn card: `host did not answer`. */
  readonly reason: string
  /** The same for the author alone, where that names a place on their machine. */
  readonly told?: string
}

export interface FoundBytes {
  readonly bytes: Uint8Array
  /** Where they were read; absent for what was in no file. */
  readonly path?: string
  /** Where `/` begins for it, from the bound of the notes; absent for what the notes name without one. */
  readonly root?: string
}

export type Found = FoundBytes | Failure

/** More than a photograph has, whatever takes it. */
export const MOST_BYTES = 64 * 1024 * 1024

const refused = (trouble: PictureTrouble, reason: string): Failure => ({ code: 'picture-refused', trouble, reason })
export const notAPicture = refused('kind', 'not a picture that browsers show')
export const slender = (width: number, height: number): Failure =>
  refused('slender', `${width} × ${height} pixels, too slender to be seen`)
export const foreign = (format: string): Failure =>
  refused('kind', `${format}, which browsers don't show: save it as ${format === 'HEIC' ? 'JPEG' : 'PNG or JPEG'}`)
/** @param file that is meant, and lies beyond the bound, or a link of that name leads there */
export const outside = (file: string, bound: string): Failure => ({
  ...refused('outside', 'out of reach for notes'),
  told: whyOutside(file, bound),
})
export const privateAddress = refused('private-address', 'a private address')
export const noPlace = (reason: string): Failure => refused('no-place', reason)
export const tooLarge = (most = MOST_BYTES): Failure => refused('too-large', `larger than ${most / 1024 / 1024} MB`)
export const notAFile = (reason: string): Failure => refused('unreadable', reason)

export const missing = (reason: string): Failure => ({ code: 'picture-missing', trouble: 'missing', reason })
export const unreadable: Failure = { code: 'picture-missing', trouble: 'unreadable', reason: 'not readable' }

/** `host`: what the next picture of the same host would meet as well. */
export const unreachable = (trouble: 'host' | 'answer' | 'offline', reason: string): Failure => ({
  code: 'picture-unreachable',
  trouble,
  reason,
})
