/** Folders that pictures are looked for in → the names in each, listed once however many pictures there are. */
import { readdir } from 'node:fs/promises'
import { liesIn } from '../inside.js'
import { alike } from './alike.js'

interface Listing {
  /** Sorted. */
  readonly names: readonly string[]
  /** The first of those whose names people take for the same. */
  readonly likes: ReadonlyMap<string, string>
}

export class Listings {
  private readonly known = new Map<string, Promise<Listing>>()

  /** @param within what the folder must lie in, with links followed; else nothing is in it */
  of(place: string, within: string): Promise<Listing> {
    const key = `${place}\0${within}`
    const known = this.known.get(key) ?? list(place, within)
    this.known.set(key, known)
    return known
  }

  /** The name in a folder that is this one, or alike. */
  async find(name: string, place: string, within: string): Promise<string | undefined> {
    const { likes } = await this.of(place, within)
    return likes.get(name) ?? likes.get(alike(name))
  }
}

async function list(place: string, within: string): Promise<Listing> {
  const names = (await liesIn(place, within)) ? (await readdir(place).catch(() => [])).sort() : []
  const likes = new Map<string, string>()
  for (const name of names) if (!likes.has(alike(name))) likes.set(alike(name), name)
  // What is there as it is written goes first.
  for (const name of names) likes.set(name, name)
  return { names, likes }
}
