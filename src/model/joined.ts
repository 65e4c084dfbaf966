/** Several files of notes as one text → where a line of it stands: in which file, and there on which line. */

/** One of the files: its first line is this line (from 1) of the whole. */
export interface NotesPart {
  readonly file: string
  readonly first: number
}

export interface Spot {
  readonly file: string
  readonly line: number
}

/** @returns nothing for notes of one file */
export function spotIn(parts: readonly NotesPart[] | undefined, line: number): Spot | undefined {
  const part = parts?.findLast(({ first }) => first <= line) ?? parts?.[0]
  return part && { file: part.file, line: Math.max(1, line - part.first + 1) }
}
