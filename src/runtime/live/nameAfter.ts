/** The name of a slide, and what an update calls otherwise → its name now. Pure. */
import type { Rename } from '../../model/live.js'

/** @returns undefined when another one has its name, and it is gone */
export function nameAfter(name: string | undefined, renames: readonly Rename[]): string | undefined {
  const [, now] = renames.find(([before]) => before === name) ?? []
  return now ?? (renames.some(([, taken]) => taken === name) ? undefined : name)
}

/** The same for the id of a part: `questions--2`. */
export function partAfter(id: string, renames: readonly Rename[]): string | undefined {
  const [name = id, part = ''] = id.split(/(?=--\d+$)/)
  const now = nameAfter(name, renames)
  return now === undefined ? undefined : `${now}${part}`
}
