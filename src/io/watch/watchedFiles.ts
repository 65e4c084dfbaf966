/** What a deck is made from → what is watched for it. */
import type { Watchable } from './watch.js'

/** Files that a deck is made from, wherever they lie and whether or not they are there. Absolute paths. */
export interface WatchedFiles {
  readonly notes: string
  /** What settings and the look come from. */
  readonly look: readonly string[]
  /** Whatever lies right in these counts, too: the folders of templates. */
  readonly lookFolders: readonly string[]
  readonly pictures: readonly string[]
}

/** What was not watched before, files and folders alike. */
export function newAmong(wanted: Watchable, before: Watchable | undefined): readonly string[] {
  const known = new Set(before ? [...before.files, ...before.folders] : [])
  return [...wanted.files, ...wanted.folders].filter((path) => !known.has(path))
}

export const watchable = ({ notes, look, lookFolders, pictures }: WatchedFiles): Watchable => ({
  files: [notes, ...look, ...pictures],
  folders: lookFolders,
})
