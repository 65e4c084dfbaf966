/** What asking for one picture can come to. */
import type { FindingCode } from '../../model/finding.js'

type PictureCode = Extract<FindingCode, `picture-${string}`>

export interface Failure {
  readonly code: PictureCode
  /** Short, for the drawn card: `host did not answer`. */
  readonly reason: string
}

export interface FoundBytes {
  readonly bytes: Uint8Array
  /** Where `/` begins for it, from the bound of the notes; absent for what the notes name without one. */
  readonly root?: string
}

export type Found = FoundBytes | Failure

export const refused = (reason: string): Failure => ({ code: 'picture-refused', reason })
export const missing = (reason: string): Failure => ({ code: 'picture-missing', reason })
export const unreachable = (reason: string): Failure => ({ code: 'picture-unreachable', reason })

/** More than a photograph has, whatever takes it. */
export const MOST_BYTES = 64 * 1024 * 1024
export const tooLarge = (most = MOST_BYTES): string => `larger than ${most / 1024 / 1024} MB`
export const NO_PICTURE = 'not a picture that browsers show'
export const foreign = (format: string): Failure =>
  refused(`${format}, which browsers don't show: save it as ${format === 'HEIC' ? 'JPEG' : 'PNG or JPEG'}`)
