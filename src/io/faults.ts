/** What the operating system answers → one sentence and one hint for the user. */
import { UserError } from '../errors.js'

/** The `code` of a Node error, such as `ENOENT`; '' for anything else. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

type Said = readonly [reason: string, hint: string]

const NO_MEMORY: Said = [
  'there is no memory left for this program',
  'Close other programs, or raise the limit (`ulimit -v`), and run it again.',
]

/** True of whatever is done with a file. */
const ANYWAY: Readonly<Record<string, Said>> = {
  EIO: ['the disk does not work', 'Look after the disk.'],
  ELOOP: ['its links lead in a circle', 'Delete the link, or name the file itself.'],
  EMFILE: ['too many files are open', 'Allow more of them (`ulimit -n 4096`) and run it again.'],
  ENFILE: ['too many files are open on this machine', 'Close other programs and run it again.'],
  ENOMEM: NO_MEMORY,
  ENAMETOOLONG: ['its name is too long', 'Shorten the name.'],
  ENOTDIR: ['part of its path is a file', 'Check the path.'],
}

const READING: Readonly<Record<string, Said>> = {
  ...ANYWAY,
  EACCES: ['you may not read it', 'Change its permissions.'],
  EPERM: ['you may not read it', 'Change its permissions.'],
  EISDIR: ['it is a folder', 'Name one of the files in it.'],
  EBUSY: ['another program has it open', 'Close what uses it and try again.'],
  EAGAIN: ['it has nothing to read yet, and may never have', 'Name a file.'],
  ENXIO: ['it is a socket, or a device that is not there', 'Name the file itself.'],
}

/** What helps, where it is said: another place does as well, unless a full stop says that it does not. */
const WRITING: Readonly<Record<string, readonly [reason: string, help?: string]>> = {
  ...ANYWAY,
  ENOSPC: ['there is no room left on the disk', 'Make room'],
  EDQUOT: ['your share of the disk is used up', 'Make room'],
  EIO: ['the disk does not work', 'Look after the disk'],
  EFBIG: ['a file would be larger than this system or `ulimit -f` allows', 'Raise the limit'],
  EACCES: ['you may not write there', 'Change its permissions'],
  EPERM: ['you may not write there, or another program has it open', 'Close what uses it'],
  EBUSY: ['another program has it open', 'Close what uses it'],
  ELOOP: ['its links lead in a circle', 'Delete the link'],
  EXDEV: ['part of it lies on another disk'],
  EROFS: ['the disk is read-only'],
  ENOENT: ['nothing can be made there'],
  ENOTDIR: ['part of its path is a file'],
  EEXIST: ['something else has its name', 'Move that away'],
  ENOTEMPTY: ['other builds write there all the time', 'Wait for them to end'],
  EISDIR: ['it is a folder', 'Move that away'],
  ENAMETOOLONG: ['its name is too long', 'Shorten the name of the notes'],
}

/** What comes in the middle of writing, so that one wants to know what is new now and what is old. */
const midway = ['ENOSPC', 'EDQUOT', 'EIO', 'EFBIG', 'EMFILE', 'ENFILE']

/**
 * @param path what was being written, as the user knows it
 * @param state what is there by now, for faults that come in the middle: fits behind a semicolon
 * @returns a UserError for faults of the disk, and the error itself for everything else: that is a bug
 */
export function writingFault(error: unknown, path: string, state = 'nothing was put there'): unknown {
  const now = midway.includes(codeOf(error)) ? `; ${state}` : ''
  const words = writingWords('choose another place with --out')
  return told(error, words, (reason) => `Can't write ${path}: ${reason}${now}.`)
}

/** As writingFault, for what lies among the system's temporary files: `--out` would not help. */
export function temporaryFault(error: unknown, folder: string): unknown {
  const cause = error instanceof UserError && error.cause !== undefined ? error.cause : error
  const words = writingWords('set TMPDIR (on Windows TEMP) to another folder')
  return told(cause, words, (reason) => `Can't write temporary files to ${folder}: ${reason}.`)
}

function writingWords(elsewhere: string): Readonly<Record<string, Said>> {
  const hintOf = (help = ''): string => {
    if (help.endsWith('.')) return help
    return help === '' ? `${elsewhere.charAt(0).toUpperCase()}${elsewhere.slice(1)}.` : `${help}, or ${elsewhere}.`
  }
  return Object.fromEntries(Object.entries(WRITING).map(([code, [reason, help]]) => [code, [reason, hintOf(help)]]))
}

/** The same for what was being read. */
export const readingFault = (error: unknown, path: string): unknown =>
  told(error, READING, (reason) => `Can't read ${path}: ${reason}.`)

/** The reason alone, in words that fit behind a colon. */
export const whyUnread = (error: unknown): string | undefined => READING[codeOf(error)]?.[0]

/** The same for what was being said, on one of the process's streams. */
export function outputFault(error: Error): unknown {
  const sentence = (reason: string): string => `Not all of the output could be written: ${reason}.`
  const known = told(error, writingWords('send it elsewhere'), sentence)
  return known === error ? new UserError(sentence(error.message), 'Send it elsewhere.', 4, { cause: error }) : known
}

/** What nobody has put into words on its way: of the world all the same, when it is the system that says it. */
export function worldFault(error: unknown): unknown {
  const path = error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : 'a file'
  if (error instanceof Error && /out of memory|cannot allocate/i.test(error.message))
    return new UserError(`Can't go on: ${NO_MEMORY[0]}.`, NO_MEMORY[1], 4, { cause: error })
  const words = { ...writingWords('try it elsewhere'), ...READING }
  const known = Object.fromEntries(Object.entries(words).filter(([code]) => !isOurs.includes(code)))
  return told(error, known, (reason) => `Can't go on with ${path}: ${reason}.`)
}

/** Nobody but us is to blame when these come as a surprise. */
const isOurs = ['ENOENT', 'ENOTDIR', 'EEXIST', 'EISDIR', 'ENOTEMPTY']

function told(error: unknown, words: Readonly<Record<string, Said>>, sentence: (reason: string) => string): unknown {
  const said = words[codeOf(error)]
  if (error instanceof UserError || said === undefined) return error
  return new UserError(sentence(said[0]), said[1], 4, { cause: error })
}
