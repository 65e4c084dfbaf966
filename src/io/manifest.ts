/** Which files of a deck folder Talkback made, kept in the folder itself, so that it never deletes anyone else's. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

export const MANIFEST = '.talkback.json'

/** A `deck` file belongs to one build; an `export` (PDF, handout) stays until another of its name is made. */
export type MadeKind = 'deck' | 'export'

/** Path in the folder, with `/` → kind. */
export type Made = ReadonlyMap<string, MadeKind>

/** No clock and no version in it: same build, same bytes. */
export const printManifest = (made: Made): string => {
  const pathsOf = (kind: MadeKind) =>
    [...made]
      .filter(([, is]) => is === kind)
      .map(([path]) => path)
      .sort()
  const contents = { 'made by talkback, which replaces these files': pathsOf('deck'), exports: pathsOf('export') }
  return `${JSON.stringify(contents, null, 2)}\n`
}

/** @returns undefined when the folder has no manifest, or one that can't be read: then nothing in it is ours */
export async function readManifest(folder: string): Promise<Made | undefined> {
  try {
    const contents: unknown = JSON.parse(await readFile(join(folder, MANIFEST), 'utf8'))
    if (contents === null || typeof contents !== 'object') return undefined
    const made = new Map<string, MadeKind>([[MANIFEST, 'deck']])
    for (const [name, paths] of Object.entries(contents)) {
      if (!Array.isArray(paths)) continue
      for (const path of paths) made.set(String(path), name === 'exports' ? 'export' : 'deck')
    }
    return made
  } catch {
    return undefined
  }
}
