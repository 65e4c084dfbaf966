/** Which files of a deck folder Talkback made, and of which slides: kept in the folder itself, so that it never deletes anyone else's. */
import { basename, dirname, join } from 'node:path'
import type { DeckFacts, DeckSlide } from '../diff/facts.js'
import { lastingSlides } from '../match/lasting.js'
import type { Traits } from '../match/traits.js'
import { readRegular } from './readRegular.js'

export const MANIFEST = '.talkback.json'

/** A `deck` file belongs to one build; an `export` (PDF, handout) stays until another of its name is made. */
export type MadeKind = 'deck' | 'export'

/** Path in the folder, with `/` → kind. */
export type Made = ReadonlyMap<string, MadeKind>

export interface Manifest {
  readonly made: Made
  /** The slides of the deck, by which the next build tells what has changed; absent when nobody said. */
  readonly facts?: DeckFacts | undefined
}

/** The names that lists of paths have in the file. */
const kinds = { deck: 'made by talkback, which replaces these files', export: 'exports' } as const

const LIST = { what: 'a list of files', most: 256 * 1024 * 1024 }

/** No clock in it: same build, same bytes. */
export const printManifest = ({ made, facts }: Manifest): string => {
  const pathsOf = (kind: MadeKind) =>
    [...made]
      .filter(([, is]) => is === kind)
      .map(([path]) => path)
      .sort()
  const contents = { [kinds.deck]: pathsOf('deck'), [kinds.export]: pathsOf('export'), ...facts }
  return `${JSON.stringify(contents, null, 2)}\n`
}

/**
 * @param name of the file, where it is not the deck's own
 * @returns undefined when the folder has no manifest, or one that can't be read: then nothing in it is ours
 */
export async function readManifest(folder: string, name = MANIFEST): Promise<Manifest | undefined> {
  try {
    const contents: unknown = JSON.parse((await readRegular(join(folder, name), LIST)).toString('utf8'))
    if (!isRecord(contents)) return undefined
    const made = new Map<string, MadeKind>([[MANIFEST, 'deck']])
    for (const kind of ['deck', 'export'] as const)
      for (const path of listOf(contents[kinds[kind]])) made.set(String(path), kind)
    return { made, facts: factsIn(contents) }
  } catch {
    return undefined
  }
}

/**
 * @param path a deck's folder, or the manifest in it
 * @returns undefined when it is none, or does not say what is in the deck
 */
export const madeDeck = async (path: string): Promise<DeckFacts | undefined> =>
  (await readManifest(basename(path) === MANIFEST ? dirname(path) : path))?.facts

/**
 * Whoever edited the file by hand, or an earlier Talkback, may have left no slides in it or odd ones. Addresses and keys
 * go into the next deck: what is no address, and keys that are none or that two slides have, are not taken over.
 */
function factsIn({ version, look, slides }: Readonly<Record<string, unknown>>): DeckFacts | undefined {
  if (typeof look !== 'string' || !Array.isArray(slides)) return undefined
  const traits = slides.filter(isSlide)
  const known = traits.filter(isKnown)
  const isWhole = known.length === traits.length && new Set(known.map(({ key }) => key)).size === known.length
  const unsaid = { layout: '', said: '' }
  const lasting = isWhole ? known : lastingSlides(traits).map((slide) => ({ ...slide, ...unsaid }))
  return { version: typeof version === 'string' ? version : '', look, slides: lasting }
}

const address = /^[^\s"'<>&/\\\0-\x1f\x7f-\x9f]{1,300}$/u
const lastingKey = /^\w{1,40}$/
const mark = /^[a-z\d]{1,7}$/

function isSlide(value: unknown): value is Traits {
  if (!isRecord(value)) return false
  const { id, kind, title, text, print } = value
  return [id, kind, title, text, print].every((fact) => typeof fact === 'string') && address.test(String(id))
}

function isKnown(slide: Traits): slide is DeckSlide {
  const { key, was, layout, said }: Readonly<Record<string, unknown>> = { ...slide }
  return (
    [key, layout, said].every((fact) => typeof fact === 'string') &&
    lastingKey.test(String(key)) &&
    Array.isArray(was) &&
    was.every((each) => typeof each === 'string' && mark.test(each))
  )
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
