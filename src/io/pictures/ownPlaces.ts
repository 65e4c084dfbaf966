/** The path of some notes, and what their head says for other editors → where pictures of theirs lie that nobody else names. */
import { basename, dirname, extname, join, resolve } from 'node:path'
import type { FrontValue } from '../../model/notes.js'
import type { OwnPlaces } from './places.js'

/** @param front as written */
export function ownPlaces(notes: string, front: Readonly<Record<string, FrontValue>> = {}): OwnPlaces {
  const folder = dirname(resolve(notes))
  const name = basename(notes, extname(notes))
  const said = (key: string): string => String(front[key]?.value ?? '')
  const [root, copies] = [said('typora-root-url'), said('typora-copy-images-to').replace(/\$\{filename\}/g, () => name)]
  return {
    folders: [name, `${name}.assets`, ...(copies === '' ? [] : [copies])].map((each) => join(folder, each)),
    ...(root === '' ? {} : { root: resolve(folder, root) }),
  }
}
