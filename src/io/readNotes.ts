/** A file of notes → its text, whatever it was encoded in. */
import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { UserError } from '../errors.js'
import type { Source } from '../model/notes.js'
import { encodingName } from '../settings/encoding.js'
import { nearest } from '../settings/nearest.js'
import { type Decoded, decode } from './encodings/decode.js'
import { exists } from './exists.js'
import { codeOf, readingFault } from './faults.js'
import { BINARY, kindOfBytes } from './kinds.js'
import { isNotesName, PIPED, PIPED_NAME } from './notesNames.js'
import { isOwnPipe, readInput, readPipe } from './readPipe.js'
import { readRegular } from './readRegular.js'

const NOTES = {
  what: 'a file of notes',
  most: 8 * 1024 * 1024,
  hint: 'Give the Markdown or text file itself.',
  smaller: 'Split it into several files.',
}

/**
 * Reads notes: bytes decoded, mark of byte order dropped, every line end `\n`. An empty file is read as ''.
 * @throws UserError no such file, a folder, a device, not readable, larger than 8 MB, not text
 */
export async function readNotes(file: string, named?: NamedEncoding): Promise<Source> {
  if (file !== PIPED) return sourceOf(await bytesOf(file), file, named)
  // A talk without a title is not called after a dash.
  return { ...(await sourceOf(await readInput(NOTES), file, named)), path: PIPED_NAME }
}

/** What somebody said about encodings, as TextDecoder calls them. */
export interface NamedEncoding {
  /** By a flag: it counts whatever the bytes look like. */
  readonly flag?: string | undefined
  /** By a config file: asked where the bytes are no plain UTF-8. */
  readonly config?: () => Promise<string | undefined>
}

/**
 * @param file what findings are to call it
 * @throws UserError not text, or in no encoding that can be told
 */
export async function sourceOf(bytes: Buffer, file: string, named: NamedEncoding = {}): Promise<Source> {
  const kind = kindOfBytes(bytes)
  const decoded = await decodeNamed(bytes, named)
  // A zero is what binary data has, and every Latin letter of UTF-16.
  if (kind !== undefined && (kind !== BINARY || !/^utf-(?:16|32)/.test(decoded?.encoding ?? '')))
    throw notNotes(file, kind)
  const text = decoded?.text.replace(/\r\n?/g, '\n')
  if (decoded === undefined || text === undefined || isNoise(text)) {
    throw new UserError(
      `${file} can't be read as text: it is not UTF-8, and its bytes don't show what it is.`,
      'Save it as UTF-8, or name its encoding: `--encoding euc-jp`.',
    )
  }
  const { encoding, isGuess } = decoded
  const isPlain = !isGuess && named.flag === undefined
  return { file, text, ...(isPlain ? {} : { decoded: { encoding, isGuess } }) }
}

async function decodeNamed(bytes: Buffer, { flag, config }: NamedEncoding): Promise<Decoded | undefined> {
  const decoded = decode(bytes, flag)
  if (decoded?.isGuess === false) return decoded
  const said = nameInFront(bytes) ?? (await config?.())
  return said === undefined ? decoded : decode(bytes, said)
}

/** Front matter may say it, in ASCII, which reads the same in nearly all of them. */
function nameInFront(bytes: Buffer): string | undefined {
  const head = bytes.subarray(0, 2048).toString('latin1')
  const said = /^---\r?\n(?:(?!---).*\n)*?encoding:[ \t]*["']?([\w.:-]+)/.exec(head)?.[1]
  return said === undefined ? undefined : encodingName(said)
}

const notNotes = (file: string, kind: string): UserError =>
  new UserError(`${file} looks like ${kind}, not notes.`, 'Give the Markdown or text file itself.')

/** Whether more of it is broken than a character here and there. */
function isNoise(text: string): boolean {
  const broken = text.match(NO_TEXT)?.length ?? 0
  return broken > 3 && broken * 10 > text.length
}

const NO_TEXT = /[\u0000-\u0007\u000e-\u001a\u001c-\u001f\u007f\ufffd]/g

async function bytesOf(file: string): Promise<Buffer> {
  try {
    const isPipe = isOwnPipe(file) && (await stat(file)).isFIFO()
    return await (isPipe ? readPipe : readRegular)(file, NOTES)
  } catch (error) {
    const code = codeOf(error)
    throw code === 'ENOENT' || code === 'ENOTDIR' ? await noSuchFile(file) : readingFault(error, file)
  }
}

/** The error for notes that are not there, with the file its author probably meant. */
export async function noSuchFile(file: string): Promise<UserError> {
  if (file.trim() === '') return new UserError('The name of the notes is empty.', 'Name a Markdown file: `notes.md`.')
  if (await exists(file))
    return new UserError(`${file} is a link that leads nowhere.`, 'Mend the link, or name another file.')
  const folder = dirname(file)
  const files = await readdir(folder).catch(() => undefined)
  if (files === undefined) return new UserError(`There is no ${file}.`, `There is no folder ${folder} either.`)
  const name = basename(file)
  const meant = extname(name) === '' && files.includes(`${name}.md`) ? `${name}.md` : nearestFile(name, files)
  const notes = files.filter((other) => isNotesName(other))
  if (meant !== undefined) return new UserError(`There is no ${file}.`, `Did you mean ${join(folder, meant)}?`)
  if (notes.length === 0) return new UserError(`There is no ${file}.`, 'Check the path; that folder holds no notes.')
  const some = notes.sort().slice(0, 3).join(', ')
  return new UserError(`There is no ${file}.`, `That folder holds ${some}${notes.length > 3 ? '…' : ''}`)
}

/** The file whose name is the same but for case, or a slip or two away. */
export const nearestFile = (name: string, files: readonly string[]): string | undefined =>
  files.find((other) => other.toLowerCase() === name.toLowerCase()) ?? nearest(name, files)
