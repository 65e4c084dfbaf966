/** A pattern that parts slides, as reveal-md takes it → the line that it stands for. Nothing of it runs: others may be made to take for ever. */
import { isBlank } from '../lines.js'
import type { Entries } from './looseEntries.js'

export interface Separation {
  /** '' for blank lines alone. */
  readonly text: string
  /** So many of them in a row. */
  readonly blanks: number
}

/** Ends of lines, in all the ways that they are written, and anchors. */
const lineEnds = /\(?(?:\\r\\n\?\|\\n|\\r\?\\n|\\r\\n|\\n)\)?[+*?]?/g

/** @returns undefined for what is no line of plain signs: `^(?:---|===)$` */
export function separationOf(pattern: string): Separation | undefined {
  const count = (pattern.match(lineEnds) ?? []).length
  const text = pattern
    .replace(lineEnds, '')
    .replace(/^\^|\$$/g, '')
    .replace(/\\([-*=_.!<>/#+~ ])/g, '$1')
  // The first end is that of the line above, but where the pattern itself begins with a line.
  if (text === '') return count >= 2 ? { text, blanks: pattern.startsWith('^') ? count : count - 1 } : undefined
  return /^[\w\s<>!=/#~-]{2,40}$/.test(text) ? { text: text.trim(), blanks: 0 } : undefined
}

/** What the front matter says that slides are parted by: those in a row, then those one below the other. */
export const separatorsIn = (head: Entries): readonly Separation[] =>
  ['separator', 'verticalseparator'].flatMap((name) => {
    const written = writtenSeparator(head, name)
    return written === undefined ? [] : (separationOf(written) ?? [])
  })

export const writtenSeparator = (head: Entries, name: string): string | undefined =>
  [...head].find(([key]) => key.toLowerCase() === name)?.[1]

/** Whether it parts any two lines of a text. */
export function isSeparated({ text, blanks }: Separation, lines: readonly string[]): boolean {
  if (text !== '') return lines.some((line) => line.trim() === text)
  let run = 0
  let isBelowWords = false
  for (const line of lines) {
    if (isBlank(line)) run++
    else {
      if (isBelowWords && run >= blanks) return true
      run = 0
      isBelowWords = true
    }
  }
  return false
}
