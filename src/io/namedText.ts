/** The name of a file in some notes → its text, if notes may name it: the one reader of files whose text stands in notes. */

import { UserError } from '../errors.js'
import type { IncludeTrouble } from '../model/joined.js'
import type { Failure } from './pictures/found.js'
import { localPicture, type Where, whereFor } from './pictures/localPicture.js'
import { picturePlaces } from './pictures/places.js'
import { type NamedEncoding, sourceOf } from './readNotes.js'

export interface NamedText {
  readonly text: string
  /** Absolute. */
  readonly path: string
}

export interface NoText {
  readonly lack: IncludeTrouble
  readonly reason: string
}

/** Bytes. */
const MOST_TEXT = 8 * 1024 * 1024

export interface TextReader {
  /**
   * Found as pictures are: from the folder, those above it and where sites keep theirs, in one bound, symbolic links followed.
   * @param folder of the file that names it
   */
  read(name: string, folder: string): Promise<NamedText | NoText>
  /** Every path that a name may mean: what is watched. */
  places(name: string, folder: string): readonly string[]
}

export function textReader(folder: string, encoding?: NamedEncoding): TextReader {
  const where: Where = { ...whereFor(folder), most: MOST_TEXT }
  let asked = 0
  return {
    async read(name, from) {
      if (/^(?:[a-z][a-z\d+.-]+:|\/\/)/i.test(name)) return { lack: 'outside', reason: 'no file beside the notes' }
      const found = await localPicture(name, from, where, ++asked)
      if ('code' in found) return troubleOf(found)
      const path = found.path ?? ''
      try {
        return { text: (await sourceOf(Buffer.from(found.bytes), path, encoding)).text, path }
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        return { lack: 'unreadable', reason: 'not text' }
      }
    },
    places: (name, from) => picturePlaces(name, from, where.bound).map(({ file }) => file),
  }
}

function troubleOf({ trouble, reason, told = reason }: Failure): NoText {
  if (trouble === 'outside') return { lack: 'outside', reason: told }
  if (trouble === 'too-large') return { lack: 'large', reason: told }
  return { lack: trouble === 'missing' ? 'missing' : 'unreadable', reason: told }
}
