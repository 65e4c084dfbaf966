/** Settings that name files, as one file or command line gives them → the same with whole paths. */
import { resolve } from 'node:path'
import { type Setting, settingsTable } from '../settings/table.js'

/**
 * A logo named in a template lies in the template's folder, one named on the command line where the user is. Only the notes
 * keep their paths as written: those count from the notes, and never lead out of their bound.
 */
export function resolveFiles<Values extends Readonly<Record<string, unknown>>>(values: Values, folder: string): Values {
  const paths = filesAmong(values).map(([name, path]) => [name, resolve(folder, path)])
  return { ...values, ...Object.fromEntries(paths) }
}

/** Names and paths of the files that settings name; addresses and `data:` are none. */
export function filesAmong(
  values: Readonly<Record<string, unknown>>,
): readonly (readonly [name: string, path: string])[] {
  return Object.entries<Setting>(settingsTable).flatMap(([name, { type }]) => {
    const path = values[name]
    const isPath = type === 'file' && typeof path === 'string' && path !== '' && !/^(?:https?|data):/i.test(path)
    return isPath ? [[name, path] as const] : []
  })
}
