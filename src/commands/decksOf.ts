/** Files of notes → what is made of each, or with `--join` of all of them together. */
import { joinedPath } from '../io/commonFolder.js'
import { deckNames, openNames } from './deckNames.js'

/** @param joined all files, where `notes` only names what they are together */
export type MakeOne<Made> = (notes: string, name: string, joined?: readonly string[]) => Made

/**
 * For notes that come and go: what is made of the same ones is made once.
 * @throws UserError as joinedPath, when it is asked
 */
export function decksOf<Made>(join: boolean, make: MakeOne<Made>): (files: readonly string[]) => readonly Made[] {
  if (!join) return openNames((notes, name) => make(notes, name))
  let known = ''
  let made: readonly Made[] = []
  return (files) => {
    if (made.length > 0 && known === files.join('\n')) return made
    known = files.join('\n')
    made = [joinedDeck(files, make)]
    return made
  }
}

/** One file alone is no part of anything. */
function joinedDeck<Made>(files: readonly string[], make: MakeOne<Made>): Made {
  const [only = '', ...others] = files
  const notes = others.length === 0 ? only : joinedPath(files)
  const [name = ''] = deckNames([notes])
  return others.length === 0 ? make(notes, name) : make(notes, name, files)
}
