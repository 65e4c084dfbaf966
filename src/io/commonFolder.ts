/** Several files → the folder that holds all of them, and what is made of them together. */
import { homedir } from 'node:os'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { exitCode, UserError } from '../errors.js'
import { isIn } from './inside.js'

/**
 * Their notes may show what lies in it: so it is not a home, nor what homes lie in.
 * @throws UserError (exit code 2) where they have no folder in common that is theirs
 */
export function commonFolder(files: readonly string[]): string {
  const [first = ['.'], ...others] = files.map((file) => dirname(resolve(file)).split(sep))
  const shared = others.reduce((parts, other) => {
    const end = parts.findIndex((part, at) => part !== other[at])
    return end < 0 ? parts : parts.slice(0, end)
  }, first)
  const folder = shared.join(sep) || sep
  if (isIn(homedir(), folder) || dirname(folder) === folder)
    throw new UserError(
      'These notes have no folder in common that is theirs alone.',
      'Put what is to be one deck into one folder.',
      exitCode.usage,
    )
  return relative('.', folder) || '.'
}

/** What is joined takes its place and its name from the folder, as a README does. */
export const joinedPath = (files: readonly string[]): string => join(commonFolder(files), 'index.md')
