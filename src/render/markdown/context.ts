/** What writing one block needs to know of where it stands, and how lines go behind a marker. */
import type { Block } from '../../model/notes.js'
import type { LinePlace } from './lineStart.js'

export interface Context {
  readonly place: LinePlace
  /** Numbers of lists end in `)`, since as `1.` they would be taken for headings. */
  readonly closedNumbers: boolean
  /** Writes what stands inside a block. */
  readonly inner: (blocks: readonly Block[], place: LinePlace) => readonly string[]
}

/** Read as nothing; what stands on its two sides stays apart. */
export const separator = '<!-- -->'

/** The lines of blocks behind a marker: the first right behind it, the others below its text. */
export function indent(lines: readonly string[], marker: string): readonly string[] {
  const blanks = ' '.repeat(marker.length)
  return lines.map((line, index) => (index === 0 ? `${marker}${line}` : line === '' ? '' : `${blanks}${line}`))
}
