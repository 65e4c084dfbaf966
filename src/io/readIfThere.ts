/** The path of a text file that need not be there → its text. */
import { readFile } from 'node:fs/promises'
import { UserError } from '../errors.js'
import { codeOf } from './faults.js'

/**
 * @returns undefined when there is no such file
 * @throws UserError when there is one, and it can't be read
 */
export async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    const code = codeOf(cause)
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw new UserError(`Can't read ${file}.`, 'Is it a file that you may read?', undefined, { cause })
  }
}
