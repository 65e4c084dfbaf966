/** Front matter → YAML between `---` lines. */
import { stringify } from 'yaml'
import type { Notes } from '../../model/notes.js'

/** @returns '' when there is none */
export function writeFront(front: Notes['front']): string {
  const values = Object.entries(front).map(([key, { value, footnotes = [] }]) => {
    const marks = footnotes.map((label) => `[^${label}]`).join('')
    return [key, typeof value === 'string' ? value + marks : value] as const
  })
  // Long lines stay whole: a folded one reads the same, but nobody finds anything in it.
  return values.length === 0 ? '' : `---\n${stringify(Object.fromEntries(values), { lineWidth: 0 })}---\n`
}
