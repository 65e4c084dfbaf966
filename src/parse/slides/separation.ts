/** A pattern that parts slides, as reveal-md takes it → the line that it stands for. Nothing of it runs: others may be made to take for ever. */

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
  if (text === '') return count >= 2 ? { text, blanks: count - 1 } : undefined
  return /^[\w\s<>!=/#~-]{2,40}$/.test(text) ? { text: text.trim(), blanks: 0 } : undefined
}
