/** Settings that name files, as one file or command line gives them → the same with whole paths. */
import { resolve } from 'node:path'
import type { Setting } from '../settings/table.js'
import { settingsTable } from '../settings/table.js'

/**
 * A logo named in a template lies in the template's folder, one named on the command line where the user is. Only the notes
 * keep their paths as written: those count from the notes, and never lead out of their folder.
 */
export function resolveFiles<Values extends Readonly<Record<string, unknown>>>(values: Values, folder: string): Values {
  const paths = Object.entries<Setting>(settingsTable).flatMap(([name, { type }]) => {
    const path = values[name]
    const isPath = type === 'file' && typeof path === 'string' && path !== '' && !/^(?:https?|data):/i.test(path)
    return isPath ? [[name, resolve(folder, path)]] : []
  })
  return { ...values, ...Object.fromEntries(paths) }
}
