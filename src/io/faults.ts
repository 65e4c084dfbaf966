/** What the operating system answers → one sentence and one hint for the user. */
import { UserError } from '../errors.js'

/** The `code` of a Node error, such as `ENOENT`; '' for anything else. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

const WRITING: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  ENOSPC: ['there is no room left on the disk', 'Make room, or choose another place with --out.'],
  EDQUOT: ['your share of the disk is used up', 'Make room, or choose another place with --out.'],
  EIO: ['the disk does not work', 'Look after the disk, or choose another place with --out.'],
  EACCES: ['you may not write there', 'Choose another place with --out, or change its permissions.'],
  EPERM: ['you may not write there, or another program has it open', 'Close what uses it, or choose another --out.'],
  EBUSY: ['another program has it open', 'Close what uses it and try again.'],
  EXDEV: ['part of it lies on another disk', 'Choose another place with --out.'],
  EROFS: ['the disk is read-only', 'Choose another place with --out.'],
  ENOENT: ['nothing can be made there', 'Choose another place with --out.'],
  ENOTDIR: ['part of its path is a file', 'Choose another place with --out.'],
  EEXIST: ['something else has its name', 'Move that away, or choose another place with --out.'],
  ENOTEMPTY: ['other builds write there all the time', 'Wait for them to end and try again.'],
  EISDIR: ['it is a folder', 'Move that away, or choose another place with --out.'],
  ENAMETOOLONG: ['its name is too long', 'Shorten the name of the notes, or choose another --out.'],
}

/** What comes in the middle of writing, so that one wants to know what is new now and what is old. */
const midway = ['ENOSPC', 'EDQUOT', 'EIO']

/**
 * @param path what was being written, as the user knows it
 * @param state what is there by now, for faults that come in the middle: fits behind a semicolon
 * @returns a UserError for faults of the disk, and the error itself for everything else: that is a bug
 */
export function writingFault(error: unknown, path: string, state = 'nothing was put there'): unknown {
  const known = WRITING[codeOf(error)]
  if (known === undefined) return error
  const [reason, hint] = known
  const now = midway.includes(codeOf(error)) ? `; ${state}` : ''
  return new UserError(`Can't write ${path}: ${reason}${now}.`, hint, 4, { cause: error })
}
