/** The path of a text file that need not be there → its text. */
import { codeOf, readingFault } from './faults.js'
import { readRegular } from './readRegular.js'

/** Settings and looks are written by hand: whoever has more of it named another file. */
const MOST = 8 * 1024 * 1024

/**
 * @param what it should be, for the sentence that says that it is something else
 * @returns undefined when there is no such file
 * @throws UserError when there is one, and it can't be read
 */
export async function readIfThere(file: string, what: string): Promise<string | undefined> {
  try {
    return (await readRegular(file, { what, most: MOST })).toString('utf8')
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw readingFault(error, file)
  }
}
